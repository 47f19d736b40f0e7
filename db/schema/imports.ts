import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isMoment, moment } from './columns.ts'
import { people } from './people.ts'

/** An import under way or done: whoever started it may leave and come back. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    by: integer('by')
      .notNull()
      .references(() => people.id),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    files: integer('files').notNull(),
    done: integer('done').notNull().default(0),
    /** What became of each file: a JSON array, once it is finished. */
    results: text('results', { mode: 'json' }).$type<unknown[]>().notNull().default([]),
    /** Why it stopped early, where it did. */
    failure: text('failure'),
  },
  (table) => [
    isMoment('imports_started_at', table.startedAt),
    isMoment('imports_finished_at', table.finishedAt),
    check('imports_done', sql`${table.done} between 0 and ${table.files}`),
    check('imports_results', sql`json_valid(${table.results})`),
  ],
)
