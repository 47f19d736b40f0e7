import type { HeldReason, Judgement, MovedReason } from '../../src/domain/roadmap/verdict.ts'
import { longDay } from '../dates.ts'
import { withUnit } from '../scorecard/words.ts'
import type { InitiativeProps } from './initiative-props.ts'
import { initiativeVerdictNames, verdictShapes } from './initiative-words.ts'

/** What came of it since its launch. */
export const Verdict = (props: InitiativeProps) => {
  const { initiative, judgement, canEdit } = props
  if (initiative.launchedOn === null) return null
  return (
    <section class="sec" aria-labelledby="h-verdict">
      <header>
        <h2 id="h-verdict">Verdict</h2>
        <p>since its launch on {longDay(initiative.launchedOn)}</p>
      </header>
      {judgement ? (
        <>
          <p>
            <span class="st" data-s={verdictShapes[judgement.verdict]}>
              {initiativeVerdictNames[judgement.verdict]}
            </span>{' '}
            {judgement.verdict === 'inconclusive' && waiting(judgement)}
          </p>
          <ul class="list">
            {judgement.because.map((reason) => (
              <li>{sentences(props)[reason]}</li>
            ))}
          </ul>
          <p class="hint">An association, not a proof of cause.</p>
          {judgement.verdict === 'trade_off' && canEdit && <Owed {...props} />}
        </>
      ) : (
        <p>Without a primary and a guardrail metric nobody can say what came of it.</p>
      )}
    </section>
  )
}

const waiting = ({ earliest }: Judgement) =>
  earliest ? `It can be told on ${longDay(earliest)} at the earliest.` : 'Waiting will not tell.'

const Owed = ({ initiative: { id, title } }: InitiativeProps) => (
  <p class="acts">
    <a
      class="btn"
      href={`/decisions/new?title=${encodeURIComponent(`I-${id} ${title}: is the gain worth what it harms?`.slice(0, 300))}`}
    >
      Log the decision it owes
    </a>
  </p>
)

function sentences({
  primary,
  guardrail,
  initiative,
  currency,
}: InitiativeProps): Record<MovedReason | HeldReason, string> {
  const moved = primary?.metric.name ?? 'The primary metric'
  const held = guardrail?.metric.name ?? 'The guardrail metric'
  const least = withUnit(initiative.leastEffect ?? 0, primary?.metric.unit ?? '', currency)
  return {
    experiment_favourable: `The experiment shows an effect on ${moved} for the better.`,
    experiment_adverse: `The experiment shows an effect on ${moved} for the worse.`,
    signal: `${moved} moved for the better, beyond what it did by chance before the launch.`,
    moving_before_launch: `${moved} was moving that way before the launch, too.`,
    no_signal: `${moved} did not move beyond what it did by chance before the launch.`,
    adverse_signal: `${moved} moved for the worse.`,
    below_least_effect: `${moved} moved for the better, but by less than ${least}, the least that counts.`,
    too_few_before: `${moved} had fewer than twelve entries before the launch: there is nothing to hold it against.`,
    unvarying_before: `${moved} did not vary before the launch: chance cannot be told from change.`,
    too_few_after: `${moved} needs eight entries since the launch, or a clear change before that.`,
    guardrail_breached: `${held} went past its guardrail.`,
    guardrail_signal: `${held} moved for the worse beyond what chance does.`,
    guardrail_held: `${held} stayed inside its guardrail.`,
    too_few_entries: `${held} needs two entries since the launch.`,
    no_guardrail: `${held} has no guardrail set: what must not happen was not said.`,
  }
}
