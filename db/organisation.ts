import { and, eq } from 'drizzle-orm'
import { db, prepared } from './client.ts'
import { organisation } from './schema/organisation.ts'
import { Stale } from './stale.ts'
import { type By, write } from './write.ts'

export type Organisation = typeof organisation.$inferSelect

const theOne = prepared(() => db.select().from(organisation).where(eq(organisation.id, 1)).prepare())

export const findOrganisation = async (): Promise<Organisation | undefined> => theOne().get()

export type Profile = Pick<Organisation, 'name' | 'timeZone' | 'stage' | 'currency'>

export const changeOrganisation = (by: By, seen: number, profile: Profile): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await tx.select().from(organisation).where(eq(organisation.id, 1)).get()
    if (!before || before.version !== seen) throw new Stale(before)
    await tx
      .update(organisation)
      .set({ ...profile, version: seen + 1 })
      .where(and(eq(organisation.id, 1), eq(organisation.version, seen)))
    const { name, timeZone, stage, currency } = before
    await note({
      kind: 'organisation.changed',
      record: 'organisation',
      recordId: 1,
      before: { name, timeZone, stage, currency },
      after: profile,
    })
  })
