import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type Origin, origins, type Stage, stages } from '../../src/domain/roadmap/catalogue.ts'
import { day, flag, isDay, isFilled, isFlag, isMoment, isOneOf, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { people, teams } from './people.ts'
import { metrics } from './scorecard.ts'

/** `2026Q4` */
const isQuarter = (name: string, column: Parameters<typeof isDay>[1]) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]Q[1-4]'`)

/** A measurable outcome that initiatives bet on. */
export const themes = sqliteTable(
  'themes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    outcome: text('outcome').notNull().default(''),
    metric: integer('metric').references(() => metrics.id),
    baseline: real('baseline'),
    target: real('target'),
    quarter: text('quarter'),
    owner: integer('owner').references(() => people.id),
    closedAt: moment('closed_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    isFilled('themes_name', table.name, 120),
    isQuarter('themes_quarter', table.quarter),
    isMoment('themes_closed_at', table.closedAt),
  ],
)

/** A bet: I-12. What it was at any time stands in its changes. */
export const initiatives = sqliteTable(
  'initiatives',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    title: text('title').notNull(),
    theme: integer('theme').references(() => themes.id),
    /** The key of a capacity bucket. */
    bucket: text('bucket').notNull(),
    hypothesis: text('hypothesis').notNull().default(''),
    primaryMetric: integer('primary_metric').references(() => metrics.id),
    guardrailMetric: integer('guardrail_metric').references(() => metrics.id),
    /** The least change of the primary metric that counts, in its unit. */
    leastEffect: real('least_effect'),
    owner: integer('owner').references(() => people.id),
    team: integer('team').references(() => teams.id),
    productLine: text('product_line').notNull().default(''),
    /** Person-weeks. */
    effort: real('effort'),
    /** Its place among all that are not finished; less comes first. */
    rank: real('rank').notNull(),
    quarter: text('quarter'),
    stage: text('stage').$type<Stage>().notNull().default('idea'),
    /** What it was when it was stopped. */
    stoppedFrom: text('stopped_from').$type<Stage>(),
    origin: text('origin').$type<Origin>().notNull(),
    /** Definition of ready: when each was looked at. */
    dependenciesOn: day('dependencies_on'),
    riskOn: day('risk_on'),
    securityOn: day('security_on'),
    performanceOn: day('performance_on'),
    /** Evidence: when each was there. */
    problemOn: day('problem_on'),
    experimentOn: day('experiment_on'),
    measuredOn: day('measured_on'),
    startedOn: day('started_on'),
    launchedOn: day('launched_on'),
    reviewOn: day('review_on'),
    changedAt: moment('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('initiatives_quarter').on(table.quarter, table.rank),
    index('initiatives_theme').on(table.theme, table.rank),
    index('initiatives_open').on(table.rank).where(sql`${table.stage} not in ('measured', 'stopped')`),
    index('initiatives_owner').on(table.owner, table.rank),
    isFilled('initiatives_title', table.title, 200),
    isFilled('initiatives_bucket', table.bucket, 40),
    isQuarter('initiatives_quarter_form', table.quarter),
    isOneOf('initiatives_stage', table.stage, stages),
    isOneOf('initiatives_stopped_from', table.stoppedFrom, stages),
    isOneOf('initiatives_origin', table.origin, origins),
    check('initiatives_effort', sql`${table.effort} >= 0`),
    check('initiatives_stopped', sql`(${table.stage} = 'stopped') = (${table.stoppedFrom} is not null)`),
    check('initiatives_two_metrics', sql`${table.primaryMetric} <> ${table.guardrailMetric}`),
    isDay('initiatives_launched_on', table.launchedOn),
    isDay('initiatives_review_on', table.reviewOn),
    isMoment('initiatives_changed_at', table.changedAt),
  ],
)

/** Append-only: every change of stage, quarter, effort and rank, so that churn can be told at any time. */
export const initiativeChanges = sqliteTable(
  'initiative_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    initiative: integer('initiative')
      .notNull()
      .references(() => initiatives.id),
    field: text('field').$type<'stage' | 'quarter' | 'effort' | 'rank'>().notNull(),
    before: text('before'),
    after: text('after'),
    because: text('because').notNull().default(''),
    decision: integer('decision').references(() => decisions.number),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('initiative_changes_initiative').on(table.initiative, table.id),
    index('initiative_changes_at').on(table.at),
    isOneOf('initiative_changes_field', table.field, ['stage', 'quarter', 'effort', 'rank']),
    isMoment('initiative_changes_at_form', table.at),
  ],
)

export const milestones = sqliteTable(
  'milestones',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    initiative: integer('initiative')
      .notNull()
      .references(() => initiatives.id),
    name: text('name').notNull(),
    plannedOn: day('planned_on').notNull(),
    actualOn: day('actual_on'),
  },
  (table) => [
    index('milestones_initiative').on(table.initiative, table.plannedOn),
    isFilled('milestones_name', table.name, 120),
    isDay('milestones_planned_on', table.plannedOn),
    isDay('milestones_actual_on', table.actualOn),
  ],
)

/** An initiative waits for another one, or for a team. */
export const dependencies = sqliteTable(
  'dependencies',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    initiative: integer('initiative')
      .notNull()
      .references(() => initiatives.id),
    onInitiative: integer('on_initiative').references(() => initiatives.id),
    onTeam: integer('on_team').references(() => teams.id),
    note: text('note').notNull().default(''),
    neededOn: day('needed_on'),
    settled: flag('settled').notNull().default(false),
  },
  (table) => [
    uniqueIndex('dependencies_pair')
      .on(table.initiative, table.onInitiative)
      .where(sql`${table.onInitiative} is not null`),
    index('dependencies_on').on(table.onInitiative),
    isFlag('dependencies_settled', table.settled),
    isDay('dependencies_needed_on', table.neededOn),
    check('dependencies_one', sql`(${table.onInitiative} is null) <> (${table.onTeam} is null)`),
    check('dependencies_other', sql`${table.onInitiative} <> ${table.initiative}`),
  ],
)

/** The list of a quarter as it was when it was committed; it never changes. */
export const commitments = sqliteTable(
  'commitments',
  {
    quarter: text('quarter').notNull(),
    initiative: integer('initiative')
      .notNull()
      .references(() => initiatives.id),
    position: integer('position').notNull(),
    effort: real('effort'),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.quarter, table.initiative] }),
    isQuarter('commitments_quarter', table.quarter),
    isMoment('commitments_at', table.at),
  ],
)
