import { and, eq, sql } from 'drizzle-orm'
import { first } from './rows.ts'
import { organisation } from './schema/organisation.ts'
import { Stale } from './stale.ts'
import { type By, write } from './write.ts'

export type Organisation = typeof organisation.$inferSelect

export const findOrganisation = (): Promise<Organisation | undefined> =>
  first<Organisation>(sql`
    select id, name, time_zone as timeZone, stage, currency, created_at as createdAt, version
    from organisation where id = 1`)

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
