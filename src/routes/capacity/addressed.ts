import { knownTo } from '../../../db/capacity/floors.ts'
import { findScenario, type SavedScenario } from '../../../db/capacity/scenarios.ts'
import { shortDay } from '../../../views/dates.ts'
import { type Quarter, quarterKey, readQuarter } from '../../domain/time/quarter.ts'
import { localDate } from '../../domain/time/zone.ts'
import { type Ctx, signedIn } from '../../http/context.ts'
import { notFound } from '../../http/problem.ts'

/** The quarter of the address, with its key and where its pages are. */
export function addressed(c: Ctx): { quarter: Quarter; key: string; path: string } {
  const quarter = readQuarter(c.req.param('quarter') ?? '')
  if (!quarter || quarter.year < 2000 || quarter.year > 2199) throw notFound('quarter')
  return { quarter, key: quarterKey(quarter), path: `/capacity/${quarterKey(quarter)}` }
}

export async function scenarioOf(c: Ctx): Promise<{ scenario: SavedScenario; quarter: Quarter }> {
  const scenario = await findScenario(Number(c.req.param('id')) || 0)
  const quarter = scenario && readQuarter(scenario.quarter)
  if (!scenario || !quarter) throw notFound('scenario')
  const { decision } = scenario
  const isKnown = decision !== null && (await knownTo(signedIn(c).id, [decision])).has(decision)
  return { scenario: { ...scenario, decision: isKnown ? decision : null }, quarter }
}

/** The day of a moment as people here read it. */
export const whenIn = (c: Ctx) => (at: string) =>
  shortDay(localDate(at, c.var.organisation?.timeZone ?? 'UTC'), c.var.today)
