import { and, eq, sql } from 'drizzle-orm'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { ReviewKind } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { isUnique } from '../errors.ts'
import { findReview, openReview, type Review } from '../reviews.ts'
import { first, rows } from '../rows.ts'
import { actions, reviewAttendance, reviewDecisions, reviewNotes, reviews } from '../schema/reviews.ts'
import { type By, type Transaction, write } from '../write.ts'

/** The review is closed: nothing can be added to it. */
export class Closed extends Error {}

/** Of each kind one is open at a time: while it is, starting another leads to it. */
export async function startReview(by: By, kind: ReviewKind, today: string): Promise<number> {
  const open = await openReview(kind)
  if (open) return open.id
  try {
    return await write(by, async (tx, note) => {
      const { id } = await tx
        .insert(reviews)
        .values({ kind, startedOn: today, startedBy: by.person, startedAt: by.at.toISOString() })
        .returning({ id: reviews.id })
        .get()
      await note({ kind: 'review.started', record: 'review', recordId: id, after: { kind } })
      return id
    })
  } catch (error) {
    const other = isUnique(error) ? await openReview(kind) : undefined
    if (!other) throw error
    return other.id
  }
}

export async function whileOpen(tx: Transaction, id: number): Promise<Review> {
  const review = await findReview(id, tx)
  if (!review || review.closedAt !== null) throw new Closed(`Review ${id} is not open`)
  return review
}

export const noteInReview = (by: By, review: number, category: Category, body: string): Promise<void> =>
  write(by, async (tx, note) => {
    await whileOpen(tx, review)
    await tx.insert(reviewNotes).values({ review, category, body, by: by.person, at: by.at.toISOString() })
    await note({ kind: 'review.noted', record: 'review', recordId: review, after: { category, body } })
  })

export type NewAction = { category: Category | null; text: string; owner: number; dueOn: string | null }

export const agreeAction = (by: By, review: number, action: NewAction): Promise<void> =>
  write(by, async (tx, note) => {
    await whileOpen(tx, review)
    const { id } = await tx
      .insert(actions)
      .values({ review, ...action, by: by.person, at: by.at.toISOString() })
      .returning({ id: actions.id })
      .get()
    await note({ kind: 'action.agreed', record: 'action', recordId: id, after: { review, ...action } })
  })

/** `action` was agreed in this review or an earlier one; false: there is no such. It outlives the review. */
export async function tickAction(by: By, review: number, action: number, done: boolean): Promise<boolean> {
  const found = await first<{ doneAt: string | null }>(
    sql`select done_at as doneAt from actions where id = ${action} and review <= ${review}`,
  )
  if (!found) return false
  if ((found.doneAt !== null) === done) return true
  await write(by, async (tx, note) => {
    await tx
      .update(actions)
      .set({ doneAt: done ? by.at.toISOString() : null })
      .where(eq(actions.id, action))
    await note({ kind: done ? 'action.done' : 'action.reopened', record: 'action', recordId: action })
  })
  return true
}

/** Told as of the decision, so that the history of a restricted one stays with those who may read it. */
export const bringDecision = (by: By, review: number, decision: number): Promise<void> =>
  write(by, async (tx, note) => {
    await whileOpen(tx, review)
    await tx.insert(reviewDecisions).values({ review, decision }).onConflictDoNothing()
    await note({ kind: 'decision.named_in_a_review', record: 'decision', recordId: decision, after: { review } })
  })

export const dropDecision = (by: By, review: number, decision: number): Promise<void> =>
  write(by, async (tx, note) => {
    await whileOpen(tx, review)
    await tx
      .delete(reviewDecisions)
      .where(and(eq(reviewDecisions.review, review), eq(reviewDecisions.decision, decision)))
    await note({ kind: 'decision.taken_out_of_a_review', record: 'decision', recordId: decision, before: { review } })
  })

/** Who is there; said again, it replaces what was said. */
export const recordAttendance = (by: By, review: number, present: readonly number[]): Promise<void> =>
  write(by, async (tx, note) => {
    await whileOpen(tx, review)
    const people = await rows<{ id: number; name: string }>(
      sql`select id, name from people where left_at is null
        and id in (select value from json_each(${JSON.stringify(present)})) order by name`,
      tx,
    )
    await tx.delete(reviewAttendance).where(eq(reviewAttendance.review, review))
    if (people.length > 0) {
      await tx.insert(reviewAttendance).values(people.map(({ id }) => ({ review, person: id })))
    }
    const names = people.map(({ name }) => name)
    await note({ kind: 'review.attended', record: 'review', recordId: review, after: { present: names } })
  })
