import type { SQL } from 'drizzle-orm'
import { db } from './client.ts'
import type { Transaction } from './write.ts'

/** The rows of a query written as SQL, named as its columns are. */
export const rows = <Row>(query: SQL, on: Transaction | typeof db = db): Promise<Row[]> => on.all<Row>(query)

/** Its first row. Drizzle's own `get` throws where a query in SQL finds none. */
export const first = async <Row>(query: SQL, on: Transaction | typeof db = db): Promise<Row | undefined> =>
  (await rows<Row>(query, on))[0]
