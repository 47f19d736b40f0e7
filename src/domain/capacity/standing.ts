import { addDays } from '../time/days.ts'
import type { Bucket } from './buckets.ts'
import { type DriftLevel, drift, driftLevel, type Week, windowMean, windowWeeks } from './drift.ts'
import { actualBreaches, type Breach } from './floors.ts'
import { type PlannedTeam, plannedPercent, scaled, weeklyOf } from './planned.ts'
import { inBucket, type PerBucket, sumOf } from './split.ts'

export type HardBreach = Breach & { hard: boolean }

/** How a team, or all together, stands: shares in percent, over the four weeks that end with the newest. */
export type Standing = {
  people: number | null
  planned: PerBucket | null
  actual: PerBucket | null
  drift: number | null
  level: DriftLevel | null
  breaches: HardBreach[]
}

export type TeamWeeks = { key: string; plan: PlannedTeam | null; weeks: readonly Week[] }

/** @param at the Monday of the newest week with actuals; null: there is none yet */
export function standings(teams: readonly TeamWeeks[], at: string | null, buckets: readonly Bucket[]) {
  const plans = teams.flatMap(({ plan }) => plan ?? [])
  const people = plans.reduce((sum, plan) => sum + plan.people, 0)
  const planned = plans.some((plan) => weeklyOf(plan) > 0) ? plannedPercent(plans) : null
  return {
    teams: teams.map(({ key, plan, weeks }) => ({
      key,
      ...standing(plan?.people ?? null, plan?.split ?? null, weeks, at, buckets),
    })),
    all: standing(
      plans.length > 0 ? people : null,
      planned,
      teams.flatMap(({ weeks }) => weeks),
      at,
      buckets,
    ),
  }
}

function standing(
  people: number | null,
  planned: PerBucket | null,
  weeks: readonly Week[],
  at: string | null,
  buckets: readonly Bucket[],
): Standing {
  const shares = at === null ? null : windowMean(weeks, at)
  const moved = shares && planned ? drift(shares, scaled(planned, 0.01)) : null
  return {
    ...{ people, planned },
    actual: shares && scaled(shares, 100),
    drift: moved,
    level: moved === null ? null : driftLevel(moved),
    breaches: at === null ? [] : actualBreaches(weeks, at, buckets),
  }
}

/** Who is short of what a floor asks of everybody, and the part of it that is theirs, 0 to 1; the most first. */
export function behindTheGap(
  teams: readonly TeamWeeks[],
  at: string,
  { bucket, floor }: Pick<Breach, 'bucket' | 'floor'>,
): { key: string; share: number }[] {
  const after = addDays(at, -7 * windowWeeks)
  const short = teams.map(({ key, weeks }) => {
    const spent = sumOf(weeks.filter(({ week }) => week > after && week <= at).map(({ personWeeks }) => personWeeks))
    const all = Object.values(spent).reduce((sum, amount) => sum + amount, 0)
    return { key, missing: Math.max(0, (floor / 100) * all - inBucket(spent, bucket)) }
  })
  const missing = short.reduce((sum, one) => sum + one.missing, 0)
  return short
    .filter((one) => one.missing > 0)
    .map((one) => ({ key: one.key, share: one.missing / missing }))
    .sort((a, b) => b.share - a.share)
}
