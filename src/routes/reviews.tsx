import { Hono } from 'hono'
import { z } from 'zod'
import { startReview } from '../../db/reviews/conduct.ts'
import { openActions } from '../../db/reviews/content.ts'
import { listReviews } from '../../db/reviews.ts'
import { ReviewList } from '../../views/reviews/list.tsx'
import { atLeast } from '../domain/people/catalogue.ts'
import { reviewKinds } from '../domain/scorecard/reviews/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { requiredChoice } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { showComparison } from './reviews/compare.tsx'
import { conduct } from './reviews/conduct.tsx'
import { showPack, showReview } from './reviews/show.tsx'

export const reviews = new Hono<Env>()

const showList = async (c: Ctx) => {
  const before = Number(c.req.query('before')) || undefined
  const [{ reviews, next }, open] = await Promise.all([listReviews(before), openActions()])
  return page(
    c,
    { title: 'Reviews' },
    <ReviewList
      {...{ reviews, next, open }}
      mayStart={atLeast(signedIn(c).role, 'contributor')}
      further={before !== undefined}
    />,
  )
}

reviews.get('/', showList)

const started = z.object({ kind: requiredChoice(reviewKinds, 'Please say which review it is.') })

reviews.post('/', form(started, showList), async (c) =>
  seeOther(c, `/reviews/${await startReview(c.var.by, c.req.valid('form').kind, c.var.today)}`),
)

reviews.get('/compare', showComparison)
reviews.get('/:id', (c) => showReview(c))
reviews.get('/:id/pack', showPack)
reviews.route('/:id', conduct)
