import { periodsBetween } from '../../../src/domain/scorecard/periods.ts'
import { isPast, type MetricStatus } from '../../../src/domain/scorecard/status.ts'
import { counted } from '../../words.ts'
import { stageSentences, withUnit } from '../words.ts'
import type { MetricProps } from './props.ts'
import { when } from './when.ts'

/** How the metric stands, in one sentence. */
export function finding(props: MetricProps): string {
  const { metric, standing, statuses, currency, told } = props
  if (standing.value === null || standing.period === null) {
    return told.length === 0
      ? `${metric.name} has no readings yet.`
      : `${metric.name} has readings, but none that holds a value.`
  }
  const value = `${metric.name} is ${withUnit(standing.value, metric.unit, currency)}`
  const more = [
    spoken(props),
    statuses.includes('stale') && `nothing has been entered since ${when(standing.period, metric.rhythm, props.today)}`,
  ].filter(Boolean)
  return [`${value}${against(props)}`, ...more].join('; ').concat('.')
}

function against({ metric, standing, statuses, today }: MetricProps) {
  const { value, guardrail, breachedSince } = standing
  const aim = aims[statuses.at(-1) ?? 'no_target'] ?? ''
  const past = value !== null && guardrail !== null && isPast(value, guardrail, metric.good)
  if (past && breachedSince === standing.period) return ', past its guardrail'
  if (past && breachedSince) return `, past its guardrail, first in ${when(breachedSince, metric.rhythm, today)}`
  if (breachedSince) return ', inside its guardrail again; a second entry inside clears the breach'
  if (guardrail === null) return `, ${aim}`
  return `, inside its guardrail ${aim === 'off target' ? 'but' : 'and'} ${aim}`
}

const aims: Partial<Record<MetricStatus, string>> = {
  off_target: 'off target',
  on_target: 'on target',
  no_target: 'without a target yet',
}

/** What the rules say of the newest point; the longest pattern first, it says most. */
function spoken({ standing, segments, metric }: MetricProps): string {
  const segment = segments.at(-1)
  const signals = segment?.signals.filter(({ period }) => period === standing.period) ?? []
  const of = (rule: string) => signals.find((signal) => signal.rule === rule)
  const run = of('3')
  if (segment && run) {
    const points = segment.points.filter(({ from, period }) => from >= run.from && period <= run.period).length
    return `${counted(points, 'point')} in a row lie ${run.side === 'high' ? 'above' : 'below'} the mean`
  }
  const [outside, near, jump] = [of('1'), of('2'), of('range')]
  const limit = (side: 'high' | 'low') => (side === 'high' ? 'upper' : 'lower')
  if (outside) return `that is ${outside.side === 'high' ? 'above' : 'below'} its ${limit(outside.side)} limit`
  if (near) return `three of the last four points lie near the ${limit(near.side)} limit`
  if (jump)
    return `it ${jump.side === 'high' ? 'rose' : 'fell'} by more than chance explains in one ${periodWord(metric)}`
  return ''
}

const periodWord = ({ rhythm }: MetricProps['metric']) =>
  rhythm === 'monthly' ? 'month' : rhythm === 'weekly' ? 'week' : 'fortnight'

/** The chart for those who do not see it. */
export function chartSentence({ metric, segments, currency, told }: MetricProps): string {
  const points = segments.flatMap((segment) => segment.points).filter(({ value }) => value !== null)
  const [first, last] = [points[0], points.at(-1)]
  const newest = segments.at(-1)
  const value = (of: number | null | undefined) => withUnit(of ?? null, metric.unit, currency)
  const signals = new Set(segments.flatMap((segment) => segment.signals.map(({ period }) => period))).size
  const limits = newest?.limits
  return [
    `Process behaviour chart of ${metric.name}: ${counted(points.length, 'point')}, from ${value(first?.value)} to ${value(last?.value)}`,
    limits && `mean ${value(limits.mean)}, limits ${value(limits.lower)} and ${value(limits.upper)}`,
    `${counted(signals, 'point')} with a signal`,
    told.length > 0 && 'every value is in the table of readings',
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}

/** What one has to know to read the limits: how settled they are, what was pooled, which rules are off. */
export function caveats({ metric, segments }: MetricProps): string[] {
  const segment = segments.at(-1)
  if (!segment) return []
  const pooled = segments.flatMap(({ points }) => points).filter(({ from, period }) => from !== period)
  const most = Math.max(1, ...pooled.map(({ from, period }) => 1 + periodsBetween(from, period, metric.rhythm)))
  return [
    stageSentences[segment.stage],
    segment.autocorrelated &&
      'Each value resembles the one before it, so runs mean little here: only points beyond the limits speak.',
    pooled.length > 0 &&
      `Counts are small, so up to ${counted(most, 'period')} are pooled into one point until about three cases can be expected in it.`,
    segment.limits?.lowerCut && 'The lower limit would lie below what is possible; on that side only runs can speak.',
    segment.limits?.upperCut && 'The upper limit would lie above what is possible; on that side only runs can speak.',
    metric.scale === 'log' && 'Values are judged and drawn by their logarithm.',
  ].filter((sentence) => typeof sentence === 'string')
}
