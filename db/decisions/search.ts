import { sql } from 'drizzle-orm'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import type { Transaction } from '../write.ts'

/** Puts all the text of a decision where full-text search finds it; every verb that changes text calls this. */
export async function index(tx: Transaction, document: DecisionDocument & { number: number }) {
  await tx.run(sql`delete from decision_search where rowid = ${document.number}`)
  await addToIndex(tx, document)
}

export async function addToIndex(tx: Transaction, document: DecisionDocument & { number: number }) {
  await tx.run(sql`insert into decision_search (rowid, title, body)
    values (${document.number}, ${document.title}, ${bodyOf(document)})`)
}

const bodyOf = (document: DecisionDocument) =>
  [
    document.outcome,
    document.constraintNote,
    document.smallestBet,
    ...document.notDoing,
    document.rationale,
    document.business,
    document.expected,
    ...document.options.flatMap(({ title, description, good, neutral, bad }) => [
      title,
      description,
      ...good,
      ...neutral,
      ...bad,
    ]),
    ...document.criteria.map(({ name }) => name),
    document.expectedMetric,
    document.tripwireMetric,
    ...document.notes.map(({ text }) => text),
    ...document.amendments.flatMap(({ before, because }) => [before, because]),
    ...document.reviews.map(({ learned }) => learned),
    document.ending?.because ?? '',
    ...document.tags,
    document.raisedBy ?? '',
    document.decider ?? '',
    ...document.consulted,
    ...document.informed,
    `D-${document.number}`,
  ]
    .filter(Boolean)
    .join('\n')

/**
 * What was typed, as an FTS5 query: every word must occur, the last may still be unfinished. Operators and quotes
 * typed by a person are words like any other. Null when there is nothing to look for.
 */
export function searchQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}_]+/gu)?.slice(0, 12) ?? []
  if (words.length === 0) return null
  return words.map((word, at) => (at === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ')
}
