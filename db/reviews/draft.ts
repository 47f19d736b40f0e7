import { sql } from 'drizzle-orm'
import type { Said } from '../../src/domain/scorecard/reviews/metric.ts'
import { type Snapshot, snapshotOf } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { type Review, sealedBefore } from '../reviews.ts'
import { rows } from '../rows.ts'
import { scorecardLines } from '../scorecard/grid.ts'
import type { Transaction } from '../write.ts'
import { actionsOf, attendanceOf, carriedInto, decisionsIn, reviewNotesOf } from './content.ts'

export type Situation = { today: string; organisation: { name: string; currency: string } }

/** What would be sealed if the review were closed now: an open review shows this, and closing keeps it. */
export async function draftOf(
  review: Review,
  { today, organisation }: Situation,
  closed: { on: string; by: string | null } | null = null,
  tx?: Transaction,
): Promise<Snapshot> {
  const before = await sealedBefore(review.kind, review.id, tx)
  return snapshotOf(
    {
      organisation: organisation.name,
      currency: organisation.currency,
      review: review.id,
      kind: review.kind,
      startedOn: review.startedOn,
      startedBy: review.startedByName,
      closedOn: closed?.on ?? null,
      closedBy: closed?.by ?? null,
      previous:
        before?.snapshot && before.closedAt
          ? { snapshot: JSON.parse(before.snapshot), closedAt: before.closedAt }
          : null,
      metrics: await scorecardLines(tx),
      said: await saidLately(today, tx),
      attendance: await attendanceOf(review.id, tx),
      notes: await reviewNotesOf(review.id, tx),
      actions: await actionsOf(review.id, tx),
      carried: await carriedInto(review, tx),
      decisions: await decisionsIn(review.id, tx),
    },
    today,
  )
}

/** Of the last two years: what a review looks back on, and then some. */
const saidLately = (today: string, tx?: Transaction): Promise<Said[]> =>
  rows<Said>(
    sql`select n.metric, n.period, n.kind, n.body, p.name as "by", n.at
      from reading_notes n left join people p on p.id = n.by
      where n.period >= date(${today}, '-2 years') order by n.period, n.id`,
    tx,
  )
