import type { Breached } from '../../db/scorecard/breached.ts'
import { Sparkline } from '../scorecard/sparkline.tsx'
import { periodName, withUnit } from '../scorecard/words.ts'

type Props = { breached: Breached[]; currency: string; reads: boolean }

/** The rest is one link away. */
const shown = 5

export const GuardrailsBreached = ({ breached, currency, reads }: Props) => (
  <section class="sec" aria-labelledby="h-breached">
    <header>
      <h2 id="h-breached">Guardrails breached</h2>
      <a class="small" href="/scorecard">
        {breached.length > shown ? `All ${breached.length} on the scorecard` : 'The scorecard'}
      </a>
    </header>
    <ul class="list">
      {breached.slice(0, shown).map((one) => (
        <Guardrail {...one} currency={currency} reads={reads} />
      ))}
    </ul>
  </section>
)

const Guardrail = (props: Breached & { currency: string; reads: boolean }) => {
  const { key, name, unit, rhythm, standing, currency, reads } = props
  const { value, guardrail, breachedSince, recent, target } = standing
  return (
    <li>
      <h3>
        <a href={`/scorecard/${key}`}>{name}</a>
      </h3>
      <p class="fig">
        <b class="n">{withUnit(value, unit, currency)}</b>{' '}
        {guardrail !== null && <span>limit {withUnit(guardrail, unit, currency)}</span>}
      </p>
      <Sparkline values={recent.slice(-13).map(({ value }) => value)} {...{ target, guardrail }} status="breached" />
      <p class="why">
        Since {periodName(breachedSince, rhythm)}: {whyOf(props)}{' '}
        {!reads && (
          <a
            class="nw"
            href={`/decisions/new?${new URLSearchParams({ title: `${name}: what do we do?`, metric: key })}`}
          >
            Log a decision
          </a>
        )}
      </p>
    </li>
  )
}

/** The reason for the newest entry past it; one for an earlier entry says nothing about this one. */
function whyOf({ standing, reason }: Breached) {
  const newest = standing.recent.findLast(({ value }) => value !== null)
  if (newest && !newest.past) return 'one entry inside again, a second one clears it.'
  return reason && reason.period === newest?.period ? `“${reason.body}”` : 'no reason yet.'
}
