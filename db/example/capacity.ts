import type { Actual } from '../../src/domain/capacity/read-actuals.ts'
import { quarterBefore } from '../../src/domain/capacity/weeks.ts'
import { addDays, daysBetween, mondayOf } from '../../src/domain/time/days.ts'
import { type Quarter, quarterBounds, quarterKey, quarterOf } from '../../src/domain/time/quarter.ts'
import { enterActuals } from '../capacity/actuals.ts'
import { savePlan } from '../capacity/plan.ts'
import type { Cast, Happening } from './cast.ts'
import { Chance } from './chance.ts'
import { quartersOf, teamCalled } from './roadmap.ts'

type Split = { bets: number; platform: number; risk: number }
type Planned = { name: string; people: number; split: Split; spent?: Split }

/** `spent`: what it comes to of late, where that is not the plan. */
const teams: readonly Planned[] = [
  { name: 'Berth', people: 9, split: { bets: 62, platform: 20, risk: 18 } },
  {
    ...{ name: 'Manifest', people: 8, split: { bets: 60, platform: 22, risk: 18 } },
    spent: { bets: 64, platform: 20, risk: 16 },
  },
  {
    ...{ name: 'Settle', people: 7, split: { bets: 62, platform: 20, risk: 18 } },
    spent: { bets: 81, platform: 5, risk: 14 },
  },
  { name: 'Stream & data', people: 8, split: { bets: 30, platform: 54, risk: 16 } },
  { name: 'Security', people: 5, split: { bets: 20, platform: 20, risk: 60 } },
]

const availability = 0.8
/** Person-weeks of a quarter for what nobody knows yet. */
const buffer = 12
const order = { plan: 16, actuals: 16.1 }

/** The plans of last and this quarter, and what really was done in the last ten weeks, entered every Monday after. */
export const capacityOf = (cast: Cast): Happening[] => {
  const now = quarterOf(cast.today)
  return [quarterBefore(now), now].map((quarter) => planned(cast, quarter)).concat(entered(cast))
}

function planned(cast: Cast, quarter: Quarter): Happening {
  const ago = daysBetween(quarterBounds(quarter).from, cast.today) + 5
  return {
    ...{ ago, order: order.plan },
    happen: async () => {
      const isLast = quarterKey(quarter) === quartersOf(cast).last
      const content = teams.map(async ({ name, people, split }) => ({
        ...{ team: await teamCalled(name), availability, split },
        people: isLast && name === 'Berth' ? people - 1 : people,
      }))
      await savePlan(cast.by('cpto', ago), quarter, 0, { buffer, teams: await Promise.all(content) })
    },
  }
}

function entered(cast: Cast): Happening[] {
  const chance = new Chance('actuals')
  return [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((back) => {
    const week = addDays(mondayOf(cast.today), -7 * back)
    const spent = teams.flatMap((team) => weekOf(chance, team, back).map((one) => ({ ...one, name: team.name })))
    const ago = daysBetween(addDays(week, 7), cast.today)
    return {
      ...{ ago, order: order.actuals },
      happen: async () => {
        const actuals: Actual[] = []
        for (const { name, ...one } of spent) actuals.push({ ...one, team: await teamCalled(name), week })
        await enterActuals(cast.by('adaeze', ago), actuals)
      },
    }
  })
}

type Spent = Pick<Actual, 'bucket' | 'cause' | 'personWeeks'>

/** What incidents and asks took, so many weeks back; the rest of the week went after the split. */
const taken: Record<string, Record<number, Spent>> = {
  Settle: {
    1: { bucket: 'bets', cause: 'ask', personWeeks: 1.5 },
    2: { bucket: 'bets', cause: 'ask', personWeeks: 2 },
    6: { bucket: 'risk', cause: 'incident', personWeeks: 0.8 },
  },
  Manifest: {
    1: { bucket: 'bets', cause: 'ask', personWeeks: 1 },
    3: { bucket: 'risk', cause: 'incident', personWeeks: 1.2 },
  },
  'Stream & data': {
    5: { bucket: 'platform', cause: 'incident', personWeeks: 2 },
    8: { bucket: 'platform', cause: 'incident', personWeeks: 1 },
  },
}

function weekOf(chance: Chance, { name, people, split, spent }: Planned, back: number): Spent[] {
  const unplanned = taken[name]?.[back]
  const all = people * availability * (0.97 + chance.around(0.04))
  const of = back <= 8 && spent ? spent : split
  const wobble = chance.around(2)
  const percent = { bets: of.bets + wobble, platform: of.platform - wobble / 2, risk: of.risk - wobble / 2 }
  const own = (['bets', 'platform', 'risk'] as const).map((bucket): Spent => {
    const away = unplanned?.bucket === bucket ? (unplanned.personWeeks ?? 0) : 0
    const personWeeks = Math.max(0, Math.round((all * percent[bucket]) / 10 - away * 10) / 10)
    return { bucket, cause: 'planned', personWeeks }
  })
  return unplanned ? [...own, unplanned] : own
}
