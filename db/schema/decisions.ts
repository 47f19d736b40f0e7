import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  type Constraint,
  constraints,
  type Direction,
  type Door,
  directions,
  doors,
  type Forum,
  forums,
  type Side,
  type Status,
  sides,
  statuses,
} from '../../src/domain/decisions/catalogue.ts'
import { day, flag, isBetween, isDay, isFilled, isFlag, isMoment, isOneOf, moment } from './columns.ts'
import { people } from './people.ts'
import { decisionTypes } from './rights.ts'

/** A decision, its number never reused. What belongs to it many times over stands in `decision-parts.ts`. */
export const decisions = sqliteTable(
  'decisions',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    title: text('title').notNull(),
    type: integer('type').references(() => decisionTypes.id),
    status: text('status').$type<Status>().notNull(),
    raisedBy: integer('raised_by').references(() => people.id),
    /** null: not known, as in records from elsewhere. */
    raisedAt: moment('raised_at'),
    decider: integer('decider').references(() => people.id),
    decidedBy: integer('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    forum: text('forum').$type<Forum>(),

    outcome: text('outcome').notNull().default(''),
    constraintNote: text('constraint_note').notNull().default(''),
    smallestBet: text('smallest_bet').notNull().default(''),
    rationale: text('rationale').notNull().default(''),
    business: text('business').notNull().default(''),

    side: text('side').$type<Side>(),
    door: text('door').$type<Door>(),
    confidence: integer('confidence'),
    expected: text('expected').notNull().default(''),
    expectedMetric: text('expected_metric').notNull().default(''),
    expectedValue: real('expected_value'),
    expectedOn: day('expected_on'),
    tripwireMetric: text('tripwire_metric').notNull().default(''),
    tripwireDirection: text('tripwire_direction').$type<Direction>(),
    tripwireValue: real('tripwire_value'),
    /** The next day it is looked at again; empty once it was reviewed and not put off. */
    revisitOn: day('revisit_on'),
    spend: integer('spend'),
    crossTeam: flag('cross_team').notNull().default(false),
    securityException: flag('security_exception').notNull().default(false),
    restricted: flag('restricted').notNull().default(false),

    /** The right as it stood when this was logged or decided: a later change of rights rewrites no history. */
    delegable: flag('delegable'),
    /** Taken by, or waiting on, a CPTO. */
    byCpto: flag('by_cpto').notNull().default(false),
    processScore: integer('process_score'),

    changedAt: moment('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('decisions_changed').on(table.changedAt, table.number),
    index('decisions_status').on(table.status, table.changedAt, table.number),
    index('decisions_type').on(table.type, table.changedAt, table.number, table.restricted),
    index('decisions_decider').on(table.decider, table.changedAt, table.number),
    index('decisions_raised').on(table.raisedAt),
    index('decisions_side').on(table.side, table.changedAt, table.number),
    index('decisions_open')
      .on(table.decider, table.raisedAt, table.restricted)
      .where(sql`${table.status} = 'proposed'`),
    index('decisions_revisit')
      .on(table.revisitOn, table.restricted)
      .where(sql`${table.status} = 'decided' and ${table.revisitOn} is not null`),
    index('decisions_tripwire')
      .on(table.tripwireMetric)
      .where(sql`${table.status} = 'decided' and ${table.tripwireValue} is not null`),
    index('decisions_watching')
      .on(table.number)
      .where(sql`${table.tripwireMetric} <> '' or ${table.expectedMetric} <> ''`),
    index('decisions_leaks')
      .on(table.changedAt, table.number, table.restricted)
      .where(sql`${table.delegable} = 1 and ${table.byCpto} = 1`),
    index('decisions_restricted').on(table.number).where(sql`${table.restricted} = 1`),
    isFilled('decisions_title', table.title, 300),
    isOneOf('decisions_status_word', table.status, statuses),
    isOneOf('decisions_forum', table.forum, forums),
    isOneOf('decisions_side_word', table.side, sides),
    isOneOf('decisions_door', table.door, doors),
    isOneOf('decisions_tripwire_direction', table.tripwireDirection, directions),
    isBetween('decisions_confidence', table.confidence, 0, 100),
    isBetween('decisions_process_score', table.processScore, 0, 7),
    isMoment('decisions_raised_at', table.raisedAt),
    isMoment('decisions_decided_at', table.decidedAt),
    isMoment('decisions_changed_at', table.changedAt),
    isDay('decisions_expected_on', table.expectedOn),
    isDay('decisions_revisit_on', table.revisitOn),
    isFlag('decisions_cross_team', table.crossTeam),
    isFlag('decisions_security_exception', table.securityException),
    isFlag('decisions_restricted_flag', table.restricted),
    isFlag('decisions_delegable', table.delegable),
    isFlag('decisions_by_cpto', table.byCpto),
    check('decisions_spend', sql`${table.spend} >= 0`),
    check('decisions_proposed_undecided', sql`${table.status} <> 'proposed' or ${table.decidedAt} is null`),
  ],
)

export const decisionConstraints = sqliteTable(
  'decision_constraints',
  {
    decision: integer('decision')
      .notNull()
      .references(() => decisions.number),
    constraint: text('constraint').$type<Constraint>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.constraint] }),
    isOneOf('decision_constraints_word', table.constraint, constraints),
  ],
)

export const notDoing = sqliteTable(
  'decision_not_doing',
  {
    decision: integer('decision')
      .notNull()
      .references(() => decisions.number),
    position: integer('position').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.position] }),
    isFilled('decision_not_doing_text', table.text, 500),
  ],
)

/** What the decision was imported from: importing it twice changes nothing. */
export const decisionSources = sqliteTable(
  'decision_sources',
  {
    decision: integer('decision')
      .primaryKey()
      .references(() => decisions.number),
    collection: text('collection').notNull(),
    file: text('file').notNull(),
    /** SHA-256 of the text. */
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [uniqueIndex('decision_sources_file').on(table.collection, table.file)],
)
