import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { claim } from './client/lock.ts'
import { LocalPool } from './client/pool.ts'
import { queued } from './client/queue.ts'
import { openServer } from './client/server.ts'

export type Database = LibSQLDatabase<Record<string, never>> & { $client: Client }

/** The one database of this process; `connect` sets it before anything else runs. */
export let db: Database

/** The connections to a local file, for reads that skip the client's slow way with rows; a server has none. */
export let localPool: LocalPool | undefined

let giveUp = () => {}

/** A local file is claimed for this process, `InUse` when another has it; a server must answer, or it is `Unreachable`. */
export async function connect({ url, authToken }: { url: string; authToken?: string }) {
  const inner = url.startsWith('file:') ? await openFile(pathOf(url)) : await openServer(url, authToken)
  db = drizzle(queued(inner))
}

export function disconnect() {
  localPool?.settle()
  db.$client.close()
  localPool = undefined
  giveUp()
  giveUp = () => {}
}

async function openFile(path: string): Promise<Client> {
  mkdirSync(dirname(path), { recursive: true })
  const release = await claim(path)
  const pool = new LocalPool(path, { timeout: 2000 }, 4)
  const client = new Sqlite3Client(pool, 'number')
  try {
    // Written to the file itself, so once is enough.
    await client.execute('pragma journal_mode = wal')
  } catch (error) {
    client.close()
    release()
    throw new Error(`${path} cannot be opened: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
  localPool = pool
  giveUp = release
  return client
}

/** `file:data/x.db` and `file:///srv/x.db`. */
const pathOf = (url: string) => (url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length))

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
