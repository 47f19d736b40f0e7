import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  type Category,
  categories,
  type Good,
  goods,
  type Rhythm,
  rhythms,
  type Scale,
  scales,
} from '../../src/domain/scorecard/catalogue.ts'
import { type NoteKind, noteKinds, type Source, sources } from '../../src/domain/scorecard/readings/catalogue.ts'
import { day, flag, isDay, isFilled, isFlag, isMoment, isOneOf, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { people } from './people.ts'

/** A metric on the scorecard; what it means is in its newest definition, what it should reach in its targets. */
export const metrics = sqliteTable(
  'metrics',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Its address: `/scorecard/activation`, `/scorecard/slo_attainment-checkout`. */
    key: text('key').notNull().unique(),
    /** The key in the catalogue it came from; null: the organisation's own. */
    catalogue: text('catalogue'),
    category: text('category').$type<Category>().notNull(),
    /** The critical journey it is measured for; empty where it is not of one. */
    journey: text('journey').notNull().default(''),
    owner: integer('owner').references(() => people.id),
    position: integer('position').notNull(),
    /** Its readings are computed from incidents, deployments or findings, and not entered. */
    derived: flag('derived').notNull().default(false),
    retiredAt: moment('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    isFilled('metrics_key', table.key, 120),
    isOneOf('metrics_category', table.category, categories),
    isFlag('metrics_derived', table.derived),
    isMoment('metrics_retired_at', table.retiredAt),
  ],
)

/** Append-only: readings keep the definition they were entered under. */
export const definitions = sqliteTable(
  'metric_definitions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    metric: integer('metric')
      .notNull()
      .references(() => metrics.id),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    good: text('good').$type<Good>().notNull(),
    rhythm: text('rhythm').$type<Rhythm>().notNull(),
    formula: text('formula').notNull(),
    /** What the two counts are called; null where one value is entered. */
    numerator: text('numerator'),
    denominator: text('denominator'),
    factor: real('factor').notNull().default(1),
    scale: text('scale').$type<Scale>().notNull(),
    least: real('least'),
    most: real('most'),
    source: text('source').notNull().default(''),
    reason: text('reason').notNull().default(''),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    uniqueIndex('metric_definitions_number').on(table.metric, table.number),
    isFilled('metric_definitions_name', table.name, 120),
    isOneOf('metric_definitions_good', table.good, goods),
    isOneOf('metric_definitions_rhythm', table.rhythm, rhythms),
    isOneOf('metric_definitions_scale', table.scale, scales),
    isMoment('metric_definitions_at', table.at),
    check('metric_definitions_factor', sql`${table.factor} > 0`),
    check('metric_definitions_ratio', sql`(${table.numerator} is null) = (${table.denominator} is null)`),
    check('metric_definitions_bounds', sql`${table.least} < ${table.most}`),
  ],
)

/** What a metric should reach, and must not pass, from a day on. The newest row of a day holds. */
export const targets = sqliteTable(
  'metric_targets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    metric: integer('metric')
      .notNull()
      .references(() => metrics.id),
    startsOn: day('starts_on').notNull(),
    target: real('target'),
    guardrail: real('guardrail'),
    reason: text('reason').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('metric_targets_metric').on(table.metric, table.startsOn, table.id),
    isFilled('metric_targets_reason', table.reason, 500),
    isDay('metric_targets_starts_on', table.startsOn),
    isMoment('metric_targets_at', table.at),
  ],
)

/** Where a new baseline begins, and why. */
export const segments = sqliteTable(
  'metric_segments',
  {
    metric: integer('metric')
      .notNull()
      .references(() => metrics.id),
    startsOn: day('starts_on').notNull(),
    cause: text('cause').notNull(),
    decision: integer('decision').references(() => decisions.number),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.metric, table.startsOn] }),
    isFilled('metric_segments_cause', table.cause, 500),
    isDay('metric_segments_starts_on', table.startsOn),
    isMoment('metric_segments_at', table.at),
  ],
)

/** Append-only: a correction is a newer reading of the same period, and the one it replaces is marked. */
export const readings = sqliteTable(
  'readings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    metric: integer('metric')
      .notNull()
      .references(() => metrics.id),
    /** The first day of the period. */
    period: day('period').notNull(),
    definition: integer('definition')
      .notNull()
      .references(() => definitions.id),
    /** null: nothing to divide by, or taken back. */
    value: real('value'),
    numerator: real('numerator'),
    denominator: real('denominator'),
    note: text('note').notNull().default(''),
    source: text('source').$type<Source>().notNull(),
    /** The name of the file it came in; empty when it was typed. */
    file: text('file').notNull().default(''),
    replaced: flag('replaced').notNull().default(false),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    uniqueIndex('readings_current').on(table.metric, table.period).where(sql`${table.replaced} = 0`),
    index('readings_of_period').on(table.metric, table.period, table.id),
    isDay('readings_period', table.period),
    isOneOf('readings_source', table.source, sources),
    isFlag('readings_replaced', table.replaced),
    isMoment('readings_at', table.at),
  ],
)

/** What was said of a period: why it is past its guardrail, or anything else worth knowing. */
export const readingNotes = sqliteTable(
  'reading_notes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    metric: integer('metric')
      .notNull()
      .references(() => metrics.id),
    period: day('period').notNull(),
    kind: text('kind').$type<NoteKind>().notNull(),
    body: text('body').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('reading_notes_metric').on(table.metric, table.period, table.id),
    isDay('reading_notes_period', table.period),
    isOneOf('reading_notes_kind', table.kind, noteKinds),
    isFilled('reading_notes_body', table.body, 500),
    isMoment('reading_notes_at', table.at),
  ],
)

/**
 * How each metric stands: its last periods, limits, signals and breach, computed anew with every change of it. What a
 * page shows of sixty metrics would else be ten years of readings to go through.
 */
export const standings = sqliteTable('standings', {
  metric: integer('metric')
    .primaryKey()
    .references(() => metrics.id),
  body: text('body').notNull(),
})

export const categoryOwners = sqliteTable(
  'category_owners',
  {
    category: text('category').$type<Category>().primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
  },
  (table) => [isOneOf('category_owners_category', table.category, categories)],
)

/** A reading crossed the tripwire of a decision, which is thereby up for revisit. */
export const trips = sqliteTable(
  'trips',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    decision: integer('decision')
      .notNull()
      .references(() => decisions.number),
    reading: integer('reading')
      .notNull()
      .references(() => readings.id),
    at: moment('at').notNull(),
  },
  (table) => [uniqueIndex('trips_decision').on(table.decision, table.reading), isMoment('trips_at', table.at)],
)
