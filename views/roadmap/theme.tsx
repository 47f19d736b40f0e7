import type { ListedInitiative } from '../../db/roadmap/list.ts'
import type { Measured } from '../../db/roadmap/measured.ts'
import type { Theme } from '../../db/roadmap/themes.ts'
import { isReached, shareOfTheWay } from '../../src/domain/roadmap/outcome.ts'
import { Prose } from '../parts/prose.tsx'
import { targetText, withUnit } from '../scorecard/words.ts'
import { percent, wholeNumber } from '../words.ts'
import { InitiativeTable } from './initiative-list.tsx'
import { quarterText } from './initiative-words.ts'

export type ThemeProps = {
  theme: Theme
  now: Measured | undefined
  /** The first of them, in their order, and how many there are. */
  initiatives: ListedInitiative[]
  count: number
  canEdit: boolean
  currency: string
}

export const ThemePage = (props: ThemeProps) => {
  const { theme, initiatives, count, canEdit } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/themes">Themes</a> · <b>Theme</b>
          {theme.ownerName && ` of ${theme.ownerName}`}
          {theme.closedAt && ' · closed'}
        </p>
        <h1>{finding(props)}</h1>
        {canEdit && (
          <p class="acts">
            <a class="btn" href={`/themes/${theme.id}/edit`} data-key="e">
              Edit
            </a>
          </p>
        )}
      </div>
      <Outcome {...props} />
      <section class="sec" aria-labelledby="h-initiatives">
        <header>
          <h2 id="h-initiatives">Initiatives</h2>
          <p>every stage, in their order</p>
          {count > initiatives.length && (
            <a class="small" href={`/initiatives?theme=${theme.id}&stage=any`}>
              All {wholeNumber(count)}
            </a>
          )}
        </header>
        {initiatives.length === 0 ? (
          <p class="hint">Nobody bets on it yet.</p>
        ) : (
          <InitiativeTable rows={initiatives.map((one) => ({ ...one, theme: null }))} />
        )}
      </section>
    </>
  )
}

function finding({ theme, now, currency }: ThemeProps) {
  const { name, baseline, target, quarter } = theme
  if (!now) return `${name}: no metric says yet whether it becomes better.`
  const { metric, standing } = now
  const { value } = standing
  if (value === null) return `${name}: nothing was read of ${metric.name} yet.`
  if (target === null) return `${name}: at ${withUnit(value, metric.unit, currency)}, and no target is set.`
  const outcome = { baseline, target, value, good: metric.good }
  const by = quarter ? ` by ${quarterText(quarter)}` : ''
  const aim = `${withUnit(target, metric.unit, currency)}${by}`
  if (isReached(outcome)) return `${name}: at ${withUnit(value, metric.unit, currency)}, it has reached ${aim}.`
  const share = shareOfTheWay(outcome)
  return `${name}: at ${withUnit(value, metric.unit, currency)}, ${way(share)} ${aim}.`
}

const way = (share: number | null) => {
  if (share === null) return 'on the way to'
  if (share < 0) return 'further away than it began from'
  return share === 0 ? 'where it began, on the way to' : `${percent(share)} of the way to`
}

const Outcome = ({ theme, now, currency }: ThemeProps) =>
  theme.outcome === '' && !now ? null : (
    <section class="sec" aria-labelledby="h-outcome">
      <header>
        <h2 id="h-outcome">Outcome</h2>
      </header>
      {theme.outcome && <Prose text={theme.outcome} />}
      {now && <Facts theme={theme} now={now} currency={currency} />}
    </section>
  )

const Facts = ({ theme, now, currency }: { theme: Theme; now: Measured; currency: string }) => {
  const { metric, standing } = now
  return (
    <dl class="facts">
      <dt>Metric</dt>
      <dd>
        <a href={`/scorecard/${metric.key}`}>{metric.name}</a>
      </dd>
      <dt>From</dt>
      <dd>{theme.baseline === null ? 'not said' : withUnit(theme.baseline, metric.unit, currency)}</dd>
      <dt>Now</dt>
      <dd>{withUnit(standing.value, metric.unit, currency)}</dd>
      <dt>To</dt>
      <dd>
        {theme.target === null ? 'not said' : targetText(theme.target, metric.good)}
        {theme.quarter && ` by ${quarterText(theme.quarter)}`}
      </dd>
    </dl>
  )
}
