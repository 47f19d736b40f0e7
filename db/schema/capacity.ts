import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type BucketSide, bucketSides } from '../../src/domain/capacity/buckets.ts'
import { day, isBetween, isDay, isFilled, isMoment, isOneOf, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { requests } from './intake.ts'
import { people, teams } from './people.ts'
import { initiatives } from './roadmap.ts'

/** What capacity is split into. */
export const buckets = sqliteTable(
  'buckets',
  {
    key: text('key').primaryKey(),
    name: text('name').notNull(),
    /** Percent of all that may not be gone below without a decision; null: none. */
    floor: integer('floor'),
    side: text('side').$type<BucketSide>().notNull(),
    position: integer('position').notNull(),
    retiredAt: moment('retired_at'),
  },
  (table) => [
    isFilled('buckets_name', table.name, 60),
    isOneOf('buckets_side', table.side, bucketSides),
    isBetween('buckets_floor', table.floor, 0, 100),
    isMoment('buckets_retired_at', table.retiredAt),
  ],
)

/** The plan of a quarter: what it keeps free for the unplanned, and when it was committed. */
export const quarterPlans = sqliteTable(
  'quarter_plans',
  {
    /** `2026Q4` */
    quarter: text('quarter').primaryKey(),
    /** Person-weeks. */
    buffer: real('buffer').notNull().default(0),
    committedAt: moment('committed_at'),
    decision: integer('decision').references(() => decisions.number),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    check('quarter_plans_quarter', sql`${table.quarter} glob '[0-9][0-9][0-9][0-9]Q[1-4]'`),
    check('quarter_plans_buffer', sql`${table.buffer} >= 0`),
    isMoment('quarter_plans_committed_at', table.committedAt),
  ],
)

/** A team in a quarter: how many people, and how much of their time is there for it. */
export const teamCapacity = sqliteTable(
  'team_capacity',
  {
    quarter: text('quarter').notNull(),
    team: integer('team')
      .notNull()
      .references(() => teams.id),
    people: real('people').notNull(),
    /** Share of 1. */
    availability: real('availability').notNull().default(0.8),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.quarter, table.team] }),
    check('team_capacity_people', sql`${table.people} >= 0`),
    check('team_capacity_availability', sql`${table.availability} between 0 and 1`),
  ],
)

/** The plan: whole percent, 100 for every team of a quarter. */
export const splits = sqliteTable(
  'splits',
  {
    quarter: text('quarter').notNull(),
    team: integer('team')
      .notNull()
      .references(() => teams.id),
    bucket: text('bucket')
      .notNull()
      .references(() => buckets.key),
    percent: integer('percent').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.quarter, table.team, table.bucket] }),
    isBetween('splits_percent', table.percent, 0, 100),
  ],
)

/** Person-weeks a team really spent; `cause` says whether they were planned, or taken by incidents or asks. */
export const actuals = sqliteTable(
  'actuals',
  {
    team: integer('team')
      .notNull()
      .references(() => teams.id),
    week: day('week').notNull(),
    bucket: text('bucket')
      .notNull()
      .references(() => buckets.key),
    cause: text('cause').$type<'planned' | 'incident' | 'ask'>().notNull().default('planned'),
    personWeeks: real('person_weeks').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.team, table.week, table.bucket, table.cause] }),
    index('actuals_week').on(table.week),
    isOneOf('actuals_cause', table.cause, ['planned', 'incident', 'ask']),
    isDay('actuals_week_form', table.week),
    isMoment('actuals_at', table.at),
    check('actuals_person_weeks', sql`${table.personWeeks} >= 0`),
  ],
)

/** A named what-if. Committing it writes the plan, the below-the-line list and a decision. */
export const scenarios = sqliteTable(
  'scenarios',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    quarter: text('quarter').notNull(),
    name: text('name').notNull(),
    /** Teams, splits and ranks as they would be, as JSON. */
    body: text('body').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
    committedAt: moment('committed_at'),
    decision: integer('decision').references(() => decisions.number),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('scenarios_quarter').on(table.quarter, table.id),
    isFilled('scenarios_name', table.name, 120),
    isMoment('scenarios_at', table.at),
    isMoment('scenarios_committed_at', table.committedAt),
    check('scenarios_body', sql`json_valid(${table.body})`),
  ],
)

/** A floor may be gone below until a day, because a decision says so. */
export const floorExceptions = sqliteTable(
  'floor_exceptions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    quarter: text('quarter').notNull(),
    bucket: text('bucket')
      .notNull()
      .references(() => buckets.key),
    decision: integer('decision')
      .notNull()
      .references(() => decisions.number),
    until: day('until').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('floor_exceptions_quarter').on(table.quarter, table.bucket),
    isDay('floor_exceptions_until', table.until),
    isMoment('floor_exceptions_at', table.at),
  ],
)

/** What is not done in a quarter, and which decision said so. */
export const belowTheLine = sqliteTable(
  'below_the_line',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    quarter: text('quarter').notNull(),
    initiative: integer('initiative').references(() => initiatives.id),
    request: integer('request').references(() => requests.id),
    decision: integer('decision').references(() => decisions.number),
    condition: text('condition').notNull().default(''),
    at: moment('at').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('below_the_line_quarter').on(table.quarter, table.id),
    isMoment('below_the_line_at', table.at),
    isMoment('below_the_line_ended_at', table.endedAt),
    check('below_the_line_one', sql`(${table.initiative} is null) <> (${table.request} is null)`),
  ],
)
