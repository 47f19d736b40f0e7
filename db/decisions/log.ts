import { eq } from 'drizzle-orm'
import type { Forum } from '../../src/domain/decisions/catalogue.ts'
import { processScore } from '../../src/domain/decisions/process.ts'
import { decisions } from '../schema/decisions.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { type Content, ownColumns, setParts } from './content.ts'
import { documentOf } from './document.ts'
import { addToIndex } from './search.ts'
import { standing } from './standing.ts'

export type NewDecision = Content & {
  raisedBy: number
  /** Moments; a decision told of later was raised, or taken, earlier than now. */
  raisedAt: string
  decided: { by: number; at: string; forum: Forum } | null
}

/** Logs a decision, proposed or already taken, and returns its number. */
export const logDecision = (by: By, decision: NewDecision): Promise<number> =>
  write(by, (tx, note) => logInside(tx, by, note, decision))

/** For verbs that log a decision as part of something larger. */
export async function logInside(tx: Transaction, by: By, note: Note, decision: NewDecision): Promise<number> {
  const number = await insertDecision(tx, by, decision)
  const document = { ...(await mustBe(tx, number)), number }
  await addToIndex(tx, document)
  await note({ kind: 'decision.logged', record: 'decision', recordId: number, after: toldOf(document) })
  return number
}

async function insertDecision(tx: Transaction, by: By, decision: NewDecision): Promise<number> {
  const { raisedBy, raisedAt, decided, ...content } = decision
  const decider = decided?.by ?? content.decider
  const { number } = await tx
    .insert(decisions)
    .values({
      ...ownColumns(content),
      ...(await standing(tx, { ...content, decider })),
      status: decided ? 'decided' : 'proposed',
      raisedBy,
      raisedAt,
      decider,
      decidedBy: decided?.by ?? null,
      decidedAt: decided?.at ?? null,
      forum: decided?.forum ?? null,
      changedAt: by.at.toISOString(),
    })
    .returning({ number: decisions.number })
    .get()
  await setParts(tx, number, content)
  if (decided) await freezeProcessScore(tx, number)
  return number
}

/** How well it was made is settled when it is made, before anybody can know how it came out. */
export async function freezeProcessScore(tx: Transaction, number: number) {
  const score = processScore(await mustBe(tx, number))
  await tx.update(decisions).set({ processScore: score }).where(eq(decisions.number, number))
}

/** The fields of a new decision that say something. */
const toldOf = (document: object) =>
  Object.fromEntries(
    Object.entries(document).filter(
      ([name, value]) =>
        name !== 'number' &&
        value !== null &&
        value !== '' &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

async function mustBe(tx: Transaction, number: number) {
  const document = await documentOf(number, tx)
  if (!document) throw new Error(`There is no decision ${number}`)
  return document
}
