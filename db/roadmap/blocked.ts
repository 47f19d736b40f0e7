import { sql } from 'drizzle-orm'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { type Blocked, blocked, type Edge } from '../../src/domain/roadmap/dependencies.ts'
import { quarterBounds, readQuarter } from '../../src/domain/time/quarter.ts'
import { rows } from '../rows.ts'

/**
 * Initiatives that wait for one that was stopped, is late or comes too late; with an id, only what that one waits for
 * and what waits for it.
 */
export async function blockedOn(today: string, initiative?: number): Promise<Blocked[]> {
  const edges = await rows<Edge>(sql`select initiative as "from", on_initiative as "to" from dependencies
    where on_initiative is not null and settled = 0
      ${initiative === undefined ? sql`` : sql`and (initiative = ${initiative} or on_initiative = ${initiative})`}`)
  if (edges.length === 0) return []
  const ids = JSON.stringify([...new Set(edges.flatMap(({ from, to }) => [from, to]))])
  const [found, milestones] = await Promise.all([
    rows<{ id: number; stage: Stage; quarter: string | null; startedOn: string | null }>(
      sql`select id, stage, quarter, started_on as startedOn from initiatives where id in (select value from json_each(${ids}))`,
    ),
    rows<{ initiative: number; plannedOn: string; actualOn: string | null }>(
      sql`select initiative, planned_on as plannedOn, actual_on as actualOn from milestones
        where initiative in (select value from json_each(${ids}))`,
    ),
  ])
  const of = new Map(found.map(({ id }) => [id, [] as typeof milestones]))
  for (const one of milestones) of.get(one.initiative)?.push(one)
  return blocked(
    found.map(({ id, stage, quarter, startedOn }) => ({
      ...{ id, stage, milestones: of.get(id) ?? [] },
      startsOn: startedOn ?? firstDayOf(quarter),
    })),
    edges,
    today,
  )
}

function firstDayOf(quarter: string | null) {
  const read = quarter === null ? null : readQuarter(quarter)
  return read && quarterBounds(read).from
}
