import { keptOf } from '../../../db/reviews/close.ts'
import { draftOf } from '../../../db/reviews/draft.ts'
import { findReview, type Review } from '../../../db/reviews.ts'
import type { Ctx } from '../../http/context.ts'
import { notFound, Problem } from '../../http/problem.ts'

export async function foundReview(c: Ctx): Promise<Review> {
  const review = await findReview(Number(c.req.param('id')) || 0)
  if (!review) throw notFound('review')
  return review
}

export const situationOf = (c: Ctx) => {
  const { name, currency } = c.var.organisation ?? { name: '', currency: 'EUR' }
  return { today: c.var.today, organisation: { name, currency } }
}

/** What the page of a review shows: what was sealed, or what would be sealed now. */
export async function shownOf(c: Ctx, review: Review) {
  const kept = await keptOf(review)
  if (!kept) return { seal: null, snapshot: await draftOf(review, situationOf(c)) }
  if (!kept.snapshot) throw new Problem(410, brokenBeyondReading)
  return { seal: kept.seal, snapshot: kept.snapshot }
}

const brokenBeyondReading =
  'The seal of this review is broken: what is kept of it cannot be read any more. A backup from the days after the review has the original.'
