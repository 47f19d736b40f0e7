import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type ExecutiveRole, executiveRoles } from '../../src/domain/people/catalogue.ts'
import { type OwnershipShare, ownershipShares } from '../../src/domain/rights/defaults.ts'
import { flag, isBetween, isFilled, isFlag, isMoment, isOneOf, moment } from './columns.ts'

/** A decision type with its right: who decides by default, within what, and when it still comes up. */
export const decisionTypes = sqliteTable(
  'decision_types',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Stable in URLs and exports. */
    key: text('key').notNull().unique(),
    name: text('name').notNull().unique(),
    owner: text('owner').$type<ExecutiveRole>().notNull(),
    /** false: reserved for the CPTO. */
    delegable: flag('delegable').notNull(),
    guardrail: text('guardrail').notNull().default(''),
    slaDays: integer('sla_days').notNull(),
    escalateCrossTeam: flag('escalate_cross_team').notNull(),
    escalateSecurity: flag('escalate_security').notNull(),
    /** Yearly spend above which it comes up; null: spend never escalates. */
    escalateSpendAbove: integer('escalate_spend_above'),
    position: integer('position').notNull(),
    retiredAt: moment('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    isFilled('decision_types_name', table.name, 80),
    check('decision_types_key', sql`${table.key} not glob '*[^a-z0-9_]*' and length(${table.key}) between 1 and 60`),
    isOneOf('decision_types_owner', table.owner, executiveRoles),
    isFlag('decision_types_delegable', table.delegable),
    isFlag('decision_types_cross_team', table.escalateCrossTeam),
    isFlag('decision_types_security', table.escalateSecurity),
    isBetween('decision_types_sla', table.slaDays, 1, 260),
    check('decision_types_spend', sql`${table.escalateSpendAbove} >= 0`),
    isMoment('decision_types_retired_at', table.retiredAt),
  ],
)

export const matrixRoles = sqliteTable(
  'matrix_roles',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    role: text('role').$type<ExecutiveRole>().notNull().unique(),
    position: integer('position').notNull(),
  },
  (table) => [isOneOf('matrix_roles_role', table.role, executiveRoles)],
)

export const matrixAreas = sqliteTable(
  'matrix_areas',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull().unique(),
    position: integer('position').notNull(),
  },
  (table) => [isFilled('matrix_areas_name', table.name, 120)],
)

export const ownership = sqliteTable(
  'ownership',
  {
    area: integer('area')
      .notNull()
      .references(() => matrixAreas.id),
    role: integer('role')
      .notNull()
      .references(() => matrixRoles.id),
    share: text('share').$type<OwnershipShare>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.area, table.role] }),
    isOneOf('ownership_share', table.share, ownershipShares),
  ],
)
