import { type SQL, sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { db, localPool } from './client.ts'
import type { Transaction } from './write.ts'

const dialect = new SQLiteAsyncDialect()

/**
 * The rows of a query written as SQL, named as its columns are. On a local file it goes to the driver's statement
 * itself: the client and Drizzle take longer over fifty rows than the database does.
 */
export async function rows<Row>(query: SQL, tx?: Transaction): Promise<Row[]> {
  if (tx || !localPool) return (tx ?? db).all<Row>(query)
  const { sql: text, params } = dialect.sqlToQuery(sql`${query}`)
  return localPool.read<Row>(text, params)
}

/** Its first row. Drizzle's own `get` throws where a query in SQL finds none. */
export const first = async <Row>(query: SQL, tx?: Transaction): Promise<Row | undefined> =>
  (await rows<Row>(query, tx))[0]
