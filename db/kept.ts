import { sql } from 'drizzle-orm'
import { db } from './client.ts'
import { first } from './rows.ts'

/**
 * A figure that costs more than a page should, kept until anything is written anywhere: the newest history id is its
 * key, so several processes on one database agree.
 */
export async function kept<Value>(name: string, compute: () => Promise<Value>): Promise<Value> {
  const newest = await first<{ id: number | null }>(sql`select max(id) as id from events`)
  const key = `${newest?.id ?? 0}`
  const found = values.get(name)
  if (found?.key === key && found.of === db) return found.value as Value
  const value = await compute()
  if (values.size >= 200) values.clear()
  values.set(name, { key, of: db, value })
  return value
}

const values = new Map<string, { key: string; of: typeof db; value: unknown }>()
