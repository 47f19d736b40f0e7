import type { Metric, Planned } from '../../db/scorecard/metrics.ts'
import type { Good } from '../../src/domain/scorecard/catalogue.ts'
import type { Aim, AimMisfit } from '../../src/domain/scorecard/target-rules.ts'
import { longDay } from '../dates.ts'
import { Input, Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { ChangeHead, SaveOrLeave } from './change-head.tsx'
import { figure, goodNames, guardrailText, misfitSentences, targetText, unitName, withUnit } from './words.ts'

type Props = {
  typed: Typed
  metric: Metric
  /** In the order of their days. */
  targets: (Planned & { when: string })[]
  /** What holds today. */
  now: Aim
  /** What the organisation's own baseline gives, where there is one and no target. */
  proposal: Aim | null
  /** The first day a change holds from unless another is given. */
  startsOn: string
  currency: string
}

export const TargetForm = ({ typed, metric, targets, now, proposal, startsOn, currency }: Props) => (
  <>
    <ChangeHead metric={metric} part="target">
      {finding(metric, now, currency)}
    </ChangeHead>
    <div class="cols">
      <form class="form" method="post" action={`/scorecard/${metric.key}/target`}>
        <Mistakes errors={typed.errors} />
        {proposal && <Proposal proposal={proposal} good={metric.good} />}
        <div class="row2">
          <Input
            name="target"
            label={`Target, ${unitName(metric.unit, currency)}`}
            typed={typed}
            value={plain(now.target ?? proposal?.target)}
            inputmode="decimal"
            hint={`${goodNames[metric.good]}. Empty: none.`}
            optional
          />
          <Input
            name="guardrail"
            label={`Guardrail, ${unitName(metric.unit, currency)}`}
            typed={typed}
            value={plain(now.guardrail ?? proposal?.guardrail)}
            inputmode="decimal"
            hint="What it must not pass. Empty: none."
            optional
          />
          <Input
            name="startsOn"
            label="From"
            type="date"
            typed={typed}
            value={startsOn}
            hint="Periods that begin on this day or later; those before keep what held for them."
            required
          />
        </div>
        <TextArea name="reason" label="Why" typed={typed} rows={2} required maxlength={500} />
        <SaveOrLeave metric={metric} save={proposal ? 'Confirm and save' : 'Save'} />
      </form>
      <section class="sec" aria-labelledby="h-targets">
        <header>
          <h2 id="h-targets">Targets so far</h2>
        </header>
        <ol class="list">
          {targets.toReversed().map((one) => (
            <li>
              <h3>{one === targets[0] ? 'From the beginning' : `From ${longDay(one.startsOn)}`}</h3>
              <p class="small">
                {one.target === null ? 'no target' : `target ${targetText(one.target, metric.good)}`},{' '}
                {one.guardrail === null ? 'no guardrail' : `guardrail ${guardrailText(one.guardrail, metric.good)}`}
              </p>
              <p class="why">
                {one.reason}
                <small>
                  {one.byName ?? 'Fulcrum'}, {one.when}
                </small>
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  </>
)

function finding({ name, good, unit }: Metric, { target, guardrail }: Aim, currency: string) {
  const reach =
    target === null ? null : `should be at ${withUnit(target, unit, currency)} or ${good === 'up' ? 'above' : 'below'}`
  const hold =
    guardrail === null
      ? null
      : `must not ${good === 'up' ? 'fall below' : 'rise above'} ${withUnit(guardrail, unit, currency)}`
  if (!reach && !hold) return `${name} has no target yet.`
  return `${name} ${[reach, hold].filter(Boolean).join(', and ')}.`
}

const Proposal = ({ proposal: { target, guardrail }, good }: { proposal: Aim; good: Good }) => (
  <div class="remark">
    <p>
      <b>Proposed from your own baseline:</b> its mean, {figure(target)}, as the target
      {guardrail === null
        ? '. No guardrail follows from it: no value can lie beyond its limit on the bad side.'
        : `, and its natural process limit on the bad side, ${figure(guardrail)}, as the guardrail.`}
    </p>
    <p class="why">
      It says what is normal, not what is good enough: a bad but stable baseline does not become acceptable by standing
      here. {good === 'up' ? 'Raise' : 'Lower'} it where it has to be better; nothing holds until you save it.
    </p>
  </div>
)

const plain = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))

export function aimSentence(misfit: AimMisfit, good: Good) {
  if (misfit === 'not_above_zero') return 'The value has to be above 0.'
  if (misfit !== 'past_guardrail') return misfitSentences[misfit]
  return `The target lies on the bad side of the guardrail, so it would be met and breached at once: ${goodNames[good].toLowerCase()}, so it has to be at the guardrail or ${good === 'up' ? 'above' : 'below'}.`
}
