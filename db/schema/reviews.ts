import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type Category, categories } from '../../src/domain/scorecard/catalogue.ts'
import { type ReviewKind, reviewKinds } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { day, isDay, isFilled, isMoment, isOneOf, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { people } from './people.ts'

/** A scorecard review. Closing it seals `snapshot`, whose hash stands in the history too. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<ReviewKind>().notNull(),
    startedOn: day('started_on').notNull(),
    startedBy: integer('started_by').references(() => people.id),
    startedAt: moment('started_at').notNull(),
    closedBy: integer('closed_by').references(() => people.id),
    closedAt: moment('closed_at'),
    snapshot: text('snapshot'),
    /** SHA-256 of `snapshot`, hexadecimal. */
    hash: text('hash'),
  },
  (table) => [
    index('reviews_closed').on(table.kind, table.closedAt),
    uniqueIndex('reviews_open').on(table.kind).where(sql`${table.closedAt} is null`),
    isOneOf('reviews_kind', table.kind, reviewKinds),
    isDay('reviews_started_on', table.startedOn),
    isMoment('reviews_started_at', table.startedAt),
    isMoment('reviews_closed_at', table.closedAt),
    check(
      'reviews_sealed',
      sql`(${table.closedAt} is null) = (${table.snapshot} is null) and (${table.snapshot} is null) = (${table.hash} is null)`,
    ),
  ],
)

export const reviewAttendance = sqliteTable(
  'review_attendance',
  {
    review: integer('review')
      .notNull()
      .references(() => reviews.id),
    person: integer('person')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.review, table.person] })],
)

export const reviewNotes = sqliteTable(
  'review_notes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    review: integer('review')
      .notNull()
      .references(() => reviews.id),
    category: text('category').$type<Category>().notNull(),
    body: text('body').notNull(),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('review_notes_review').on(table.review, table.id),
    isOneOf('review_notes_category', table.category, categories),
    isFilled('review_notes_body', table.body, 2000),
    isMoment('review_notes_at', table.at),
  ],
)

export const reviewDecisions = sqliteTable(
  'review_decisions',
  {
    review: integer('review')
      .notNull()
      .references(() => reviews.id),
    decision: integer('decision')
      .notNull()
      .references(() => decisions.number),
  },
  (table) => [primaryKey({ columns: [table.review, table.decision] })],
)

/** Something somebody does by a day. Made in a review, later in meetings too. */
export const actions = sqliteTable(
  'actions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    review: integer('review').references(() => reviews.id),
    category: text('category').$type<Category>(),
    text: text('text').notNull(),
    owner: integer('owner')
      .notNull()
      .references(() => people.id),
    dueOn: day('due_on'),
    doneAt: moment('done_at'),
    by: integer('by').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('actions_review').on(table.review),
    index('actions_open').on(table.owner, table.dueOn).where(sql`${table.doneAt} is null`),
    isFilled('actions_text', table.text, 500),
    isOneOf('actions_category', table.category, categories),
    isDay('actions_due_on', table.dueOn),
    isMoment('actions_done_at', table.doneAt),
    isMoment('actions_at', table.at),
  ],
)
