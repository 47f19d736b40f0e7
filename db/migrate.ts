import { fileURLToPath } from 'node:url'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { db } from './client.ts'

export async function migrate() {
  await applyMigrations(db, { migrationsFolder: migrationsFolder() })
}

/** The SQL files are read where they were written, also when this runs compiled from `dist/db`. */
const migrationsFolder = () =>
  fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../db/migrations' : './migrations', import.meta.url))
