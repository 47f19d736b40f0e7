import { type SQL, sql } from 'drizzle-orm'

/**
 * A restricted decision exists only for its readers: every query about decisions carries this, with the alias it gave
 * them. The program itself (`null`: backup, export on the machine) reads all.
 */
export const visibleTo = (reader: number | null, alias = 'd'): SQL => {
  if (reader === null) return sql`true`
  const d = sql.raw(alias)
  return sql`(${d}.restricted = 0 or exists (select 1 from decision_readers v where v.person = ${reader} and v.decision = ${d}.number))`
}
