import type { Good, Rhythm } from './catalogue.ts'
import { isStale } from './periods.ts'

/** In order of precedence: the first that is true is the badge, the others are said beside it. */
export const metricStatuses = [
  'no_data',
  'breached',
  'stale',
  'signal',
  'off_target',
  'no_target',
  'on_target',
] as const
export type MetricStatus = (typeof metricStatuses)[number]

/** A value is past a guardrail, or short of a target, strictly: the limit itself is still inside. */
export const isPast = (value: number, limit: number, good: Good): boolean =>
  good === 'up' ? value < limit : value > limit

/** One valid value and the guardrail that held in its period; null: there was none. */
export type Guarded = { period: string; value: number; guardrail: number | null }

/**
 * Since which period the guardrail is breached; null when it is held. A breach clears after two successive entries
 * inside: one good month after a bad one is not yet a return.
 */
export function breachedSince(values: readonly Guarded[], good: Good): string | null {
  let since: string | null = null
  let inside = 0
  for (const { period, value, guardrail } of values) {
    if (guardrail !== null && isPast(value, guardrail, good)) {
      since ??= period
      inside = 0
    } else if (since !== null && ++inside === 2) since = null
  }
  return since
}

export type Standing = {
  /** The newest valid entry; null: there is none, or all have nothing to divide by. */
  value: number | null
  period: string | null
  breachedSince: string | null
  /** A rule spoke on the newest period, on the bad side, or on the good one. */
  adverse: boolean
  favourable: boolean
  target: number | null
}

/** What is true of a metric on a day, the badge first. `favourable` is said separately: good news is no status. */
export function statusesOf(
  { value, period, breachedSince, adverse, target }: Standing,
  { good, rhythm }: { good: Good; rhythm: Rhythm },
  today: string,
): [MetricStatus, ...MetricStatus[]] {
  if (value === null || period === null) return ['no_data']
  const against = target === null ? 'no_target' : isPast(value, target, good) ? 'off_target' : 'on_target'
  const urgent = [
    ...(breachedSince === null ? [] : (['breached'] as const)),
    ...(isStale(period, rhythm, today) ? (['stale'] as const) : []),
    ...(adverse ? (['signal'] as const) : []),
  ]
  const [first, ...rest] = urgent
  return first === undefined ? [against] : [first, ...rest, against]
}
