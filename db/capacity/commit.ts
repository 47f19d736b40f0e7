import { and, eq, isNull, sql } from 'drizzle-orm'
import { compare } from '../../src/domain/capacity/scenario.ts'
import { type Quarter, quarterKey } from '../../src/domain/time/quarter.ts'
import { blankContent } from '../decisions/content.ts'
import { logInside } from '../decisions/log.ts'
import { keepChanges } from '../roadmap/changes.ts'
import { rows } from '../rows.ts'
import { belowTheLine, quarterPlans, scenarios } from '../schema/capacity.ts'
import { commitments, initiatives } from '../schema/roadmap.ts'
import { Stale } from '../stale.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { baseOf, type ForecastItem, type QuarterBase } from './base.ts'
import { demandFloors, type Exception, insertExceptions } from './floors.ts'
import { type Plan, recordOf, writePlan } from './plan.ts'
import { asChange, findScenario, type ScenarioBody } from './scenarios.ts'

export type Commitment = {
  title: string
  rationale: string
  /** The decision type it falls under; null: none. */
  type: number | null
  /** `decision` null: this one is the exception. */
  exceptions: readonly (Omit<Exception, 'decision'> & { decision: number | null })[]
}

/**
 * The scenario becomes the plan of its quarter: plan, rank, below-the-line list, the frozen list and the decision that
 * says so, all or none. Returns the number of the decision. `BelowFloor` where a floor is neither held nor excepted.
 */
export const commitScenario = (
  by: By & { person: number },
  quarter: Quarter,
  today: string,
  { id, version }: { id: number; version: number },
  commitment: Commitment,
): Promise<number> =>
  write(by, async (tx, note) => {
    const scenario = await findScenario(id, tx)
    if (!scenario || scenario.version !== version || scenario.committedAt) throw new Stale(scenario)
    const before = await baseOf(quarter, today, tx)
    const teams = teamsOf(scenario.body, before.plan)
    const [outcome] = compare(before.base, [asChange(scenario.body, before.base)])
    const below = outcome?.items.filter((item) => item.below) ?? []
    const decision = await logCommitment(tx, by, note, commitment, below)
    const exceptions = commitment.exceptions.map((one) => ({ ...one, decision: one.decision ?? decision }))
    await insertExceptions(tx, by, quarterKey(quarter), exceptions)
    await demandFloors(tx, by, quarter, teams)
    await writePlan(tx, note, quarter, before.plan, { buffer: before.plan.buffer, teams })
    const why = { because: commitment.title, decision }
    await rerank(tx, by, before, outcome?.items ?? [], why)
    await putBelow(tx, by, quarter, below, why)
    await freeze(tx, by, quarter, before, outcome?.items ?? [])
    await markCommitted(tx, by, quarter, id, decision)
    const told = { scenario: scenario.name, decision: `D-${decision}`, below: below.map((item) => `I-${item.id}`) }
    await note({ kind: 'plan.committed', record: 'quarter', recordId: recordOf(quarter), after: told })
    return decision
  })

/** The teams of the plan as the scenario has them; one that was planned since stays as it is. */
export const teamsOf = ({ teams }: ScenarioBody, plan: Plan) =>
  plan.teams.map((planned) => {
    const changed = teams.find(({ team }) => team === planned.team)
    return changed ? { ...planned, people: changed.people, split: changed.split } : planned
  })

function logCommitment(
  tx: Transaction,
  by: By & { person: number },
  note: Note,
  { title, rationale, type }: Commitment,
  below: readonly ForecastItem[],
) {
  const at = by.at.toISOString()
  return logInside(tx, by, note, {
    ...{ ...blankContent, title, rationale, type, side: 'both', crossTeam: true },
    notDoing: below.map((item) => `I-${item.id} ${item.title}`),
    ...{ raisedBy: by.person, raisedAt: at, decided: { by: by.person, at, forum: 'planning' } },
  })
}

type Why = { because: string; decision: number }

/** The ranks these initiatives have among all, given out anew in the scenario's order. */
async function rerank(
  tx: Transaction,
  by: By,
  { base, items }: QuarterBase,
  ordered: readonly ForecastItem[],
  why: Why,
) {
  const rankOf = new Map(items.map(({ id, rank }) => [id, rank]))
  const ranks = base.items.map(({ id }) => rankOf.get(id) ?? 0)
  for (const [at, { id }] of ordered.entries()) {
    const [was, rank] = [rankOf.get(id) ?? 0, ranks[at] ?? 0]
    if (was === rank) continue
    await change(tx, by, id, { rank })
    await keepChanges(tx, by, id, { rank: was }, { rank }, why)
  }
}

/** They leave the quarter; what its earlier list named and is above the line now is named no longer. */
async function putBelow(tx: Transaction, by: By, quarter: Quarter, below: readonly ForecastItem[], why: Why) {
  const at = by.at.toISOString()
  for (const { id } of below) {
    await tx.insert(belowTheLine).values({ quarter: quarterKey(quarter), initiative: id, decision: why.decision, at })
    await change(tx, by, id, { quarter: null })
    await keepChanges(tx, by, id, { quarter: quarterKey(quarter) }, { quarter: null }, why)
  }
}

const change = (tx: Transaction, by: By, id: number, columns: Partial<typeof initiatives.$inferInsert>) =>
  tx
    .update(initiatives)
    .set({ ...columns, changedAt: by.at.toISOString(), version: sql`${initiatives.version} + 1` })
    .where(eq(initiatives.id, id))

/** The list is frozen once: what changes afterwards is churn. */
async function freeze(tx: Transaction, by: By, quarter: Quarter, { items }: QuarterBase, ordered: ForecastBelow[]) {
  const key = quarterKey(quarter)
  if (await isFrozen(key, tx)) return
  const gone = new Set(ordered.filter(({ below }) => below).map(({ id }) => id))
  const inOrder = await rows<{ id: number; effort: number | null }>(
    sql`select id, effort from initiatives where quarter = ${key} and stage not in ('stopped', 'measured') order by rank, id`,
    tx,
  )
  const known = new Set(items.map(({ id }) => id))
  const list = inOrder.filter(({ id }) => known.has(id) && !gone.has(id))
  if (list.length === 0) return
  const frozenAt = { quarter: key, by: by.person, at: by.at.toISOString() }
  await tx
    .insert(commitments)
    .values(list.map(({ id, effort }, at) => ({ ...frozenAt, initiative: id, position: at + 1, effort })))
}

export const isFrozen = async (quarter: string, tx?: Transaction): Promise<boolean> =>
  (await rows(sql`select 1 from commitments where quarter = ${quarter} limit 1`, tx)).length > 0

type ForecastBelow = ForecastItem & { below: boolean }

async function markCommitted(tx: Transaction, by: By, quarter: Quarter, scenario: number, decision: number) {
  const committed = { committedAt: by.at.toISOString(), decision }
  await tx
    .update(quarterPlans)
    .set(committed)
    .where(eq(quarterPlans.quarter, quarterKey(quarter)))
  await tx
    .update(scenarios)
    .set({ ...committed, version: sql`${scenarios.version} + 1` })
    .where(and(eq(scenarios.id, scenario), isNull(scenarios.committedAt)))
}
