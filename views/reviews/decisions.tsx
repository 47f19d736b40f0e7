import type { ReviewDecision } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { StatusMark } from '../parts/status.tsx'

type Props = {
  review: number
  decisions: ReviewDecision[]
  /** The form that names one, while the review is open; `suggestion`: what a new one might be called. */
  asked: { typed: Typed; suggestion: string } | null
}

export const Decisions = ({ review, decisions, asked }: Props) => (
  <section class="sec" id="decisions" aria-labelledby="h-decisions">
    <header>
      <h2 id="h-decisions">Decisions made here</h2>
    </header>
    {decisions.length === 0 && !asked && <p class="why">None.</p>}
    <ul class="list">
      {decisions.map(({ number, title, status }) => (
        <li>
          <span>
            <a href={`/decisions/${number}`}>
              D-{number} {title}
            </a>{' '}
            {status && <StatusMark of={status} />}
          </span>
          {asked && <TakeOut review={review} number={number} />}
        </li>
      ))}
    </ul>
    {asked && (
      <form class="form" method="post" action={`/reviews/${review}/decisions`}>
        <Mistakes errors={asked.typed.errors} />
        <Input
          name="decision"
          label="Name a decision by its number"
          typed={asked.typed}
          maxlength={20}
          placeholder="D-42"
          hint={
            <>
              It is not written down yet?{' '}
              <a href={`/decisions/new?title=${encodeURIComponent(asked.suggestion)}`}>Log it first</a>, then name it
              here.
            </>
          }
        />
        <p class="acts">
          <button class="btn" type="submit">
            Add decision
          </button>
        </p>
      </form>
    )}
  </section>
)

const TakeOut = ({ review, number }: { review: number; number: number }) => (
  <form method="post" action={`/reviews/${review}/decisions/${number}/removal`}>
    <button class="btn quiet" type="submit" aria-label={`Take D-${number} out`}>
      Take out
    </button>
  </form>
)
