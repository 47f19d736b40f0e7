import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  type Ending,
  endings,
  type LinkKind,
  linkKinds,
  type ReversalCause,
  reversalCauses,
  type Verdict,
  verdicts,
} from '../../src/domain/decisions/catalogue.ts'
import { day, flag, isBetween, isDay, isFilled, isFlag, isMoment, isOneOf, isTexts, moment } from './columns.ts'
import { decisions } from './decisions.ts'
import { people } from './people.ts'

const ofDecision = () =>
  integer('decision')
    .notNull()
    .references(() => decisions.number)
const byPerson = (name: string) => integer(name).references(() => people.id)

export const decisionOptions = sqliteTable(
  'decision_options',
  {
    decision: ofDecision(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    chosen: flag('chosen').notNull().default(false),
    /** Arguments for it, neither way, and against it: JSON arrays of texts. */
    good: text('good', { mode: 'json' }).$type<string[]>().notNull().default([]),
    neutral: text('neutral', { mode: 'json' }).$type<string[]>().notNull().default([]),
    bad: text('bad', { mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.position] }),
    isFilled('decision_options_title', table.title, 300),
    isFlag('decision_options_chosen', table.chosen),
    isTexts('decision_options_good', table.good),
    isTexts('decision_options_neutral', table.neutral),
    isTexts('decision_options_bad', table.bad),
  ],
)

export const decisionCriteria = sqliteTable(
  'decision_criteria',
  {
    decision: ofDecision(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Percent. */
    weight: integer('weight').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.position] }),
    isFilled('decision_criteria_name', table.name, 200),
    isBetween('decision_criteria_weight', table.weight, 1, 100),
  ],
)

export const decisionScores = sqliteTable(
  'decision_scores',
  {
    decision: ofDecision(),
    option: integer('option').notNull(),
    criterion: integer('criterion').notNull(),
    score: integer('score').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.option, table.criterion] }),
    isBetween('decision_scores_score', table.score, 1, 5),
  ],
)

/** Asked before it was decided, or told afterwards. */
export const counselKinds = ['consulted', 'informed'] as const

export const decisionCounsel = sqliteTable(
  'decision_counsel',
  {
    decision: ofDecision(),
    kind: text('kind').$type<(typeof counselKinds)[number]>().notNull(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.kind, table.person] }),
    isOneOf('decision_counsel_kind', table.kind, counselKinds),
  ],
)

/** Who may read a restricted decision. */
export const decisionReaders = sqliteTable(
  'decision_readers',
  {
    decision: ofDecision(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.decision] }),
    index('decision_readers_decision').on(table.decision),
  ],
)

export const decisionTags = sqliteTable(
  'decision_tags',
  { decision: ofDecision(), tag: text('tag').notNull() },
  (table) => [
    primaryKey({ columns: [table.decision, table.tag] }),
    index('decision_tags_tag').on(table.tag, table.decision),
    isFilled('decision_tags_tag_length', table.tag, 40),
  ],
)

export const decisionLinks = sqliteTable(
  'decision_links',
  {
    decision: ofDecision(),
    to: integer('to')
      .notNull()
      .references(() => decisions.number),
    kind: text('kind').$type<LinkKind>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.to, table.kind] }),
    index('decision_links_to').on(table.to),
    isOneOf('decision_links_kind', table.kind, linkKinds),
  ],
)

/** How a decision ended: superseded, reversed or withdrawn; at most once. */
export const decisionEndings = sqliteTable(
  'decision_endings',
  {
    decision: integer('decision')
      .primaryKey()
      .references(() => decisions.number),
    kind: text('kind').$type<Ending>().notNull(),
    by: byPerson('by'),
    at: moment('at'),
    because: text('because').notNull().default(''),
    replacement: integer('replacement').references(() => decisions.number),
    cause: text('cause').$type<ReversalCause>(),
  },
  (table) => [
    index('decision_endings_replacement').on(table.replacement),
    isOneOf('decision_endings_kind', table.kind, endings),
    isOneOf('decision_endings_cause', table.cause, reversalCauses),
    isMoment('decision_endings_at', table.at),
  ],
)

export const decisionAmendments = sqliteTable(
  'decision_amendments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    decision: ofDecision(),
    field: text('field').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    because: text('because').notNull(),
    by: byPerson('by'),
    at: moment('at').notNull(),
  },
  (table) => [index('decision_amendments_decision').on(table.decision), isMoment('decision_amendments_at', table.at)],
)

export const decisionNotes = sqliteTable(
  'decision_notes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    decision: ofDecision(),
    text: text('text').notNull(),
    by: byPerson('by'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('decision_notes_decision').on(table.decision),
    isFilled('decision_notes_text', table.text, 20_000),
    isMoment('decision_notes_at', table.at),
  ],
)

/** One row for each time it was looked at again. */
export const outcomeReviews = sqliteTable(
  'outcome_reviews',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    decision: ofDecision(),
    came: text('came').$type<Verdict>().notNull(),
    learned: text('learned').notNull().default(''),
    /** Judged after the outcome was written down; empty until then. */
    wellMade: flag('well_made'),
    dueOn: day('due_on'),
    by: byPerson('by'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('outcome_reviews_decision').on(table.decision),
    index('outcome_reviews_at').on(table.at),
    isOneOf('outcome_reviews_came', table.came, verdicts),
    isFlag('outcome_reviews_well_made', table.wellMade),
    isDay('outcome_reviews_due_on', table.dueOn),
    isMoment('outcome_reviews_at_form', table.at),
  ],
)
