import type { Bucket } from './buckets.ts'
import { type Week, windowMean } from './drift.ts'
import { breachesOf } from './floors.ts'
import { type Forecast, forecast, type Item, mondayOfWeek, newlyLate, weeklyCapacity } from './forecast.ts'
import { inBucket, type PerBucket, type Split, sharesOf, sumOf } from './split.ts'

type Team = { key: string; people: number; availability: number; efficiency: number; split: Split }

/** An item waits for its own team's share of its bucket. */
export type PlannedItem = Item & { team: string; bucket: string }

/** A plan as it stands, from the Monday `from` (week 1) on. */
export type Base<Of extends PlannedItem = PlannedItem> = {
  from: string
  /** Weeks left in the quarter: what is not finished in them is below the line. */
  weeks: number
  teams: readonly Team[]
  buckets: readonly Bucket[]
  /** In rank order. */
  items: readonly Of[]
  /** Person-weeks spent before `from`: the four-week means begin in them. */
  recent: readonly Week[]
}

/** What a scenario changes. Teams and items that are no longer there are passed over. */
export type Scenario = {
  /** By team: its split from week 1 on. */
  splits: Readonly<Record<string, Split>>
  /** Places in the whole list, the first being 1, taken one after the other. */
  ranks: readonly { item: Item['id']; rank: number }[]
  /** People that join a team in a week, or leave it (below 0). */
  people: readonly { team: string; change: number; from: number }[]
}

export const unchanged: Scenario = { splits: {}, ranks: [], people: [] }

export type Outcome<Of extends PlannedItem = PlannedItem> = {
  /** Of the person-weeks of all teams in the weeks left; null when there are none. */
  shares: PerBucket | null
  /** The week from which the four-week mean of all teams stays at or above the floor; null: broken at the end. */
  floors: { bucket: string; floor: number; heldFrom: number | null }[]
  /** In the scenario's rank order. */
  items: (Of & Forecast & { below: boolean })[]
  newlyLate: Of[]
  /** Newly late, or below the line and in the base not. */
  displaced: Of[]
  /** Their effort. */
  displacedPersonWeeks: number
}

/** What each scenario would come to, in the order given, seen from the base. */
export function compare<Of extends PlannedItem>(base: Base<Of>, scenarios: readonly Scenario[]): Outcome<Of>[] {
  const before = standing(applied(base, unchanged))
  const aboveBefore = new Set(before.filter(({ below }) => !below).map(({ id }) => id))
  return scenarios.map((scenario) => {
    const plan = applied(base, scenario)
    const items = standing(plan)
    const late = newlyLate(before, items)
    const lateNow = new Set(late.map(({ id }) => id))
    const displaced = items.filter(({ id, below }) => lateNow.has(id) || (below && aboveBefore.has(id)))
    return {
      shares: sharesOf(sumOf(plannedWeeks(plan).map(({ personWeeks }) => personWeeks))),
      floors: floorsOf(plan),
      items,
      newlyLate: late,
      displaced,
      displacedPersonWeeks: displaced.reduce((sum, { effort }) => sum + effort, 0),
    }
  })
}

type Staffed = Team & { peopleIn: (week: number) => number }
type Plan<Of extends PlannedItem> = Omit<Base<Of>, 'teams'> & { teams: readonly Staffed[] }

function applied<Of extends PlannedItem>(base: Base<Of>, { splits, ranks, people }: Scenario): Plan<Of> {
  const teams = base.teams.map((team) => {
    const changes = people.filter((one) => one.team === team.key)
    const peopleIn = (week: number) =>
      changes.reduce((sum, { change, from }) => sum + (from <= week ? change : 0), team.people)
    return {
      ...team,
      split: Object.hasOwn(splits, team.key) ? (splits[team.key] ?? team.split) : team.split,
      peopleIn: (week: number) => Math.max(0, peopleIn(week)),
    }
  })
  return { ...base, teams, items: ranks.reduce(moved, base.items) }
}

function moved<Of extends PlannedItem>(items: readonly Of[], { item, rank }: Scenario['ranks'][number]) {
  const found = items.find(({ id }) => id === item)
  if (!found) return items
  return items.filter((one) => one !== found).toSpliced(Math.max(0, rank - 1), 0, found)
}

/** Items of one team and bucket, in rank order, and the person-weeks they can have before efficiency. */
export type Queue<Of extends PlannedItem = PlannedItem> = {
  team: string
  bucket: string
  efficiency: number
  items: Of[]
  weekly: (week: number) => number
}

/** What waits for what in a scenario: the bootstrap takes one queue at a time. */
export const queues = <Of extends PlannedItem>(base: Base<Of>, scenario: Scenario): Queue<Of>[] =>
  queuesOf(applied(base, scenario))

function queuesOf<Of extends PlannedItem>({ teams, items }: Plan<Of>): Queue<Of>[] {
  const found = new Map<string, Queue<Of>>()
  for (const item of items) {
    const name = JSON.stringify([item.team, item.bucket])
    const team = teams.find(({ key }) => key === item.team)
    const queue = found.get(name) ?? {
      team: item.team,
      bucket: item.bucket,
      efficiency: team?.efficiency ?? 0,
      items: [],
      weekly: (week) => (team ? capacityOf(team, item.bucket, week) : 0),
    }
    queue.items.push(item)
    found.set(name, queue)
  }
  return [...found.values()]
}

const capacityOf = (team: Staffed, bucket: string, week: number) =>
  weeklyCapacity(team.peopleIn(week), team.availability, inBucket(team.split, bucket) / 100, 1)

function standing<Of extends PlannedItem>(plan: Plan<Of>): Outcome<Of>['items'] {
  const done = queuesOf(plan).flatMap(({ items, weekly, efficiency }) =>
    forecast(items, (week) => weekly(week) * efficiency),
  )
  const places = new Map(plan.items.map(({ id }, at) => [id, at]))
  return done
    .map((item) => ({ ...item, below: item.finish === null || item.finish > plan.weeks }))
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/** Of all teams: the person-weeks of each week left. */
const plannedWeeks = <Of extends PlannedItem>({ from, weeks, teams }: Plan<Of>): Week[] =>
  Array.from({ length: Math.max(0, weeks) }, (_, at) => ({
    week: mondayOfWeek(from, at + 1),
    personWeeks: sumOf(
      teams.map((team) =>
        Object.fromEntries(Object.keys(team.split).map((key) => [key, capacityOf(team, key, at + 1)])),
      ),
    ),
  }))

function floorsOf<Of extends PlannedItem>(plan: Plan<Of>): Outcome['floors'] {
  const planned = plannedWeeks(plan)
  const weeks = [...plan.recent, ...planned]
  const broken = planned.map(
    ({ week }) => new Set(breachesOf(windowMean(weeks, week), plan.buckets).map(({ bucket }) => bucket)),
  )
  return plan.buckets.flatMap(({ key, floor }) => {
    if (floor === null) return []
    const heldFrom = broken.findLastIndex((buckets) => buckets.has(key)) + 2
    return [{ bucket: key, floor, heldFrom: heldFrom > plan.weeks ? null : heldFrom }]
  })
}
