import type { OpenAction } from '../../db/reviews/content.ts'
import type { ListedReview } from '../../db/reviews.ts'
import { type ReviewKind, reviewKinds } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { longDay } from '../dates.ts'
import { capitalised, counted } from '../words.ts'
import { Actions } from './actions.tsx'
import { onTargetOf, reviewKindNames } from './words.ts'

type Props = {
  reviews: ListedReview[]
  next: number | undefined
  open: OpenAction[]
  mayStart: boolean
  /** Not the first page. */
  further: boolean
}

export const ReviewList = ({ reviews, next, open, mayStart, further }: Props) => {
  const sealed = reviews.filter(({ closedAt }) => closedAt !== null).length
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <b>Reviews</b>
        </p>
        <h1>{headline(reviews, further)}</h1>
        {mayStart && reviews.length > 0 && <Starters kinds={notOpen(reviews)} />}
      </div>
      {reviews.length === 0 ? (
        <Empty mayStart={mayStart} />
      ) : (
        <section class="sec" aria-labelledby="h-reviews">
          <header>
            <h2 id="h-reviews">Reviews</h2>
            <p>newest first</p>
            {sealed > 1 && (
              <a class="small" href="/reviews/compare">
                Compare two
              </a>
            )}
          </header>
          <ul class="list">
            {reviews.map((review) => (
              <Listed review={review} />
            ))}
          </ul>
        </section>
      )}
      {next && (
        <nav class="pager" aria-label="Pages">
          <span />
          <a class="btn" rel="next" href={`/reviews?before=${next}`}>
            Older
          </a>
        </nav>
      )}
      {open.length > 0 && <OpenActions open={open} mayTick={mayStart} />}
    </>
  )
}

function headline(reviews: ListedReview[], further: boolean) {
  if (further) return 'Earlier reviews.'
  const [last] = reviews.filter(({ closedOn }) => closedOn !== null)
  const open = reviews.filter(({ closedAt }) => closedAt === null)
  const kinds = open.map(({ kind }) => `a ${reviewKindNames[kind].toLowerCase()}`)
  const going =
    capitalised(kinds.join(' and ')) + (kinds.length === 0 ? '' : kinds.length === 1 ? ' is open' : ' are open')
  if (last?.closedOn) {
    const found = `the last review, on ${longDay(last.closedOn)}, found ${counted(last.breached, 'guardrail')} breached`
    return going ? `${going}; ${found}.` : `${capitalised(found)}.`
  }
  return going ? `${going}; none was closed yet.` : 'No review was held yet.'
}

const notOpen = (reviews: ListedReview[]) =>
  reviewKinds.filter((kind) => !reviews.some((review) => review.kind === kind && review.closedAt === null)).reverse()

const Starters = ({ kinds }: { kinds: ReviewKind[] }) => (
  <div class="acts">
    {kinds.map((kind) => (
      <form method="post" action="/reviews">
        <input type="hidden" name="kind" value={kind} />
        <button class={kind === 'monthly' ? 'btn pri' : 'btn'} type="submit">
          Start the {reviewKindNames[kind].toLowerCase()}
        </button>
      </form>
    ))}
  </div>
)

const Empty = ({ mayStart }: { mayStart: boolean }) => (
  <div class="empty">
    <p>
      A review walks through the scorecard, category by category, says what has changed since the last one, and keeps
      what was said and agreed. Closing it seals the record, so that next year it still says what was known today.
    </p>
    {mayStart && <Starters kinds={['monthly', 'weekly']} />}
  </div>
)

const Listed = ({
  review: { id, kind, startedOn, closedOn, closedAt, metrics, onTarget, breached },
}: {
  review: ListedReview
}) => (
  <li>
    <span>
      <a href={`/reviews/${id}`}>
        {reviewKindNames[kind]}, {longDay(closedOn ?? startedOn)}
      </a>
      {closedAt !== null && metrics > 0 && (
        <small>
          {capitalised(counted(breached, 'guardrail'))} breached; {onTargetOf(onTarget, metrics)}
        </small>
      )}
    </span>
    <span class="small">
      {closedAt === null ? <b>open</b> : <span class="mute">sealed</span>} ·{' '}
      <a href={`/reviews/${id}/pack`}>board pack</a>
    </span>
  </li>
)

const OpenActions = ({ open, mayTick }: { open: OpenAction[]; mayTick: boolean }) => (
  <section class="sec" id="actions" aria-labelledby="h-open">
    <header>
      <h2 id="h-open">Agreed and not done</h2>
      <p>{counted(open.length, 'action')}</p>
    </header>
    <Actions actions={open} review={mayTick ? 'own' : null} />
  </section>
)
