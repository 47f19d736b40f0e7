import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Severity, severities } from '../../src/domain/scorecard/records/patch-windows.ts'
import { day, flag, isDay, isFilled, isFlag, isMoment, isOneOf, moment } from './columns.ts'

/** Vulnerability findings. `key` is what their scanner or tracker calls them: the same one again is a correction. */
export const findings = sqliteTable(
  'findings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    title: text('title').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    knownExploited: flag('known_exploited').notNull(),
    exposed: flag('exposed').notNull(),
    automatable: flag('automatable').notNull(),
    totalImpact: flag('total_impact').notNull(),
    openedOn: day('opened_on').notNull(),
    /** null: with the next upgrade. */
    dueOn: day('due_on'),
    closedOn: day('closed_on'),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('findings_opened').on(table.openedOn),
    index('findings_closed').on(table.closedOn),
    isFilled('findings_key', table.key, 120),
    isFilled('findings_title', table.title, 300),
    isOneOf('findings_severity', table.severity, severities),
    isFlag('findings_known_exploited', table.knownExploited),
    isFlag('findings_exposed', table.exposed),
    isFlag('findings_automatable', table.automatable),
    isFlag('findings_total_impact', table.totalImpact),
    isDay('findings_opened_on', table.openedOn),
    isDay('findings_due_on', table.dueOn),
    isDay('findings_closed_on', table.closedOn),
    isMoment('findings_changed_at', table.changedAt),
    check('findings_order', sql`${table.closedOn} >= ${table.openedOn}`),
  ],
)

export const incidents = sqliteTable(
  'incidents',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    title: text('title').notNull(),
    detectedAt: moment('detected_at').notNull(),
    restoredAt: moment('restored_at'),
    journey: text('journey').notNull().default(''),
    userImpacting: flag('user_impacting').notNull(),
    causedByChange: flag('caused_by_change').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('incidents_detected').on(table.detectedAt),
    index('incidents_restored').on(table.restoredAt),
    isFilled('incidents_key', table.key, 120),
    isFilled('incidents_title', table.title, 300),
    isMoment('incidents_detected_at', table.detectedAt),
    isMoment('incidents_restored_at', table.restoredAt),
    isFlag('incidents_user_impacting', table.userImpacting),
    isFlag('incidents_caused_by_change', table.causedByChange),
    isMoment('incidents_changed_at', table.changedAt),
    check('incidents_order', sql`${table.restoredAt} >= ${table.detectedAt}`),
  ],
)

export const deployments = sqliteTable(
  'deployments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    at: moment('at').notNull(),
    failed: flag('failed').notNull(),
    rolledBack: flag('rolled_back').notNull(),
    unplannedFix: flag('unplanned_fix').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('deployments_at').on(table.at),
    isFilled('deployments_key', table.key, 120),
    isMoment('deployments_moment', table.at),
    isFlag('deployments_failed', table.failed),
    isFlag('deployments_rolled_back', table.rolledBack),
    isFlag('deployments_unplanned_fix', table.unplannedFix),
    isMoment('deployments_changed_at', table.changedAt),
  ],
)
