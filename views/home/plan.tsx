import type { Entry } from '../../db/intake/ledger.ts'
import type { Waiting as Urgent } from '../../db/intake/requests.ts'
import type { Waiting } from '../../db/roadmap/attention.ts'
import { shortDay } from '../dates.ts'
import { sourceNames } from '../intake/words.ts'
import { counted } from '../words.ts'

export type PlanOnHome = {
  urgent: Urgent[]
  /** Mine, pushed out and not seen by me yet. */
  displaced: Entry[]
  waiting: Waiting[]
}

/** What of the plan asks for somebody today; nothing where nothing does. */
export const PlanSections = ({ urgent, displaced, waiting, today }: PlanOnHome & { today: string }) => (
  <>
    {displaced.length > 0 && <Displaced displaced={displaced} />}
    {urgent.length > 0 && <UrgentRequests urgent={urgent} today={today} />}
    {waiting.length > 0 && <Initiatives waiting={waiting} />}
  </>
)

const Displaced = ({ displaced }: { displaced: Entry[] }) => (
  <section class="sec" aria-labelledby="h-displaced">
    <header>
      <h2 id="h-displaced">Pushed out of yours</h2>
      <a class="small" href="/displacement">
        The ledger
      </a>
    </header>
    <ul class="list">
      {displaced.map(({ id, initiative, title, request, requestTitle, decision, personWeeks, restoreCondition }) => (
        <li>
          <a href={`/initiatives/${initiative}`}>
            I-{initiative} {title}
          </a>
          <span class="n nw">{personWeeks} pw</span>
          <p class="why">
            For{' '}
            {request ? (
              <a href={`/intake/${request}`}>
                R-{request} {requestTitle}
              </a>
            ) : (
              <a href={`/decisions/${decision}`}>D-{decision}</a>
            )}
            .{restoreCondition && ` Back when: ${restoreCondition}`}
          </p>
          <form method="post" action={`/displacement/${id}/seen`}>
            <button type="submit" class="btn quiet">
              Seen
            </button>
          </form>
        </li>
      ))}
    </ul>
  </section>
)

const UrgentRequests = ({ urgent, today }: { urgent: Urgent[]; today: string }) => (
  <section class="sec" aria-labelledby="h-urgent">
    <header>
      <h2 id="h-urgent">Urgent, and displaces nothing yet</h2>
      <a class="small" href="/intake">
        Intake
      </a>
    </header>
    <ul class="list">
      {urgent.map(({ id, title, source, receivedAt }) => (
        <li>
          <a href={`/intake/${id}`}>
            R-{id} {title}
          </a>
          <span class="n nw">{shortDay(receivedAt, today)}</span>
          <p class="why">{sourceNames[source]}</p>
        </li>
      ))}
    </ul>
  </section>
)

const reasons: Record<Waiting['why'], string> = {
  blocked: 'Blocked by what it depends on',
  no_guardrail: 'Being built without a guardrail metric',
  verdict_due: 'Shipped; its verdict is due',
}

const shown = 6

const Initiatives = ({ waiting }: { waiting: Waiting[] }) => (
  <section class="sec" aria-labelledby="h-waiting">
    <header>
      <h2 id="h-waiting">Initiatives</h2>
      <a class="small" href="/roadmap">
        {waiting.length > shown ? `${counted(waiting.length - shown, 'more', 'more')} on the roadmap` : 'The roadmap'}
      </a>
    </header>
    <ul class="list">
      {waiting.slice(0, shown).map(({ id, title, why }) => (
        <li>
          <a href={`/initiatives/${id}`}>
            I-{id} {title}
          </a>
          <p class="why">{reasons[why]}</p>
        </li>
      ))}
    </ul>
  </section>
)
