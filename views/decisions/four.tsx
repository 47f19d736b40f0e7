import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { Line, Prose } from '../parts/prose.tsx'
import { capitalised, constraintNames } from '../words.ts'

/** The four questions of every tradeoff, as answered. */
export const FourQuestions = ({
  document,
  canEdit,
}: {
  document: DecisionDocument & { number: number }
  canEdit: boolean
}) => {
  const unanswered = [
    document.outcome,
    constraintsOf(document),
    document.smallestBet,
    document.notDoing.join(''),
  ].every((text) => !text)
  if (unanswered && !canEdit) return null
  return (
    <section class="sec" aria-labelledby="h-four">
      <header>
        <h2 id="h-four">The four questions</h2>
        {unanswered && <p>none is answered yet</p>}
        {canEdit && (
          <a class="small" href={`/decisions/${document.number}/edit#f-outcome`}>
            Answer
          </a>
        )}
      </header>
      <dl class="four">
        <Answer question="Outcome">{document.outcome && <Prose text={document.outcome} />}</Answer>
        <Answer question="Constraint">
          {document.constraints.length > 0 && (
            <b>{capitalised(document.constraints.map((word) => constraintNames[word].toLowerCase()).join(', '))}. </b>
          )}
          {document.constraintNote && <Line text={document.constraintNote} />}
        </Answer>
        <Answer question="Smallest bet">{document.smallestBet && <Prose text={document.smallestBet} />}</Answer>
        <Answer question="Not doing">
          {document.notDoing.length > 0 && (
            <ul class="not">
              {document.notDoing.map((line) => (
                <li>
                  <Line text={line} />
                </li>
              ))}
            </ul>
          )}
        </Answer>
      </dl>
    </section>
  )
}

const Answer = ({ question, children }: { question: string; children?: unknown }) => (
  <div>
    <dt class="lab">{question}</dt>
    <dd>{hasText(children) ? children : <span class="mute">not answered</span>}</dd>
  </div>
)

const hasText = (children: unknown) => [children].flat(3).some((child) => Boolean(child))

const constraintsOf = ({ constraints, constraintNote }: DecisionDocument) => constraints.join('') + constraintNote
