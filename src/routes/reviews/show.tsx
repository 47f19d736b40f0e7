import { activePeople } from '../../../db/people.ts'
import { decisionsFor } from '../../../db/reviews/content.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { BoardPack } from '../../../views/reviews/pack.tsx'
import { type Acting, ReviewPage } from '../../../views/reviews/show.tsx'
import { reviewKindNames } from '../../../views/reviews/words.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { type ReviewKind, reviewed } from '../../domain/scorecard/reviews/catalogue.ts'
import { mayClose } from '../../domain/scorecard/reviews/closing.ts'
import { type Ctx, signedIn } from '../../http/context.ts'
import { one } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { foundReview, shownOf } from './loaded.ts'

type Forms = Acting['typed']

/** `refused`: the form that was not right, shown again with what was typed. */
export async function showReview(c: Ctx, refused: Partial<Forms> = {}) {
  const review = await foundReview(c)
  const { seal, snapshot } = await shownOf(c, review)
  const me = signedIn(c)
  const acting =
    seal === null && atLeast(me.role, 'contributor')
      ? {
          category: categoryOf(c, review.kind, refused),
          people: await activePeople(),
          typed: { note: untouched, action: untouched, decision: untouched, attendance: untouched, ...refused },
          mayClose: mayClose(me, review.startedBy),
        }
      : null
  return page(
    c,
    { title: reviewKindNames[review.kind] },
    <ReviewPage {...{ snapshot, seal, acting }} decisions={await decisionsFor(me.id, snapshot.decisions)} />,
  )
}

function categoryOf(c: Ctx, kind: ReviewKind, { note, action }: Partial<Forms>) {
  const asked = c.req.query('category') ?? typedCategory(note) ?? typedCategory(action)
  const categories = reviewed[kind]
  return categories.find((category) => category === asked) ?? categories[0] ?? 'product'
}

const typedCategory = (typed: Typed | undefined) => typed && one(typed.values, 'category')

export async function showPack(c: Ctx) {
  const review = await foundReview(c)
  const { seal, snapshot } = await shownOf(c, review)
  return page(
    c,
    { title: `Board pack, ${reviewKindNames[review.kind]}` },
    <BoardPack {...{ snapshot, seal }} decisions={await decisionsFor(signedIn(c).id, snapshot.decisions)} />,
  )
}
