import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { canonical } from '../../src/domain/scorecard/reviews/canonical.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import type { Review } from '../reviews.ts'
import { first } from '../rows.ts'
import { reviews } from '../schema/reviews.ts'
import { type By, write } from '../write.ts'
import { whileOpen } from './conduct.ts'
import { draftOf, type Situation } from './draft.ts'

/** Seals a review: what it held is kept as one text, whose hash the history holds too. */
export const closeReview = (by: By, id: number, situation: Situation): Promise<void> =>
  write(by, async (tx, note) => {
    const review = await whileOpen(tx, id)
    const closer = await first<{ name: string }>(sql`select name from people where id = ${by.person}`, tx)
    const closed = { on: situation.today, by: closer?.name ?? null }
    const snapshot = canonical(await draftOf(review, situation, closed, tx))
    const hash = hashOf(snapshot)
    await tx
      .update(reviews)
      .set({ closedBy: by.person, closedAt: by.at.toISOString(), snapshot, hash })
      .where(eq(reviews.id, id))
    await note({ kind: 'review.sealed', record: 'review', recordId: id, after: { hash } })
  })

export type Seal = { hash: string; holds: boolean }

/** What was kept, null where it cannot even be read any more, and whether it still is what was sealed. */
export type Kept = { seal: Seal; snapshot: Snapshot | null }

/** undefined while the review is open. */
export async function keptOf(review: Review): Promise<Kept | undefined> {
  const { id, snapshot, hash } = review
  if (snapshot === null || hash === null) return undefined
  const told = await first<{ hash: string | null }>(
    sql`select json_extract(after, '$.hash') as hash from events
      where record = 'review' and record_id = ${id} and kind = 'review.sealed' order by id limit 1`,
  )
  const holds = hashOf(snapshot) === hash && told?.hash === hash
  return { seal: { hash, holds }, snapshot: parsed(snapshot) }
}

function parsed(text: string): Snapshot | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
