import { and, eq, isNull, sql } from 'drizzle-orm'
import { keepChanges } from '../roadmap/changes.ts'
import { rows } from '../rows.ts'
import { belowTheLine } from '../schema/capacity.ts'
import { initiatives } from '../schema/roadmap.ts'
import { type By, write } from '../write.ts'

/** What is below the line of a quarter is in it again; false: it is not below it. */
export async function returnToQuarter(by: By, quarter: string, initiative: number): Promise<boolean> {
  const isBelow = and(
    eq(belowTheLine.quarter, quarter),
    eq(belowTheLine.initiative, initiative),
    isNull(belowTheLine.endedAt),
  )
  const [found] = await rows(sql`select 1 from below_the_line where ${isBelow}`)
  if (!found) return false
  await write(by, async (tx, note) => {
    await tx.update(belowTheLine).set({ endedAt: by.at.toISOString() }).where(isBelow)
    const was = await tx.select().from(initiatives).where(eq(initiatives.id, initiative)).get()
    await tx
      .update(initiatives)
      .set({ quarter, changedAt: by.at.toISOString(), version: sql`${initiatives.version} + 1` })
      .where(eq(initiatives.id, initiative))
    await keepChanges(tx, by, initiative, { quarter: was?.quarter ?? null }, { quarter })
    const after = { quarter, belowTheLine: 'no longer' }
    await note({ kind: 'initiative.returned', record: 'initiative', recordId: initiative, after })
  })
  return true
}
