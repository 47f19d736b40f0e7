import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  type RequestStatus,
  requestStatuses,
  type Source,
  sources,
  type Urgency,
  urgencies,
} from '../../src/domain/intake/catalogue.ts'
import { isFilled, isMoment, isOneOf, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { people } from './people.ts'
import { initiatives } from './roadmap.ts'

/** A way in for people without an account: the intake form, or the roadmap to read. Only the hash of its token is kept. */
export const publicLinks = sqliteTable(
  'public_links',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    token: text('token').notNull().unique(),
    leadsTo: text('leads_to').$type<'intake' | 'roadmap'>().notNull(),
    name: text('name').notNull(),
    by: integer('by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    isOneOf('public_links_leads_to', table.leadsTo, ['intake', 'roadmap']),
    isFilled('public_links_name', table.name, 120),
    isMoment('public_links_created_at', table.createdAt),
    isMoment('public_links_expires_at', table.expiresAt),
    isMoment('public_links_revoked_at', table.revokedAt),
  ],
)

/** What several requests are about, and what answered it. */
export const feedbackThemes = sqliteTable(
  'feedback_themes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull().unique(),
    answer: text('answer').notNull().default(''),
    initiative: integer('initiative').references(() => initiatives.id),
    decision: integer('decision').references(() => decisions.number),
    version: integer('version').notNull().default(1),
  },
  (table) => [isFilled('feedback_themes_name', table.name, 120)],
)

/** */
export const requests = sqliteTable(
  'requests',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    title: text('title').notNull(),
    requester: text('requester').notNull(),
    requesterEmail: text('requester_email').notNull().default(''),
    person: integer('person').references(() => people.id),
    link: integer('link').references(() => publicLinks.id),
    source: text('source').$type<Source>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    value: text('value').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    productLine: text('product_line').notNull().default(''),
    customer: text('customer').notNull().default(''),
    segment: text('segment').notNull().default(''),
    competitor: text('competitor').notNull().default(''),
    theme: integer('theme').references(() => feedbackThemes.id),
    /** Person-weeks; needed before it is accepted. */
    effort: real('effort'),
    status: text('status').$type<RequestStatus>().notNull().default('new'),
    because: text('because').notNull().default(''),
    initiative: integer('initiative').references(() => initiatives.id),
    decision: integer('decision').references(() => decisions.number),
    receivedAt: moment('received_at').notNull(),
    answeredBy: integer('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
    /** The requester looks at what happened with it, without an account. */
    token: text('token').unique(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('requests_status').on(table.status, table.receivedAt, table.id),
    index('requests_received').on(table.receivedAt, table.id),
    index('requests_theme').on(table.theme),
    index('requests_initiative').on(table.initiative),
    isFilled('requests_title', table.title, 200),
    isFilled('requests_requester', table.requester, 200),
    isOneOf('requests_source', table.source, sources),
    isOneOf('requests_urgency', table.urgency, urgencies),
    isOneOf('requests_status_word', table.status, requestStatuses),
    isMoment('requests_received_at', table.receivedAt),
    isMoment('requests_answered_at', table.answeredAt),
    check('requests_effort', sql`${table.effort} >= 0`),
    check('requests_accepted', sql`${table.status} <> 'accepted' or ${table.effort} is not null`),
  ],
)

/** The ledger: what was pushed out, for what. `initiative` null: it came out of the buffer of the quarter. */
export const displacements = sqliteTable(
  'displacements',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    request: integer('request').references(() => requests.id),
    initiative: integer('initiative').references(() => initiatives.id),
    decision: integer('decision').references(() => decisions.number),
    personWeeks: real('person_weeks').notNull(),
    reason: text('reason').notNull().default(''),
    restoreCondition: text('restore_condition').notNull().default(''),
    restoredAt: moment('restored_at'),
    seenAt: moment('seen_at'),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('displacements_request').on(table.request),
    index('displacements_initiative').on(table.initiative),
    index('displacements_at').on(table.at, table.id),
    isMoment('displacements_at_form', table.at),
    isMoment('displacements_restored_at', table.restoredAt),
    isMoment('displacements_seen_at', table.seenAt),
    check('displacements_person_weeks', sql`${table.personWeeks} > 0`),
    check('displacements_by_something', sql`${table.request} is not null or ${table.decision} is not null`),
  ],
)
