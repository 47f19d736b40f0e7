import { type SQL, sql } from 'drizzle-orm'
import { visibleTo } from '../decisions/visibility.ts'

/** The number of a decision in a column, or null where this reader may not know of it. */
export const shownTo = (reader: number, column: string): SQL =>
  sql`(select shown.number from decisions shown where shown.number = ${sql.raw(column)} and ${visibleTo(reader, 'shown')})`
