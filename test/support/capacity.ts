import { enterActuals } from '../../db/capacity/actuals.ts'
import { savePlan } from '../../db/capacity/plan.ts'
import { addInitiative, blankInitiative } from '../../db/roadmap/initiatives.ts'
import { addTeam } from '../../db/teams.ts'
import type { By } from '../../db/write.ts'
import { weeksOf } from '../../src/domain/capacity/weeks.ts'
import { type Quarter, quarterKey } from '../../src/domain/time/quarter.ts'

export const split = (bets: number, platform: number) => ({ bets, platform, risk: 100 - bets - platform })

/** Berth of ten and Settle of five, as a quarter is planned: 60 % bets, 25 % platform, 15 % risk. */
export async function plannedQuarter(by: By, quarter: Quarter, people: [number, number] = [10, 5]) {
  const berth = await addTeam(by, { name: 'Berth', kind: 'product_line', lead: null, members: [] })
  const settle = await addTeam(by, { name: 'Settle', kind: 'product_line', lead: null, members: [] })
  const teams = [berth, settle].map((team, at) => ({
    ...{ team, people: people[at] ?? 0, availability: 0.8, split: split(60, 25) },
  }))
  await savePlan(by, quarter, 0, { buffer: 8, teams })
  return { berth, settle }
}

/** The same every week of a quarter, the first `count` of them: person-weeks by bucket, all planned. */
export const spend = (by: By, team: number, quarter: Quarter, count: number, amounts: [number, number, number]) =>
  enterActuals(
    by,
    weeksOf(quarter)
      .slice(0, count)
      .flatMap((week) =>
        ['bets', 'platform', 'risk'].map((bucket, at) => ({
          ...{ team, week, bucket, cause: 'planned' as const, personWeeks: amounts[at] ?? 0 },
        })),
      ),
  )

export const initiativeOf = (by: By, title: string, quarter: Quarter, team: number, effort: number, bucket = 'bets') =>
  addInitiative(by, {
    ...blankInitiative,
    title,
    quarter: quarterKey(quarter),
    team,
    effort,
    bucket,
    origin: 'planning',
  })
