import { addDays } from '../time/days.ts'
import type { Good, Rhythm } from './catalogue.ts'
import { lastComplete } from './periods.ts'
import { isPast } from './status.ts'

/** What a decision expected of a metric by a day (`YYYY-MM-DD`), beside what was read of it for the period around that day. */
export type Expected = {
  good: Good
  rhythm: Rhythm
  expected: number
  expectedOn: string
  /** null: nothing was read up to that day. */
  actual: number | null
  /** First day of the period that `actual` is of. */
  period: string | null
}

/**
 * Whether the expected result came, by the direction in which the metric is good: reaching the value is enough. null
 * while it cannot be judged, because the last period that was over by the day has no reading yet, nor any after it.
 */
export function cameTrue({ good, rhythm, expected, expectedOn, actual, period }: Expected): boolean | null {
  if (actual === null || period === null) return null
  if (period < lastComplete(addDays(expectedOn, 1), rhythm)) return null
  return !isPast(actual, expected, good)
}
