import { eq } from 'drizzle-orm'
import { db, prepared } from './client.ts'
import { organisation } from './schema/organisation.ts'

export type Organisation = typeof organisation.$inferSelect

const theOne = prepared(() => db.select().from(organisation).where(eq(organisation.id, 1)).prepare())

export const findOrganisation = async (): Promise<Organisation | undefined> => theOne().get()
