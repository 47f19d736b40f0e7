import { and, eq, sql } from 'drizzle-orm'
import { orderAfter } from '../../src/domain/capacity/ordering.ts'
import type { Base, Scenario } from '../../src/domain/capacity/scenario.ts'
import type { Split } from '../../src/domain/capacity/split.ts'
import { first, rows } from '../rows.ts'
import { scenarios } from '../schema/capacity.ts'
import { Stale } from '../stale.ts'
import { type By, type Transaction, write } from '../write.ts'
import { findPlan } from './plan.ts'

/** Teams as they would be, and what would be moved in the rank order of the quarter's initiatives. */
export type ScenarioBody = {
  teams: { team: number; people: number; split: Split }[]
  ranks: { item: number; rank: number }[]
}

export type SavedScenario = {
  id: number
  quarter: string
  name: string
  body: ScenarioBody
  byName: string | null
  at: string
  committedAt: string | null
  decision: number | null
  version: number
}

type Row = Omit<SavedScenario, 'body'> & { body: string }

const columns = sql`s.id, s.quarter, s.name, s.body, p.name as byName, s.at, s.committed_at as committedAt, s.decision, s.version
  from scenarios s left join people p on p.id = s.by`

const read = (row: Row): SavedScenario => ({ ...row, body: JSON.parse(row.body) })

/** Newest first. */
export const scenariosOf = async (quarter: string): Promise<SavedScenario[]> =>
  (await rows<Row>(sql`select ${columns} where s.quarter = ${quarter} order by s.id desc limit 50`)).map(read)

export async function findScenario(id: number, tx?: Transaction): Promise<SavedScenario | undefined> {
  const row = await first<Row>(sql`select ${columns} where s.id = ${id}`, tx)
  return row && read(row)
}

/** A copy of the plan, or of another scenario of the quarter. */
export const makeScenario = (by: By, quarter: string, name: string, copied: SavedScenario | null): Promise<number> =>
  write(by, async (tx, note) => {
    const { teams } = await findPlan(quarter, tx)
    const ofPlan = { teams: teams.map(({ team, people, split }) => ({ team, people, split })), ranks: [] }
    const body = JSON.stringify(copied?.body ?? ofPlan)
    const row = { quarter, name, body, by: by.person, at: by.at.toISOString() }
    const { id } = await tx.insert(scenarios).values(row).returning({ id: scenarios.id }).get()
    const after = { name, quarter, copyOf: copied?.name ?? 'the plan' }
    await note({ kind: 'scenario.made', record: 'scenario', recordId: id, after })
    return id
  })

/** `Stale` also once it was committed: what was decided does not change. */
export const changeScenario = (by: By, id: number, seen: number, name: string, body: ScenarioBody): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await findScenario(id, tx)
    if (!before || before.version !== seen || before.committedAt) throw new Stale(before)
    await tx
      .update(scenarios)
      .set({ name, body: JSON.stringify(body), version: seen + 1 })
      .where(and(eq(scenarios.id, id), eq(scenarios.version, seen)))
    const told = (one: { name: string; body: ScenarioBody }) => ({
      name: one.name,
      people: one.body.teams.map(({ people }) => people),
      splits: one.body.teams.map(({ split }) => Object.values(split).join('/')),
      moved: one.body.ranks.map(({ item, rank }) => `I-${item} to ${rank}`),
    })
    await note({
      ...{ kind: 'scenario.changed', record: 'scenario', recordId: id },
      ...{ before: told(before), after: told({ name, body }) },
    })
  })

/** What it changes, seen from the plan as it is now. */
export const asChange = ({ teams, ranks }: ScenarioBody, base: Base): Scenario => ({
  splits: Object.fromEntries(teams.map(({ team, split }) => [String(team), split])),
  ranks,
  people: teams.flatMap(({ team, people }) => {
    const planned = base.teams.find(({ key }) => key === String(team))
    return planned && planned.people !== people
      ? [{ team: String(team), change: people - planned.people, from: 1 }]
      : []
  }),
})

/** The ids of a list as a scenario orders it. */
export const orderIn = (items: readonly { id: number }[], { ranks }: ScenarioBody): number[] =>
  orderAfter(
    items.map(({ id }) => id),
    ranks,
  ).map(Number)
