import { and, eq } from 'drizzle-orm'
import type { Forum, ReversalCause } from '../../src/domain/decisions/catalogue.ts'
import { decisionEndings, decisionOptions } from '../schema/decision-parts.ts'
import { decisions } from '../schema/decisions.ts'
import type { By, Transaction } from '../write.ts'
import { change } from './change.ts'
import { type Content, ownColumns, setParts } from './content.ts'
import { freezeProcessScore, logInside, type NewDecision } from './log.ts'
import { standing } from './standing.ts'

/** A proposed decision may still be rewritten. */
export async function edit(by: By, number: number, seen: number, content: Content) {
  await change(by, number, { kind: 'decision.edited', seen }, async (tx) => {
    await tx
      .update(decisions)
      .set({ ...ownColumns(content), ...(await standing(tx, content)) })
      .where(eq(decisions.number, number))
    await setParts(tx, number, content)
  })
}

export type Ruling = {
  by: number
  at: string
  forum: Forum
  /** Position of the option chosen, where there are options. */
  chosen: number | null
  rationale: string
  confidence: number | null
  expected: string
  expectedOn: string | null
  revisitOn: string | null
}

export async function decide(by: By, number: number, seen: number, ruling: Ruling) {
  await change(by, number, { kind: 'decision.decided', seen }, async (tx) => {
    const { by: decidedBy, at, forum, chosen, ...rest } = ruling
    const matter = await tx.select().from(decisions).where(eq(decisions.number, number)).get()
    if (!matter) throw new Error(`There is no decision ${number}`)
    await tx
      .update(decisions)
      .set({
        ...rest,
        ...(await standing(tx, { ...matter, decider: decidedBy })),
        status: 'decided',
        decider: decidedBy,
        decidedBy,
        decidedAt: at,
        forum,
      })
      .where(eq(decisions.number, number))
    if (chosen !== null) await choose(tx, number, chosen)
    await freezeProcessScore(tx, number)
  })
}

export async function handOver(by: By, number: number, seen: number, decider: number) {
  await change(by, number, { kind: 'decision.handed_over', seen }, async (tx) => {
    const matter = await tx.select().from(decisions).where(eq(decisions.number, number)).get()
    if (!matter) throw new Error(`There is no decision ${number}`)
    await tx
      .update(decisions)
      .set({ decider, ...(await standing(tx, { ...matter, decider })) })
      .where(eq(decisions.number, number))
  })
}

export async function withdraw(by: By, number: number, seen: number, because: string) {
  await change(by, number, { kind: 'decision.withdrawn', seen }, async (tx) => {
    await end(tx, by, number, { kind: 'withdrawn', because })
  })
}

export async function reverse(by: By, number: number, seen: number, how: { because: string; cause: ReversalCause }) {
  await change(by, number, { kind: 'decision.reversed', seen }, async (tx) => {
    await end(tx, by, number, { kind: 'reversed', ...how })
  })
}

/** By a decision that exists, or by a new one logged in the same breath. Returns the number of the replacement. */
export async function supersede(
  by: By,
  number: number,
  seen: number,
  { replacement, because }: { replacement: number | NewDecision; because: string },
): Promise<number> {
  let replacing = 0
  await change(by, number, { kind: 'decision.superseded', seen }, async (tx, _before, note) => {
    replacing = typeof replacement === 'number' ? replacement : await logInside(tx, by, note, replacement)
    await end(tx, by, number, { kind: 'superseded', because, replacement: replacing })
  })
  return replacing
}

type End = typeof decisionEndings.$inferInsert

async function end(tx: Transaction, by: By, decision: number, how: Omit<End, 'decision' | 'by' | 'at'>) {
  await tx.insert(decisionEndings).values({ decision, by: by.person, at: by.at.toISOString(), ...how })
  await tx.update(decisions).set({ status: how.kind }).where(eq(decisions.number, decision))
}

async function choose(tx: Transaction, decision: number, position: number) {
  const options = await tx.select().from(decisionOptions).where(eq(decisionOptions.decision, decision))
  for (const option of options) {
    await tx
      .update(decisionOptions)
      .set({ chosen: option.position === position })
      .where(and(eq(decisionOptions.decision, decision), eq(decisionOptions.position, option.position)))
  }
}
