import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isMoment, moment } from './columns.ts'
import { people } from './people.ts'

/**
 * The history: append-only, each row holding the hash of the one before it. Every write adds its rows in its own
 * transaction. Triggers refuse update and delete (see the first migration).
 */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: moment('at').notNull(),
    /** null: the program itself, or somebody not signed in. */
    person: integer('person').references(() => people.id),
    /** What happened, `decision.superseded`. */
    kind: text('kind').notNull(),
    /** What it happened to: `decision` and 42. */
    record: text('record').notNull(),
    recordId: integer('record_id').notNull(),
    before: text('before'),
    after: text('after'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [
    index('events_of_record').on(table.record, table.recordId, table.id),
    index('events_of_person').on(table.person, table.id),
    isMoment('events_at', table.at),
    check('events_before', sql`${table.before} is null or json_valid(${table.before})`),
    check('events_after', sql`${table.after} is null or json_valid(${table.after})`),
    check('events_hash', sql`length(${table.hash}) = 64 and length(${table.previous}) = 64`),
  ],
)
