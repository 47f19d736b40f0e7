import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Stage, stages } from '../../src/domain/people/catalogue.ts'
import { isFilled, isMoment, isOneOf, moment } from './columns.ts'

/** One row, always id 1: whoever inserts it first is the first owner. */
export const organisation = sqliteTable(
  'organisation',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    stage: text('stage').$type<Stage>().notNull(),
    /** ISO 4217. */
    currency: text('currency').notNull().default('EUR'),
    createdAt: moment('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    check('organisation_single', sql`${table.id} = 1`),
    isFilled('organisation_name', table.name, 120),
    isOneOf('organisation_stage', table.stage, stages),
    isMoment('organisation_created_at', table.createdAt),
    check('organisation_currency', sql`${table.currency} glob '[A-Z][A-Z][A-Z]'`),
  ],
)
