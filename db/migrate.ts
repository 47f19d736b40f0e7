import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { db } from './client.ts'
import { first } from './rows.ts'

export class NewerDatabase extends Error {
  constructor() {
    super('This database was written by a newer Fulcrum. Please run that one, or restore an older backup.')
  }
}

/** Brings the database to this program's schema; refuses one that is ahead of it. */
export async function migrate(folder = migrationsFolder()) {
  const newest = newestKnown(folder)
  const applied = await newestApplied()
  if (applied > newest) throw new NewerDatabase()
  if (applied < newest) await applyMigrations(db, { migrationsFolder: folder })
}

const newestKnown = (folder: string): number => {
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'))
  return journal.entries.at(-1)?.when ?? 0
}

async function newestApplied(): Promise<number> {
  const table = await first(sql`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
  if (!table) return 0
  const newest = await first<{ at: number | null }>(sql`select max(created_at) as at from __drizzle_migrations`)
  return Number(newest?.at ?? 0)
}

/** The SQL files are read where they were written, also when this runs compiled from `dist/db`. */
const migrationsFolder = () =>
  fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../db/migrations' : './migrations', import.meta.url))
