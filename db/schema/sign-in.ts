import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type AccessRole, accessRoles } from '../../src/domain/people/catalogue.ts'
import { isMoment, isOneOf, moment } from './columns.ts'
import { people } from './people.ts'

export const accounts = sqliteTable(
  'accounts',
  {
    person: integer('person')
      .primaryKey()
      .references(() => people.id),
    role: text('role').$type<AccessRole>().notNull(),
    /** argon2id. */
    password: text('password').notNull(),
    passwordAt: moment('password_at').notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [
    isOneOf('accounts_role', table.role, accessRoles),
    check('accounts_password', sql`${table.password} like '$argon2id$%'`),
    isMoment('accounts_password_at', table.passwordAt),
    isMoment('accounts_created_at', table.createdAt),
    isMoment('accounts_closed_at', table.closedAt),
  ],
)

/** Only the SHA-256 of a token is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    token: text('token').notNull().unique(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    startedAt: moment('started_at').notNull(),
    seenAt: moment('seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    address: text('address').notNull(),
    browser: text('browser').notNull(),
  },
  (table) => [
    index('sessions_of_person').on(table.person),
    index('sessions_expiry').on(table.expiresAt),
    isMoment('sessions_started_at', table.startedAt),
    isMoment('sessions_seen_at', table.seenAt),
    isMoment('sessions_expires_at', table.expiresAt),
  ],
)

export const linkPurposes = ['invitation', 'reset'] as const

/** Invitations and password resets: single use, expiring, hashed. */
export const links = sqliteTable(
  'links',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    token: text('token').notNull().unique(),
    purpose: text('purpose').$type<(typeof linkPurposes)[number]>().notNull(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<AccessRole>(),
    issuedBy: integer('issued_by')
      .notNull()
      .references(() => people.id),
    issuedAt: moment('issued_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    index('links_of_person').on(table.person),
    isOneOf('links_purpose', table.purpose, linkPurposes),
    isOneOf('links_role', table.role, accessRoles),
    isMoment('links_issued_at', table.issuedAt),
    isMoment('links_expires_at', table.expiresAt),
    isMoment('links_used_at', table.usedAt),
    isMoment('links_revoked_at', table.revokedAt),
    check('links_invitation_role', sql`${table.purpose} <> 'invitation' or ${table.role} is not null`),
  ],
)

/** Failed sign-ins, one row each, counted per address and per account. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('attempts_key').on(table.key, table.at), index('attempts_at').on(table.at)],
)
