import { keptOf } from '../../../db/reviews/close.ts'
import { findReview, sealedReviews } from '../../../db/reviews.ts'
import { Comparison, type Side } from '../../../views/reviews/compare.tsx'
import type { Ctx } from '../../http/context.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'

export async function showComparison(c: Ctx) {
  const [a, b] = [numbered(c.req.query('a')), numbered(c.req.query('b'))]
  const sides = a !== undefined && b !== undefined ? ([await sideOf(a), await sideOf(b)] satisfies [Side, Side]) : null
  return page(
    c,
    { title: 'Compare reviews' },
    <Comparison choices={await sealedReviews()} chosen={[a, b]} sides={sides} />,
  )
}

const numbered = (text: string | undefined) => (text === undefined || text === '' ? undefined : Number(text) || 0)

async function sideOf(id: number): Promise<Side> {
  const review = await findReview(id)
  const kept = review && (await keptOf(review))
  if (!kept?.snapshot) throw notFound('closed review')
  return { snapshot: kept.snapshot, seal: kept.seal }
}
