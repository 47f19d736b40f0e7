import type { Good } from '../scorecard/catalogue.ts'
import { isPast } from '../scorecard/status.ts'

/** What a theme wants of its metric; null where it was not said, or nothing was read yet. */
export type Outcome = { baseline: number | null; target: number | null; value: number | null; good: Good }

/** The target itself counts. null: it cannot be told. */
export const isReached = ({ target, value, good }: Outcome): boolean | null =>
  target === null || value === null ? null : !isPast(value, target, good)

/** The share of the way from the baseline to the target, below 0 where it went back; null: it cannot be told. */
export function shareOfTheWay({ baseline, target, value }: Outcome): number | null {
  if (baseline === null || target === null || value === null || baseline === target) return null
  return (value - baseline) / (target - baseline)
}
