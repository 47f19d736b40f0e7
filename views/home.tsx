import type { Decided, Revisit } from '../db/home.ts'
import type { Breached } from '../db/scorecard/breached.ts'
import { longDay, shortDay, weekday } from './dates.ts'
import { GuardrailsBreached } from './home/breached.tsx'
import { type PlanOnHome, PlanSections } from './home/plan.tsx'
import { type RankedItem, Row } from './home/row.tsx'
import { capitalised, counted } from './words.ts'

type Props = {
  ranked: RankedItem[]
  open: number
  decided: Decided[]
  ahead: Revisit[]
  breached: Breached[]
  plan: PlanOnHome
  currency: string
  reader: { id: number; role: string }
  today: string
  week: number
}

/** More than this nobody decides in one sitting; the rest is one link away. */
const shown = 12

export const Home = (props: Props) => {
  const { ranked, open, decided, ahead, breached, plan, currency, today, week } = props
  const reads = props.reader.role === 'viewer'
  const mine = ranked.filter(({ deciderId }) => deciderId === props.reader.id).length
  return (
    <>
      <div class="head front">
        <p class="kick">
          {weekday(today)} {longDay(today)}, week {week}
        </p>
        <h1>{finding(ranked.length, mine, breached.length)}</h1>
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
                {!reads && (
                  <p>
                    <a class="btn pri" href="/decisions/new">
                      Log a decision
                    </a>
                  </p>
                )}
              </div>
            ) : (
              <ol class="list rank">
                {ranked.slice(0, shown).map((item) => (
                  <Row item={item} today={today} currency={currency} reads={reads} />
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
          {breached.length > 0 && <GuardrailsBreached breached={breached} currency={currency} reads={reads} />}
          <PlanSections {...plan} today={today} />
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

const finding = (count: number, mine: number, breached: number) => {
  if (count === 0) {
    const guardrails = breached > 0 ? `; ${counted(breached, 'guardrail is', 'guardrails are')} breached` : ''
    return `Nothing waits for a decision${guardrails}.`
  }
  const all = `${capitalised(counted(count, 'thing waits', 'things wait'))} for a decision.`
  return mine === 0
    ? `${all} None of them on you.`
    : `${all} ${capitalised(counted(mine, 'of them', 'of them'))} on you.`
}
