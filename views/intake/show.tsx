import type { RequestRecord } from '../../db/intake/record.ts'
import { daysBetween } from '../../src/domain/time/days.ts'
import { choicesOf, Select, untouched } from '../parts/form.tsx'
import { Prose } from '../parts/prose.tsx'
import { counted } from '../words.ts'
import { RequestFacts } from './facts.tsx'
import { Given } from './given.tsx'
import { HappenedToIt } from './happened.tsx'
import { requestShapes, requestStatusNames, weeksLong } from './words.ts'

export type RequestPageProps = {
  request: RequestRecord
  themes: { id: number; name: string }[]
  /** Accept, decline, park and take all of that back. */
  canAnswer: boolean
  /** Sort it under a theme, say that its requester was told. */
  canSort: boolean
  dayOf: (moment: string) => string
  today: string
}

export const RequestPage = (props: RequestPageProps) => {
  const { request, canAnswer, dayOf, today } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/intake">Intake</a> · <b>R-{request.id}</b> ·{' '}
          <span class="st" data-s={requestShapes[request.status]}>
            {requestStatusNames[request.status]}
          </span>
        </p>
        <h1>{finding(props)}</h1>
        {canAnswer && <Acts request={request} />}
        {request.because && <p class="lede">{request.because}</p>}
      </div>
      <div class="cols">
        <div>
          <Said heading="What it is worth" text={request.value} missing="Nobody said what it is worth." />
          <Said heading="How we know" text={request.evidence} missing="No evidence was given." />
          {request.given.length > 0 && (
            <Given given={request.given} dayOf={dayOf} today={today} canRestore={canAnswer} />
          )}
          <HappenedToIt events={request.events} requester={request.requester} dayOf={dayOf} today={today} />
        </div>
        <div class="side">
          <section class="sec" aria-labelledby="h-facts">
            <header>
              <h2 id="h-facts">Record</h2>
            </header>
            <RequestFacts request={request} dayOf={dayOf} />
          </section>
          {props.canSort && <Sorting {...props} />}
        </div>
      </div>
    </>
  )
}

function finding({ request, dayOf, today }: RequestPageProps) {
  const { title, status, urgency, initiativeId } = request
  const line = title.replace(/[.!]$/, '')
  if (status === 'declined') return `${line}: declined.`
  if (status === 'parked') return `${line}: parked.`
  if (status === 'accepted') {
    const taken = request.given.filter(({ restoredAt }) => restoredAt === null)
    const weeks = taken.reduce((sum, { personWeeks }) => sum + personWeeks, 0)
    return `${line}: accepted as I-${initiativeId}${weeks > 0 ? `, displacing ${weeksLong(weeks)}` : ''}.`
  }
  if (urgency === 'urgent') return `${line}: urgent, and nothing is named that it displaces.`
  const waited = Math.max(0, daysBetween(dayOf(request.receivedAt), today))
  return `${line}: ${waited === 0 ? 'came in today' : `waiting for an answer for ${counted(waited, 'day')}`}.`
}

const Acts = ({ request: { id, version, status } }: { request: RequestRecord }) => (
  <div class="acts">
    {(status === 'declined' || status === 'parked') && (
      <form method="post" action={`/intake/${id}/reopening`}>
        <input type="hidden" name="version" value={version} />
        <button class="btn" type="submit">
          Back to the queue
        </button>
      </form>
    )}
    {status === 'new' && (
      <a class="btn" href={`/intake/${id}/parking`}>
        Park
      </a>
    )}
    {(status === 'new' || status === 'parked') && (
      <>
        <a class="btn" href={`/intake/${id}/declination`}>
          Decline
        </a>
        <a class="btn pri" href={`/intake/${id}/acceptance`}>
          Accept
        </a>
      </>
    )}
    {status === 'accepted' && (
      <a class="btn" href={`/intake/${id}/cancellation`}>
        Cancel the acceptance
      </a>
    )}
  </div>
)

const Said = ({ heading, text, missing }: { heading: string; text: string; missing: string }) => {
  const id = `h-${heading.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section class="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{heading}</h2>
      </header>
      {text ? <Prose text={text} /> : <p class="mute">{missing}</p>}
    </section>
  )
}

const Sorting = ({ request, themes }: RequestPageProps) => (
  <section class="sec" aria-labelledby="h-loop">
    <header>
      <h2 id="h-loop">Closing the loop</h2>
    </header>
    {themes.length > 0 ? (
      <form class="form" method="post" action={`/intake/${request.id}/theme`}>
        <input type="hidden" name="version" value={request.version} />
        <Select
          name="theme"
          label="Feedback theme"
          typed={untouched}
          value={request.themeId}
          none="None"
          choices={choicesOf(Object.fromEntries(themes.map(({ id, name }) => [id, name])))}
        />
        <p>
          <button class="btn" type="submit">
            Sort it there
          </button>
        </p>
      </form>
    ) : (
      <p class="hint">
        Requests about the same thing can share a <a href="/intake/themes">feedback theme</a>.
      </p>
    )}
    <Telling request={request} />
  </section>
)

const Telling = ({ request }: { request: RequestRecord }) => {
  if (request.followed)
    return <p class="why">{request.requester} sees here what happens, by an address of their own.</p>
  if (request.status === 'new') return null
  if (request.events.some(({ kind }) => kind === 'request.told'))
    return <p class="why">{request.requester} was told.</p>
  return (
    <form class="why" method="post" action={`/intake/${request.id}/told`}>
      <button class="btn" type="submit">
        Mark {request.requester} as told
      </button>
    </form>
  )
}
