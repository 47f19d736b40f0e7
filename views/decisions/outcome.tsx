import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { processHabits, quadrant } from '../../src/domain/decisions/process.ts'
import { longDay } from '../dates.ts'
import { Prose } from '../parts/prose.tsx'
import type { DecisionPageProps } from './show.tsx'
import { Came, ExpectedAndActual } from './watch.tsx'

/** What came of the decision: the reviews so far, and the next one when it is due. */
export const Outcome = ({ record, allowed, today, watch: { expectation, currency } }: DecisionPageProps) => {
  const { document } = record
  const due = document.revisitOn !== null && document.revisitOn <= today
  if (document.reviews.length === 0 && !allowed.review && !expectation) return null
  return (
    <section class="sec" aria-labelledby="h-out">
      <header>
        <h2 id="h-out">Outcome review</h2>
        {document.status === 'decided' && document.revisitOn && (
          <p>
            {due ? (
              <span class="st" data-s="off">
                due since {longDay(document.revisitOn)}
              </span>
            ) : (
              `on ${longDay(document.revisitOn)}`
            )}
          </p>
        )}
        {allowed.review && (
          <a class="small" href={`/decisions/${document.number}/outcome`} data-key="o">
            Review the outcome
          </a>
        )}
      </header>
      {expectation && (
        <p>
          <Came came={expectation.came} /> <ExpectedAndActual of={expectation} currency={currency} />
        </p>
      )}
      {document.reviews.length === 0 && <p class="hint">Not reviewed yet.</p>}
      {document.reviews.length > 0 && (
        <>
          <ul class="list">
            {document.reviews.map((review) => (
              <li>
                <div>
                  <b>{verdictSentence[review.came]}</b>
                  <small>
                    {longDay(review.at)}
                    {review.by && ` by ${review.by}`}
                  </small>
                  {review.learned && <Prose text={review.learned} />}
                </div>
              </li>
            ))}
          </ul>
          <Process document={document} canJudge={allowed.review} />
        </>
      )}
    </section>
  )
}

const verdictSentence = {
  yes: 'The expected result came.',
  no: 'The expected result did not come.',
  unknown: 'It cannot be told whether the result came.',
}

const habitNames = {
  outcome: 'the outcome was named',
  constraint: 'the constraint was named',
  options: 'two or more options were weighed',
  smallestBet: 'the smallest bet was named',
  notDoing: 'what is not done was named',
  confidence: 'a confidence was stated',
  revisit: 'a day to look again was set',
} as const

const quadrantSentence = {
  earned: 'Well made, and it came out: earned.',
  unlucky: 'Well made, and it did not come out: unlucky. Nothing to change in how we decide.',
  lucky: 'Not well made, and it came out: lucky. Do not learn the wrong lesson.',
  deserved: 'Not well made, and it did not come out: deserved.',
}

/** Shown only once an outcome stands, so that neither colours the other. */
const Process = ({ document, canJudge }: { document: DecisionDocument & { number: number }; canJudge: boolean }) => {
  const newest = document.reviews.at(-1)
  if (!newest || document.processScore === null) return null
  const where = quadrant({ came: newest.came, wellMade: newest.wellMade, processScore: document.processScore })
  const habits = processHabits(document)
  return (
    <div class="process">
      <h3>How it was made: {document.processScore} of 7</h3>
      <ul class="habits">
        {habits.map(({ habit, present }) => (
          <li>
            <span aria-hidden="true">{present ? '✓' : '–'}</span> {habitNames[habit]}
            {!present && <span class="vh"> (no)</span>}
          </li>
        ))}
      </ul>
      {where && <p>{quadrantSentence[where]}</p>}
      {canJudge && newest.wellMade === null && (
        <p>
          <a class="btn" href={`/decisions/${document.number}/judgement`}>
            Was it well made?
          </a>
        </p>
      )}
    </div>
  )
}
