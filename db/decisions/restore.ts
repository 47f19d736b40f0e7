import { eq } from 'drizzle-orm'
import type { Ending } from '../../src/domain/decisions/catalogue.ts'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { findOrAddByName } from '../people.ts'
import { decisionAmendments, decisionEndings, decisionNotes, outcomeReviews } from '../schema/decision-parts.ts'
import { decisions } from '../schema/decisions.ts'
import { decisionTypes } from '../schema/rights.ts'
import type { By, Note, Transaction } from '../write.ts'
import { type Content, ownColumns, setOptions, setParts } from './content.ts'
import { addToIndex } from './search.ts'
import { standing } from './standing.ts'

/** What an import carries from one document to the next. */
export type Context = { tx: Transaction; note: Note; by: By; people: Map<string, number>; types: Map<string, number> }

/**
 * Writes a document as a decision, all but its links and its replacement: those wait until every number is known. It
 * keeps its own number where that is free, and gets the type given where it has none.
 */
export async function insertDocument(
  context: Context,
  document: DecisionDocument,
  type: number | null,
): Promise<number> {
  const { tx, by } = context
  const content = await contentOf(context, document, type)
  const raisedBy = await personOf(context, document.raisedBy)
  const { decidedAt, status } = document
  const { number } = await tx
    .insert(decisions)
    .values({
      ...ownColumns(content),
      ...(await standing(tx, content)),
      ...(await freeNumber(tx, document.number)),
      status,
      raisedBy,
      raisedAt: document.raisedAt,
      decidedBy: decidedAt === null ? null : content.decider,
      decidedAt,
      forum: document.forum,
      processScore: document.processScore,
      changedAt: lastChange(document) ?? by.at.toISOString(),
    })
    .returning({ number: decisions.number })
    .get()
  await setParts(tx, number, content)
  await setOptions(tx, number, document)
  await setAnnotations(context, number, document)
  await addToIndex(tx, { ...document, number })
  return number
}

export async function setEnding(tx: Transaction, decision: number, ending: { kind: Ending; replacement: number }) {
  await tx
    .insert(decisionEndings)
    .values({ decision, ...ending })
    .onConflictDoUpdate({ target: decisionEndings.decision, set: ending })
}

async function setAnnotations(
  context: Context,
  decision: number,
  { ending, amendments, notes, reviews }: DecisionDocument,
) {
  const { tx } = context
  const named = async <Of extends { by: string | null }>(one: Of) => ({
    ...one,
    decision,
    by: await personOf(context, one.by),
  })
  if (ending) await tx.insert(decisionEndings).values({ ...(await named(ending)), replacement: null })
  for (const amendment of amendments) await tx.insert(decisionAmendments).values(await named(amendment))
  for (const note of notes) await tx.insert(decisionNotes).values(await named(note))
  for (const review of reviews) await tx.insert(outcomeReviews).values(await named(review))
}

async function contentOf(context: Context, document: DecisionDocument, type: number | null): Promise<Content> {
  const all = (names: string[]) => inTurn(names, (name) => personOf(context, name))
  const { decider, consulted, informed, restrictedTo } = document
  return {
    ...columnsOf(document),
    type: (await typeOf(context, document.type)) ?? type,
    decider: await personOf(context, decider),
    consulted: await all(consulted),
    informed: await all(informed),
    restrictedTo: restrictedTo && (await all(restrictedTo)),
  }
}

/** What a document and a decision's content call by the same name and hold in the same way. */
const alike = [
  'title',
  'outcome',
  'constraints',
  'constraintNote',
  'smallestBet',
  'notDoing',
  'rationale',
  'business',
  'side',
  'door',
  'confidence',
  'expected',
  'expectedMetric',
  'expectedValue',
  'expectedOn',
  'tripwireMetric',
  'tripwireDirection',
  'tripwireValue',
  'revisitOn',
  'spend',
  'crossTeam',
  'securityException',
  'tags',
] as const

const columnsOf = (document: DecisionDocument) =>
  Object.fromEntries(alike.map((field) => [field, document[field]])) as Pick<DecisionDocument, (typeof alike)[number]>

async function personOf(context: Context, name: string): Promise<number>
async function personOf(context: Context, name: string | null): Promise<number | null>
async function personOf({ tx, note, by, people }: Context, name: string | null) {
  if (name === null) return null
  const key = name.toLowerCase()
  const id = people.get(key) ?? (await findOrAddByName(tx, note, by, name))
  people.set(key, id)
  return id
}

/** A type that is not known here is as if it were not said. */
async function typeOf({ tx, types }: Context, key: string | null) {
  if (key === null) return null
  if (types.size === 0) for (const type of await tx.select().from(decisionTypes)) types.set(type.key, type.id)
  return types.get(key) ?? null
}

async function freeNumber(tx: Transaction, number: number | null) {
  if (number === null) return {}
  const taken = await tx.select({ number: decisions.number }).from(decisions).where(eq(decisions.number, number)).get()
  return taken ? {} : { number }
}

/** In a log ordered by the latest change, old records belong among the old ones. */
function lastChange({ raisedAt, decidedAt, ending, amendments, notes, reviews }: DecisionDocument) {
  const moments = [raisedAt, decidedAt, ending?.at, ...[...amendments, ...notes, ...reviews].map(({ at }) => at)]
  return moments
    .filter((moment) => typeof moment === 'string')
    .sort()
    .at(-1)
}

async function inTurn<From, To>(items: From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (const item of items) done.push(await work(item))
  return done
}
