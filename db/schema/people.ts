import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type ExecutiveRole, executiveRoles, type TeamKind, teamKinds } from '../../src/domain/people/catalogue.ts'
import { isFilled, isMoment, isOneOf, moment } from './columns.ts'

/** Everybody the records name; an account is separate, most people never need one. */
export const people = sqliteTable(
  'people',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    /** Lower case; where invitations go and what one signs in with. */
    email: text('email'),
    title: text('title').notNull().default(''),
    executiveRole: text('executive_role').$type<ExecutiveRole>(),
    createdAt: moment('created_at').notNull(),
    leftAt: moment('left_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('people_email').on(table.email),
    index('people_name').on(sql`lower(${table.name})`),
    index('people_role').on(table.executiveRole),
    isFilled('people_name_length', table.name, 200),
    isOneOf('people_executive_role', table.executiveRole, executiveRoles),
    isMoment('people_created_at', table.createdAt),
    isMoment('people_left_at', table.leftAt),
    check('people_email_form', sql`${table.email} = lower(${table.email}) and ${table.email} like '%_@_%'`),
  ],
)

export const teams = sqliteTable(
  'teams',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull().unique(),
    kind: text('kind').$type<TeamKind>().notNull(),
    lead: integer('lead').references(() => people.id),
    closedAt: moment('closed_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    isFilled('teams_name', table.name, 120),
    isOneOf('teams_kind', table.kind, teamKinds),
    isMoment('teams_closed_at', table.closedAt),
  ],
)

export const teamMembers = sqliteTable(
  'team_members',
  {
    team: integer('team')
      .notNull()
      .references(() => teams.id),
    person: integer('person')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.team, table.person] }), index('team_members_person').on(table.person)],
)
