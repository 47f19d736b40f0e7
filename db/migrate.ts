import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { db } from './client.ts'
import { first, rows } from './rows.ts'

export class NewerDatabase extends Error {
  constructor() {
    super('This database was written by a newer Fulcrum. Please run that one, or restore an older backup.')
  }
}

/** Brings the database to this program's schema; refuses one that is ahead of it. */
export async function migrate(folder = migrationsFolder()) {
  const known = knownMigrations(folder)
  const applied = await appliedMigrations()
  if (applied.some((at) => !known.includes(at))) throw new NewerDatabase()
  if (known.some((at) => !applied.includes(at))) await applyMigrations(db, { migrationsFolder: folder })
}

/** Migrations are told apart by the moment they were made. */
function knownMigrations(folder: string): number[] {
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'))
  return journal.entries.map(({ when }) => when)
}

async function appliedMigrations(): Promise<number[]> {
  const table = await first(sql`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
  if (!table) return []
  const applied = await rows<{ at: number }>(sql`select created_at as at from __drizzle_migrations`)
  return applied.map(({ at }) => Number(at))
}

/** The SQL files are read where they were written, also when this runs compiled from `dist/db`. */
const migrationsFolder = () =>
  fileURLToPath(new URL(import.meta.url.endsWith('.js') ? '../../db/migrations' : './migrations', import.meta.url))
