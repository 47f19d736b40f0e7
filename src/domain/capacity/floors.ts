import { addDays } from '../time/days.ts'
import type { Bucket } from './buckets.ts'
import { type Week, windowMean, windowWeeks } from './drift.ts'
import { inBucket, nineDecimals, type PerBucket, type Split } from './split.ts'

export type Floor = Pick<Bucket, 'key' | 'floor'>

export type Breach = {
  bucket: string
  floor: number
  /** What it has, or got. */
  percent: number
  /** Percentage points missing up to the floor, above 0. */
  gap: number
}

/** A decision that lets a bucket go below its floor. */
export type FloorException = {
  bucket: string
  /** Its last day, `YYYY-MM-DD`. Without an end it excepts nothing: that would be a new floor. */
  ends: string | null
}

/** Buckets planned below their floor. */
export const planBreaches = (plan: Split, floors: readonly Floor[]): Breach[] =>
  floors.flatMap((floor) => breachOf(floor, inBucket(plan, floor.key)))

/**
 * Buckets whose mean over the four weeks that end with `at` (a Monday) is below the floor. Hard: it was so over the
 * four weeks before, too. The two windows share no week, so one bad week cannot make a breach hard. Nothing can be said
 * about weeks without entries: no breach.
 */
export function actualBreaches(
  weeks: readonly Week[],
  at: string,
  floors: readonly Floor[],
): (Breach & { hard: boolean })[] {
  const before = new Set(
    breachesOf(windowMean(weeks, addDays(at, -7 * windowWeeks)), floors).map(({ bucket }) => bucket),
  )
  return breachesOf(windowMean(weeks, at), floors).map((breach) => ({ ...breach, hard: before.has(breach.bucket) }))
}

/** The buckets planned below their floor that no exception covers on a day, `YYYY-MM-DD`. */
export const floorsNeedingException = (
  plan: Split,
  floors: readonly Floor[],
  exceptions: readonly FloorException[],
  on: string,
): Breach[] =>
  planBreaches(plan, floors).filter(
    (breach) => !exceptions.some(({ bucket, ends }) => bucket === breach.bucket && ends !== null && ends >= on),
  )

/** Of shares, 0 to 1. */
export const breachesOf = (shares: PerBucket | null, floors: readonly Floor[]): Breach[] =>
  shares === null ? [] : floors.flatMap((floor) => breachOf(floor, nineDecimals(100 * inBucket(shares, floor.key))))

const breachOf = ({ key, floor }: Floor, percent: number): Breach[] =>
  floor === null || percent >= floor ? [] : [{ bucket: key, floor, percent, gap: nineDecimals(floor - percent) }]
