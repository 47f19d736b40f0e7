import { desc, eq } from 'drizzle-orm'
import type { Verdict } from '../../src/domain/decisions/catalogue.ts'
import { outcomeReviews } from '../schema/decision-parts.ts'
import { decisions } from '../schema/decisions.ts'
import type { By } from '../write.ts'
import { change } from './change.ts'

/** First what came of it; how well it was made is judged afterwards, so that the result does not colour it. */
export async function reviewOutcome(
  by: By,
  number: number,
  seen: number,
  { came, learned, again }: { came: Verdict; learned: string; again: string | null },
) {
  await change(by, number, { kind: 'decision.outcome_reviewed', seen }, async (tx, before) => {
    await tx.insert(outcomeReviews).values({
      decision: number,
      came,
      learned,
      dueOn: before.revisitOn,
      by: by.person,
      at: by.at.toISOString(),
    })
    await tx.update(decisions).set({ revisitOn: again }).where(eq(decisions.number, number))
  })
}

/** Was it well made, with what was known then? Of the newest review. */
export async function judge(by: By, number: number, wellMade: boolean) {
  await change(by, number, { kind: 'decision.judged' }, async (tx) => {
    const newest = await tx
      .select({ id: outcomeReviews.id })
      .from(outcomeReviews)
      .where(eq(outcomeReviews.decision, number))
      .orderBy(desc(outcomeReviews.id))
      .limit(1)
      .get()
    if (!newest) throw new Error(`Decision ${number} was not reviewed yet`)
    await tx.update(outcomeReviews).set({ wellMade }).where(eq(outcomeReviews.id, newest.id))
  })
}
