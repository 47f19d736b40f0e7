import { type Client, createClient } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'

export type Database = LibSQLDatabase<Record<string, never>> & { $client: Client }

/** The one connection of this process; `connect` sets it before anything else runs. */
export let db: Database

export async function connect({ url, authToken }: { url: string; authToken?: string }) {
  db = drizzle(createClient({ url, ...(authToken && { authToken }) }))
}

export function disconnect() {
  db.$client.close()
}

/**
 * A hot query, built once for the database connected and kept:
 * `const byToken = prepared(() => db.select()…prepare())`, then `byToken().get({ token })`.
 */
export function prepared<Query>(build: () => Query): () => Query {
  let kept: { of: Database; query: Query } | undefined
  return () => {
    if (kept?.of !== db) kept = { of: db, query: build() }
    return kept.query
  }
}
