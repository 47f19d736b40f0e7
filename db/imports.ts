import { and, eq, isNull } from 'drizzle-orm'
import { db } from './client.ts'
import type { Imported } from './decisions/import.ts'
import { imports } from './schema/imports.ts'
import { type By, writeQuietly } from './write.ts'

export type Import = Omit<typeof imports.$inferSelect, 'results'> & { results: Imported[] }

/** Progress is bookkeeping: what is imported writes its own history. */
export const startImport = async (by: By & { person: number }, files: number): Promise<number> =>
  writeQuietly(async (tx) => {
    const row = { by: by.person, startedAt: by.at.toISOString(), files }
    const { id } = await tx.insert(imports).values(row).returning({ id: imports.id }).get()
    return id
  })

export const noteProgress = (id: number, done: number) =>
  writeQuietly(async (tx) => {
    await tx.update(imports).set({ done }).where(eq(imports.id, id))
  })

export const finishImport = (id: number, at: Date, outcome: { results: Imported[] } | { failure: string }) =>
  writeQuietly(async (tx) => {
    await tx
      .update(imports)
      .set({ ...outcome, finishedAt: at.toISOString() })
      .where(eq(imports.id, id))
  })

/** Only its own person sees it. */
export const findImport = async (id: number, person: number): Promise<Import | undefined> =>
  (await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.by, person)))
    .get()) as Import | undefined

/** At start: whatever was still under way ended with the process that did it. */
export const endInterrupted = (at: Date) =>
  writeQuietly(async (tx) => {
    await tx
      .update(imports)
      .set({ finishedAt: at.toISOString(), failure: 'interrupted' })
      .where(isNull(imports.finishedAt))
  })
