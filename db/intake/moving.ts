import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Displacement } from '../../src/domain/intake/displacement.ts'
import { isOpen } from '../../src/domain/roadmap/catalogue.ts'
import { keepChanges } from '../roadmap/changes.ts'
import { type Initiative, mustBe, updateInitiative } from '../roadmap/initiatives.ts'
import { first } from '../rows.ts'
import { belowTheLine } from '../schema/capacity.ts'
import { displacements } from '../schema/intake.ts'
import type { By, Note, Transaction } from '../write.ts'

/** Below this, sums of decimals differ by rounding alone. */
const rounding = 1e-9

type Writing = { tx: Transaction; note: Note; by: By }

export type Taking = {
  request: number
  decision: number | null
  reason: string
  restoreCondition: string
  displaced: readonly Displacement[]
  /** Person-weeks out of the buffer of the quarter. */
  buffer: number
}

/** Writes into the ledger what a request takes. An item with nothing left leaves its quarter and goes below the line. */
export async function take({ tx, note, by }: Writing, taking: Taking) {
  const { request, decision, reason, restoreCondition, displaced, buffer } = taking
  const at = by.at.toISOString()
  const row = { request, decision, reason, restoreCondition, by: by.person, at }
  for (const { item, weeks } of displaced) {
    const before = await mustBe(tx, item)
    await tx.insert(displacements).values({ ...row, initiative: item, personWeeks: weeks })
    if (before.quarter !== null && (await leftOf(tx, item)) <= rounding) {
      const { quarter } = before
      await tx.insert(belowTheLine).values({ quarter, initiative: item, decision, condition: restoreCondition, at })
      await moveTo({ tx, note, by }, before, null, { because: reason, decision })
    }
    await note({
      ...{ kind: 'initiative.displaced', record: 'initiative', recordId: item },
      after: { request: `R-${request}`, personWeeks: weeks, restoreCondition },
    })
  }
  if (buffer > 0) await tx.insert(displacements).values({ ...row, initiative: null, personWeeks: buffer })
}

export type Held = { id: number; initiative: number | null }

/** Ends entries of the ledger; an item that had left its quarter for it, and has something left again, comes back. */
export async function giveBack({ tx, note, by }: Writing, held: readonly Held[], because: string) {
  const endedAt = by.at.toISOString()
  for (const { id, initiative } of held) {
    await tx.update(displacements).set({ restoredAt: endedAt }).where(eq(displacements.id, id))
    if (initiative === null) continue
    const before = await mustBe(tx, initiative)
    const quarter = (await leftOf(tx, initiative)) > rounding ? await leftForThis(tx, initiative) : null
    if (quarter !== null && before.quarter === null && isOpen(before.stage)) {
      const isBelow = [eq(belowTheLine.initiative, initiative), eq(belowTheLine.quarter, quarter)]
      await tx
        .update(belowTheLine)
        .set({ endedAt })
        .where(and(...isBelow, isNull(belowTheLine.endedAt)))
      await moveTo({ tx, note, by }, before, quarter, { because })
    }
    await note({ kind: 'initiative.restored', record: 'initiative', recordId: initiative })
  }
}

async function moveTo(
  { tx, by }: Writing,
  before: Initiative,
  quarter: string | null,
  why: { because: string; decision?: number | null },
) {
  await updateInitiative(tx, by, before.id, { quarter, version: before.version + 1 })
  await keepChanges(tx, by, before.id, { quarter: before.quarter }, { quarter }, why)
}

async function leftOf(tx: Transaction, id: number): Promise<number> {
  const found = await first<{ left: number }>(
    sql`select coalesce(effort, 0) - (select coalesce(sum(person_weeks), 0) from displacements
        where initiative = ${id} and restored_at is null) as left
      from initiatives where id = ${id}`,
    tx,
  )
  return found?.left ?? 0
}

/** The quarter it was last taken out of, when a displacement did that and nobody has moved it since. */
async function leftForThis(tx: Transaction, id: number): Promise<string | null> {
  const last = await first<{ before: string | null; after: string | null; displaced: number }>(
    sql`select before, after, exists (select 1 from displacements d where d.initiative = c.initiative and d.at = c.at) as displaced
      from initiative_changes c where initiative = ${id} and field = 'quarter' order by id desc limit 1`,
    tx,
  )
  return last?.displaced === 1 && last.after === null ? last.before : null
}
