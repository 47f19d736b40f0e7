import type { Segment, Signal } from '../../../src/domain/scorecard/behaviour.ts'
import type { Scale } from '../../../src/domain/scorecard/catalogue.ts'
import { periodAfter } from '../../../src/domain/scorecard/periods.ts'
import { isPast } from '../../../src/domain/scorecard/status.ts'
import { type Target, targetAt } from '../../../src/domain/scorecard/targets.ts'
import { daysBetween } from '../../../src/domain/time/days.ts'
import { longDay, shortDay } from '../../dates.ts'
import { ruleNames, withUnit } from '../words.ts'
import { domainOf, levelsOf } from './axis.ts'
import type { MarkerKind } from './markers.ts'
import type { MetricProps } from './props.ts'
import { when } from './when.ts'

/** The newest point's shape says most: past the guardrail before a signal. */
export type Mark = 'past' | 'adverse' | 'favourable' | null

/** A process behaviour chart as it is drawn, by the server and by the browser alike. `at` counts days. */
export type Plot = {
  scale: Scale
  days: number
  low: number
  high: number
  /** Where the guardrail's bad side is. */
  bad: 'high' | 'low'
  breached: boolean
  /** `dot`: it has one of its own; among many points only where no line leads to it. */
  points: { at: number; value: number | null; dot: boolean; text: string; mark: Mark }[]
  spans: { from: number; to: number; mean: number; upper: number; lower: number }[]
  targets: { from: number; to: number; target: number | null; guardrail: number | null }[]
  borders: number[]
  markers: { at: number; kind: MarkerKind; label: string; text: string }[]
  ticks: { at: number; label: string }[]
  levels: { value: number; label: string }[]
}

/** null where there is nothing to draw. */
export function plotOf(props: MetricProps): Plot | null {
  const { metric, segments, standing, targets, markers, today } = props
  const all = pointsOf(props)
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last || all.every(({ value }) => value === null)) return null
  const end = periodAfter(last.period, metric.rhythm)
  const at = (day: string) => Math.max(0, Math.min(days, daysBetween(first.from, day)))
  const days = daysBetween(first.from, end)
  const middle = (period: string) => (at(period) + at(periodAfter(period, metric.rhythm))) / 2
  const signals = signalsByPeriod(segments)
  const points = all.map((point, index) => ({
    at: middle(point.period),
    // 0 has no place on a logarithmic chart: it is a gap.
    value: metric.scale === 'log' && (point.value ?? 0) <= 0 ? null : rounded(point.value),
    dot: all.length <= 80 || ((all[index - 1]?.value ?? null) === null && (all[index + 1]?.value ?? null) === null),
    ...told(props, point, signals.get(point.period) ?? []),
  }))
  const spans = segments
    .flatMap(({ from, limits }, index) =>
      limits ? [{ from: at(from), to: at(segments[index + 1]?.from ?? end), ...only(limits) }] : [],
    )
    .filter(({ to }) => to > 0)
  const steps = stepsOf(targets, first.from, end)
  const values = points.flatMap(({ value }) => value ?? [])
  const domain = domainOf(
    [...values, ...spans.flatMap(({ upper, lower }) => [upper, lower])],
    steps.flatMap(({ target, guardrail }) => [target ?? [], guardrail ?? []].flat()),
    metric.scale,
  )
  return {
    scale: metric.scale,
    days,
    ...domain,
    bad: metric.good === 'up' ? 'low' : 'high',
    breached: standing.breachedSince !== null,
    points,
    spans,
    targets: steps.map(({ from, to, ...held }) => ({ from: at(from), to: at(to), ...held })),
    borders: segments.slice(1).flatMap(({ from }) => (from > first.from ? [at(from)] : [])),
    markers: markers
      .filter(({ day }) => day >= first.from && day < end)
      .map(({ day, kind, label, text }) => ({ at: at(day), kind, label, text: `${longDay(day)}: ${text}` })),
    ticks: ticksOf(
      all.map(({ period }) => period),
      today,
    ).map(({ period, label }) => ({ at: middle(period), label })),
    levels: levelsOf(domain, metric),
  }
}

/** More than a screen has room for; the years before are a link away. */
export const mostPoints = 260

const pointsOf = ({ segments, showAll }: MetricProps) => {
  const all = segments.flatMap(({ points }) => points)
  return showAll ? all : all.slice(-mostPoints)
}

function signalsByPeriod(segments: readonly Segment[]): Map<string, Signal[]> {
  const found = new Map<string, Signal[]>()
  for (const signal of segments.flatMap(({ signals }) => signals)) {
    found.set(signal.period, [...(found.get(signal.period) ?? []), signal])
  }
  return found
}

/** Closer than any screen can show, and shorter on the way there. */
const rounded = <Value extends number | null>(value: Value): Value =>
  (value === null ? null : Number(value.toPrecision(7))) as Value

const only = ({ mean, upper, lower }: NonNullable<Segment['limits']>) => ({
  ...{ mean: rounded(mean), upper: rounded(upper), lower: rounded(lower) },
})

/** What is said of a point, and the shape that says it. */
function told(
  { metric, targets, currency, today }: MetricProps,
  point: Segment['points'][number],
  signals: readonly Signal[],
) {
  const { guardrail } = targetAt(targets, point.period)
  const past = point.value !== null && guardrail !== null && isPast(point.value, guardrail, metric.good)
  const adverse = signals.some((signal) => signal.adverse)
  const mark: Mark = past ? 'past' : adverse ? 'adverse' : signals.length > 0 ? 'favourable' : null
  const named = when(point.period, metric.rhythm, today)
  const period = point.from === point.period ? named : `${when(point.from, metric.rhythm, today)} to ${named}, pooled`
  const says = [past && 'past the guardrail', ...new Set(signals.map(({ rule }) => ruleNames[rule]))].filter(Boolean)
  const text = `${period}: ${withUnit(point.value, metric.unit, currency)}${says.length > 0 ? `, ${says.join(', ')}` : ''}`
  return { mark, text }
}

/** The targets that held between two days, each with the days it held; the first also before it began. */
function stepsOf(targets: readonly Target[], from: string, end: string) {
  const begins = [from, ...new Set(targets.map(({ startsOn }) => startsOn).filter((day) => day > from && day < end))]
  return begins.map((begin, index) => ({ from: begin, to: begins[index + 1] ?? end, ...held(targets, begin) }))
}

const held = (targets: readonly Target[], day: string) => {
  const { target, guardrail } = targetAt(targets, day)
  return { target, guardrail }
}

/** At most five names of days, the year with the first and wherever it is another. */
function ticksOf(periods: readonly string[], today: string) {
  const step = Math.ceil(periods.length / 5)
  return periods
    .filter((_, index) => index % step === Math.floor(step / 2))
    .map((period) => ({ period, label: shortDay(period, today) }))
}
