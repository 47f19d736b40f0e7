import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { longDay } from '../dates.ts'
import { choicesOf, Input, Mistakes, TextArea, Ticks } from '../parts/form.tsx'
import { verdictNames } from '../words.ts'
import type { StepProps } from './steps.tsx'
import { Came, ExpectedAndActual, Tripped, type Watch } from './watch.tsx'

export const OutcomeForm = ({ document, version, typed, watch }: StepProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/decisions/${document.number}`}>D-{document.number}</a> · <b>Outcome review</b>
      </p>
      <h1>What came of “{document.title}”?</h1>
    </div>
    {watch?.trip && <Tripped trip={watch.trip} currency={watch.currency} />}
    <p class="lede">{expectation(document)}</p>
    <form class="form" method="post" action={`/decisions/${document.number}/outcome`}>
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={version} />
      {watch && <FromTheScorecard {...watch} />}
      <Ticks
        name="came"
        legend="Did the expected result come?"
        type="radio"
        typed={typed}
        chosen={chosenBy(watch)}
        choices={choicesOf(verdictNames)}
        {...(chosenBy(watch).length > 0 && {
          hint: 'Chosen by what the scorecard says. You confirm it, or correct it.',
        })}
      />
      <TextArea name="learned" label="What did we learn?" typed={typed} optional rows={3} />
      <Input
        name="again"
        label="Look at it again on"
        type="date"
        typed={typed}
        optional
        hint="Leave empty when this settles it."
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Record the outcome
        </button>
        <span class="hint">
          How well the decision was made is shown afterwards, so that the result does not colour it.
        </span>
      </p>
    </form>
  </>
)

const FromTheScorecard = ({ expectation, currency }: Watch) =>
  expectation ? (
    <p class="remark">
      <Came came={expectation.came} /> <ExpectedAndActual of={expectation} currency={currency} />
    </p>
  ) : null

/** Yes or no where the scorecard can tell; that it cannot be told is for a person to say. */
function chosenBy(watch: Watch | undefined) {
  const came = watch?.expectation?.came ?? null
  return came === null ? [] : [came ? 'yes' : 'no']
}

function expectation({ expected, expectedMetric, expectedValue, expectedOn, confidence }: DecisionDocument) {
  const what = [expected, expectedMetric && `${expectedMetric}${expectedValue === null ? '' : ` at ${expectedValue}`}`]
    .filter(Boolean)
    .join('; ')
  if (!what)
    return 'Nothing was written down beforehand as the expected result. Say what happened as plainly as you can.'
  return `Expected: ${what}${expectedOn ? `, by ${longDay(expectedOn)}` : ''}${confidence === null ? '' : `, with ${confidence} % confidence`}.`
}

export const JudgementForm = ({ document, typed }: StepProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/decisions/${document.number}`}>D-{document.number}</a> · <b>Judgement</b>
      </p>
      <h1>Was “{document.title}” well made, with what was known then?</h1>
    </div>
    <p class="lede">
      When it was decided it showed {document.processScore ?? 0} of the seven good habits. Judge how it was made, not
      how it came out.
    </p>
    <form class="form" method="post" action={`/decisions/${document.number}/judgement`}>
      <Mistakes errors={typed.errors} />
      <Ticks
        name="wellMade"
        legend="Well made?"
        type="radio"
        typed={typed}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Record the judgement
        </button>
      </p>
    </form>
  </>
)
