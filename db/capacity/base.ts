import { leastHistory, ratiosOf } from '../../src/domain/capacity/bootstrap.ts'
import { type Week, windowMean } from '../../src/domain/capacity/drift.ts'
import { efficiencyOf } from '../../src/domain/capacity/forecast.ts'
import { scaled } from '../../src/domain/capacity/planned.ts'
import { remaining } from '../../src/domain/capacity/remaining.ts'
import { type Base, type PlannedItem, type Scenario, unchanged } from '../../src/domain/capacity/scenario.ts'
import { inBucket } from '../../src/domain/capacity/split.ts'
import { weekNumber, weeksOf } from '../../src/domain/capacity/weeks.ts'
import { addDays, mondayOf } from '../../src/domain/time/days.ts'
import { type Quarter, quarterKey } from '../../src/domain/time/quarter.ts'
import type { Transaction } from '../write.ts'
import { listBuckets } from './buckets.ts'
import { pastWeeks, recentWeeks, spentBetween } from './figures.ts'
import { itemsOf, type QuarterItem } from './items.ts'
import { findPlan, type Plan } from './plan.ts'

export type ForecastItem = PlannedItem & { id: number; title: string; teamName: string }

/** The plan of a quarter as a forecast begins with it. */
export type QuarterBase = {
  plan: Plan
  base: Base<ForecastItem>
  /** Each past week's delivered by planned, by team; none with too little history. */
  ratios: Map<string, number[]>
  /** Every initiative of the quarter that is still to do, in rank order; those without team or effort too. */
  items: QuarterItem[]
}

/** Weeks of history from which a team's own efficiency is taken. A judgement: fewer say too little. */
const leastForEfficiency = 4

/** From this week on, or from its beginning for a quarter to come. */
export async function baseOf(quarter: Quarter, today: string, tx?: Transaction): Promise<QuarterBase> {
  const key = quarterKey(quarter)
  const weeks = weeksOf(quarter)
  const begin = weeks[0] ?? today
  const from = mondayOf(today) > begin ? mondayOf(today) : begin
  const [plan, buckets, all] = [await findPlan(key, tx), await listBuckets(tx), await itemsOf(key, tx)]
  const [spent, past] = [await spentBetween(begin, from, tx), await pastWeeks(from, tx)]
  const isDone = ({ stage }: QuarterItem) => stage === 'shipped' || stage === 'measured'
  const last = addDays(weeks.at(-1) ?? today, 6)
  const estimated = all.flatMap(({ team, teamName, effort, launchedOn, milestone, ...item }) => {
    if (team === null || effort === null || (isDone(item as QuarterItem) && (launchedOn ?? '') < begin)) return []
    const state = isDone(item as QuarterItem)
      ? ('done' as const)
      : item.stage === 'delivery'
        ? ('begun' as const)
        : ('waiting' as const)
    const { id, title, bucket } = item
    return [
      {
        ...{ id, title, bucket, effort, state },
        team: String(team),
        teamName: teamName ?? '',
        due: weekNumber(from, milestone ?? last),
      },
    ]
  })
  const teams = plan.teams.map(({ team, people, availability, split }) => {
    const own = past.get(team) ?? []
    const efficiency = own.length >= leastForEfficiency ? (efficiencyOf(own) ?? 1) : 1
    return { key: String(team), people, availability, split, efficiency }
  })
  const ratios = [...past].map(([team, own]) => [String(team), ratiosOf(own)] as const)
  return {
    plan,
    base: {
      ...{ from, teams, buckets, weeks: weeks.filter((week) => week >= from).length },
      items: remaining(estimated, (team, bucket) => inBucket(spent.get(Number(team)) ?? {}, bucket)),
      recent: await recentWeeks(from, tx),
    },
    ratios: new Map(ratios.filter(([, own]) => own.length >= leastHistory)),
    items: all.filter((item) => !isDone(item)),
  }
}

/** What comes of it when every team goes on as in its last four weeks; null before any. */
export function continued(windows: ReadonlyMap<number, readonly Week[]>, at: string | null): Scenario | null {
  if (at === null) return null
  const splits = [...windows].flatMap(([team, weeks]) => {
    const shares = windowMean(weeks, at)
    return shares ? [[String(team), scaled(shares, 100)] as const] : []
  })
  return { ...unchanged, splits: Object.fromEntries(splits) }
}
