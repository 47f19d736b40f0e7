import { addDays } from '../time/days.ts'
import { inBucket, nineDecimals, type PerBucket, sharesOf, sumOf } from './split.ts'

/** Person-weeks spent, of a whole organisation or one team; several entries may name one week. */
export type Week = {
  /** Its Monday, `YYYY-MM-DD`. */
  week: string
  personWeeks: PerBucket
}

/** Single weeks are noise: what is judged is the mean over so many. */
export const windowWeeks = 4

/** From here on, as a share of all capacity. */
const driftLimits = { drift: 0.08, high: 0.15 } as const

export type DriftLevel = 'steady' | 'drift' | 'high'

/**
 * The share of capacity that went elsewhere than planned, 0 to 1: half the sum of the differences, since what one
 * bucket gained another lost. Both are shares that total 1; a bucket named on one side only counts as 0 on the other.
 * Known as total variation distance, or as Duncan's index of dissimilarity (American Sociological Review 20, 1955).
 */
export function drift(actual: PerBucket, plan: PerBucket): number {
  const buckets = [...new Set([...Object.keys(actual), ...Object.keys(plan)])]
  const moved = buckets.reduce((sum, key) => sum + Math.abs(inBucket(actual, key) - inBucket(plan, key)), 0)
  return nineDecimals(moved / 2)
}

export function driftLevel(value: number): DriftLevel {
  if (value >= driftLimits.high) return 'high'
  return value >= driftLimits.drift ? 'drift' : 'steady'
}

/**
 * Shares of the person-weeks of the four weeks that end with `at` (a Monday), each week counting by what was spent in
 * it. A week without an entry is not filled in; null when none of the four has anything.
 */
export function windowMean(weeks: readonly Week[], at: string): PerBucket | null {
  const after = addDays(at, -7 * windowWeeks)
  return sharesOf(sumOf(weeks.filter(({ week }) => week > after && week <= at).map(({ personWeeks }) => personWeeks)))
}
