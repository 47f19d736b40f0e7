import type { RequestRecord } from '../../db/intake/record.ts'
import { Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { RequestFacts } from './facts.tsx'
import { requestStatusNames, weeksLong } from './words.ts'

export type AnswerKind = 'declination' | 'parking' | 'cancellation'

type Props = {
  kind: AnswerKind
  request: RequestRecord
  typed: Typed
  dayOf: (moment: string) => string
  /** Somebody answered or sorted it in between. */
  changed: boolean
}

export const AnswerForm = ({ kind, request, typed, dayOf, changed }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/intake">Intake</a> · <a href={`/intake/${request.id}`}>R-{request.id}</a> · <b>{names[kind]}</b>
      </p>
      <h1>{headings[kind](request.title)}</h1>
    </div>
    {changed && <ChangedMeanwhile request={request} />}
    <div class="cols">
      <div>
        {' '}
        <form class="form" method="post" action={`/intake/${request.id}/${kind}`}>
          <Mistakes errors={typed.errors} />
          <input type="hidden" name="version" value={request.version} />
          {kind === 'cancellation' && <Consequences request={request} />}
          <TextArea
            name="because"
            label="Why"
            typed={typed}
            hint={request.followed ? 'The requester reads this.' : 'It stays with the request, for everybody to read.'}
            optional={kind === 'cancellation'}
          />
          <p class="acts">
            <button class="btn pri" type="submit">
              {names[kind]}
            </button>
            <a href={`/intake/${request.id}`}>Leave it as it is</a>
          </p>
        </form>
      </div>
      <aside class="sec" aria-label="The request">
        <RequestFacts request={request} dayOf={dayOf} />
      </aside>
    </div>
  </>
)

const names: Record<AnswerKind, string> = {
  declination: 'Decline',
  parking: 'Park',
  cancellation: 'Cancel the acceptance',
}

const headings: Record<AnswerKind, (title: string) => string> = {
  declination: (title) => `Why is “${title}” declined?`,
  parking: (title) => `Why does “${title}” wait?`,
  cancellation: (title) => `“${title}” goes back to the queue, and what it took is given back.`,
}

const Consequences = ({ request: { given, initiativeId, initiative, stage } }: { request: RequestRecord }) => {
  const held = given.filter(({ restoredAt }) => restoredAt === null)
  return (
    <ul class="list">
      {held.map(({ initiative, title, personWeeks }) => (
        <li>
          {initiative === null
            ? `The buffer of the quarter gets back ${weeksLong(personWeeks)}.`
            : `I-${initiative} ${title} gets back ${weeksLong(personWeeks)}.`}
        </li>
      ))}
      {initiativeId !== null && (
        <li>
          {stage === 'idea'
            ? `I-${initiativeId} ${initiative} stops, if it was made for this request alone.`
            : `I-${initiativeId} ${initiative} has begun: it goes on until somebody stops it.`}
        </li>
      )}
    </ul>
  )
}

export const ChangedMeanwhile = ({ request }: { request: RequestRecord }) => (
  <div class="alert mistakes" role="alert" tabindex={-1}>
    <span class="st" data-s="bad">
      Changed meanwhile
    </span>
    <p>
      Somebody changed this request while you were writing. It is now {requestStatusNames[request.status].toLowerCase()}
      {request.answeredBy && `, by ${request.answeredBy}`}
      {request.because && `: ${request.because}`}. What you typed is kept below.
    </p>
  </div>
)
