import { sql } from 'drizzle-orm'
import type { Attendee, ReviewAction, ReviewDecision, ReviewNote } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { visibleTo } from '../decisions/visibility.ts'
import type { Review } from '../reviews.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'

export const attendanceOf = (review: number, tx?: Transaction): Promise<Attendee[]> =>
  rows<Attendee>(
    sql`select p.id, p.name, p.executive_role as seat from review_attendance a join people p on p.id = a.person
      where a.review = ${review} order by p.name, p.id`,
    tx,
  )

export const reviewNotesOf = (review: number, tx?: Transaction): Promise<ReviewNote[]> =>
  rows<ReviewNote>(
    sql`select n.category, n.body, p.name as "by", n.at from review_notes n left join people p on p.id = n.by
      where n.review = ${review} order by n.id`,
    tx,
  )

const action = sql`select a.id, a.category, a.text, p.name as owner, a.due_on as dueOn, a.done_at as doneAt
  from actions a join people p on p.id = a.owner`

export const actionsOf = (review: number, tx?: Transaction): Promise<ReviewAction[]> =>
  rows<ReviewAction>(sql`${action} where a.review = ${review} order by a.id`, tx)

/** Of earlier reviews, those that were not done when this one was started. */
export const carriedInto = ({ id, startedAt }: Review, tx?: Transaction): Promise<ReviewAction[]> =>
  rows<ReviewAction>(
    sql`${action} where a.review < ${id} and a.at < ${startedAt} and (a.done_at is null or a.done_at >= ${startedAt})
      order by a.due_on is null, a.due_on, a.id`,
    tx,
  )

export type OpenAction = ReviewAction & { review: number }

/** Agreed in some review and not done yet. */
export const openActions = (): Promise<OpenAction[]> =>
  rows<OpenAction>(sql`select a.review, a.id, a.category, a.text, p.name as owner, a.due_on as dueOn, a.done_at as doneAt
    from actions a join people p on p.id = a.owner where a.review is not null and a.done_at is null
    order by a.due_on is null, a.due_on, a.id limit 100`)

/** Every number, for the seal; of restricted ones nothing else. */
export const decisionsIn = (review: number, tx?: Transaction): Promise<ReviewDecision[]> =>
  rows<ReviewDecision>(
    sql`select d.number, iif(d.restricted, null, d.title) as title, iif(d.restricted, null, d.business) as business,
        iif(d.restricted, null, d.status) as status
      from review_decisions r join decisions d on d.number = r.decision where r.review = ${review} order by d.number`,
    tx,
  )

/**
 * What somebody may read of them today: a decision restricted since is gone for others, and one restricted then has its
 * title as it is now. Everything else stays as it was kept.
 */
export async function decisionsFor(reader: number, kept: readonly ReviewDecision[]): Promise<ReviewDecision[]> {
  const readable = await rows<ReviewDecision>(
    sql`select d.number, d.title, d.business, d.status from decisions d
      where d.number in (select value from json_each(${JSON.stringify(kept.map(({ number }) => number))}))
        and ${visibleTo(reader)}`,
  )
  return kept.flatMap((decision) => {
    const now = readable.find(({ number }) => number === decision.number)
    if (!now) return []
    return [decision.title === null ? now : decision]
  })
}
