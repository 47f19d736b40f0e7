import type { Child } from 'hono/jsx'
import type { Decided, OpenDecision, Revisit } from '../db/home.ts'
import type { RevisitDue, Waiting } from '../src/domain/home/ranking.ts'
import { age, longDay, shortDay, weekday } from './dates.ts'
import { capitalised, counted, executiveRoleNames } from './words.ts'

type RankedItem = ((OpenDecision & Waiting) | (Revisit & RevisitDue)) & { urgency: number }

type Props = {
  ranked: RankedItem[]
  open: number
  decided: Decided[]
  ahead: Revisit[]
  reader: { id: number; role: string }
  today: string
  week: number
}

/** More than this nobody decides in one sitting; the rest is one link away. */
const shown = 12

export const Home = (props: Props) => {
  const { ranked, open, decided, ahead, today, week } = props
  const mine = ranked.filter(({ deciderId }) => deciderId === props.reader.id).length
  return (
    <>
      <div class="head front">
        <p class="kick">
          {weekday(today)} {longDay(today)}, week {week}
        </p>
        <h1>{finding(ranked.length, mine)}</h1>
      </div>
      <div class="cols">
        <div>
          <section class="sec" aria-labelledby="h-now">
            <header>
              <h2 id="h-now">Decide now</h2>
              <p>ranked by how far past its time each is</p>
              <a class="small" href="/decisions?view=open">
                All {open} open
              </a>
            </header>
            {ranked.length === 0 ? (
              <div class="empty">
                <p>
                  Proposed decisions stand here until somebody decides them, and decided ones when the day comes to look
                  at them again.
                </p>
                <p>
                  <a class="btn pri" href="/decisions/new">
                    Log a decision
                  </a>
                </p>
              </div>
            ) : (
              <ol class="list rank">
                {ranked.slice(0, shown).map((item) => (
                  <Row item={item} today={today} reads={props.reader.role === 'viewer'} />
                ))}
              </ol>
            )}
          </section>
          <section class="sec" aria-labelledby="h-since">
            <header>
              <h2 id="h-since">Decided since Monday</h2>
              <a class="small" href="/decisions">
                The log
              </a>
            </header>
            {decided.length === 0 ? (
              <p class="hint">Nothing yet this week.</p>
            ) : (
              <ul class="list">
                {decided.map(({ number, title, decider }) => (
                  <li>
                    <a href={`/decisions/${number}`}>
                      D-{number} {title}
                    </a>
                    <span class="nw mute">{decider}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <div class="side">
          <section class="sec" aria-labelledby="h-ahead">
            <header>
              <h2 id="h-ahead">Looked at again next</h2>
            </header>
            {ahead.length === 0 ? (
              <p class="hint">No decision has a day set on which it is looked at again.</p>
            ) : (
              <ul class="list">
                {ahead.map(({ number, title, revisitOn }) => (
                  <li>
                    <a href={`/decisions/${number}`}>
                      D-{number} {title}
                    </a>
                    <span class="n nw">{shortDay(revisitOn, today)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section class="sec" aria-labelledby="h-how">
            <header>
              <h2 id="h-how">How we decide</h2>
            </header>
            <ul class="list">
              <li>
                <a href="/decisions/quality">Decision quality</a>
              </li>
              <li>
                <a href="/rights">Who decides what</a>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </>
  )
}

const finding = (count: number, mine: number) => {
  if (count === 0) return 'Nothing waits for a decision.'
  const all = `${capitalised(counted(count, 'thing waits', 'things wait'))} for a decision.`
  return mine === 0
    ? `${all} None of them on you.`
    : `${all} ${capitalised(counted(mine, 'of them', 'of them'))} on you.`
}

const Row = ({ item, today, reads }: { item: RankedItem; today: string; reads: boolean }) => (
  <li>
    <div>
      <h3>
        <a href={`/decisions/${item.number}`}>{item.title}</a>
      </h3>
      <p>{item.kind === 'revisit' ? revisitReason(item, today) : waitingReason(item)}</p>
    </div>
    <p class="id">
      <span>D-{item.number}</span>{' '}
      <span>{item.kind === 'revisit' ? lateness(item.daysLate) : item.raisedAt && age(item.raisedAt, today)}</span>
    </p>
    {reads ? <Act href={`/decisions/${item.number}`}>Open</Act> : action(item)}
  </li>
)

const lateness = (days: number) => (days === 0 ? 'today' : `${days} d late`)

function waitingReason({ decider, type, age: waited, sla, leak, owner }: OpenDecision & Waiting): Child {
  const waits = `Waits on ${decider ?? 'nobody yet'}`
  const time =
    sla === null || waited === null
      ? ''
      : waited > sla
        ? `, ${waited} business days; ${sla} are allowed for ${type?.toLowerCase()}`
        : `, ${waited} of ${counted(sla, 'business day')}`
  return leak && owner
    ? `${waits}${time}. Delegated: the ${executiveRoleNames[owner]} may decide it.`
    : `${waits}${time}.`
}

function revisitReason({ revisitOn, expected, confidence }: Revisit & RevisitDue, today: string): Child {
  const due = `Its revisit was due on ${shortDay(revisitOn, today)}.`
  if (!expected) return due
  return `${due} Expected${confidence === null ? '' : ` with ${confidence} %`}: ${expected}`
}

function action(item: RankedItem) {
  if (item.kind === 'revisit') return <Act href={`/decisions/${item.number}/outcome`}>Review outcome</Act>
  if (item.leak) return <Act href={`/decisions/${item.number}/handover`}>Hand over</Act>
  return <Act href={`/decisions/${item.number}/ruling`}>Decide</Act>
}

const Act = ({ href, children }: { href: string; children?: Child }) => (
  <a class="btn quiet" href={href}>
    {children}
  </a>
)
