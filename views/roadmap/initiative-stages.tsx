import { type Stage, stages } from '../../src/domain/roadmap/catalogue.ts'
import { positionAfter, type StageStep, stepsFrom } from '../../src/domain/roadmap/stages.ts'
import { shortDay } from '../dates.ts'
import { Input, Mistakes, TextArea, untouched } from '../parts/form.tsx'
import type { InitiativeProps } from './initiative-props.ts'
import { missingText, stageNames } from './initiative-words.ts'

/** The way from idea to measured, and what is possible next. */
export const Stages = (props: InitiativeProps) => {
  const { initiative, changes, today } = props
  const way: Stage[] = stages.filter((stage) => stage !== 'stopped')
  const here = initiative.stage === 'stopped' ? initiative.stoppedFrom : initiative.stage
  const reached = (stage: Stage) => changes.find(({ field, after }) => field === 'stage' && after === stage)
  const isBehind = (stage: Stage) => here !== null && way.indexOf(stage) <= way.indexOf(here)
  return (
    <section class="sec" aria-labelledby="h-stage">
      <header>
        <h2 id="h-stage">Stage</h2>
      </header>
      <ol class="chain">
        {way.map((stage) => (
          <li aria-current={stage === here ? 'step' : undefined}>
            {stage === here ? <b>{stageNames[stage]}</b> : stageNames[stage]}
            {isBehind(stage) && <small>{dayText(initiative, stage, reached(stage)?.when, today)}</small>}
            {stage === here && initiative.stage === 'stopped' && <small>stopped here</small>}
          </li>
        ))}
      </ol>
      {props.canEdit && <Next {...props} />}
    </section>
  )
}

/** The day said of it, where one was; else the day on which it was written down. */
function dayText(
  { startedOn, launchedOn, measuredOn }: InitiativeProps['initiative'],
  stage: Stage,
  written: string | undefined,
  today: string,
) {
  const said = { delivery: startedOn, shipped: launchedOn, measured: measuredOn }[stage as 'delivery'] ?? null
  return said ? shortDay(said, today) : (written ?? '')
}

const Next = (props: InitiativeProps) => {
  const { initiative, position, refused, today, missing } = props
  const typed = refused?.part === 'stages' ? refused.typed : untouched
  const steps = stepsFrom(position)
  if (steps.length === 0) return null
  const lacks = position.stage === 'ready' && missing.length > 0
  return (
    <form class="form" method="post" action={`/initiatives/${initiative.id}/stages`}>
      <Mistakes errors={typed.errors} />
      {lacks && (
        <p class="remark">
          For delivery it lacks {missingText(missing)}. With a reason it can go all the same: the reason is then logged
          as a decision.
        </p>
      )}
      <TextArea
        {...{ name: 'because', label: 'Why', typed, rows: 2, maxlength: 2000, optional: !lacks }}
        hint={steps.some(needsReason) ? 'Going back and stopping need a reason.' : undefined}
      />
      <Input name="on" label="On" type="date" typed={typed} value={today} />
      <p class="acts">
        {steps.map((step) => (
          <button
            class={step === 'advance' && !lacks ? 'btn pri' : 'btn'}
            type="submit"
            name="to"
            value={positionAfter(position, step)?.stage}
          >
            {nameOf(props, step, lacks)}
          </button>
        ))}
      </p>
    </form>
  )
}

const needsReason = (step: StageStep) => step === 'stop' || step === 'rediscover'

function nameOf({ position }: InitiativeProps, step: StageStep, lacks: boolean) {
  const to = positionAfter(position, step)?.stage
  const name = to ? stageNames[to].toLowerCase() : ''
  if (step === 'stop') return 'Stop it'
  if (step === 'rediscover') return 'Back to discovery'
  if (step === 'resume') return `Resume in ${name}`
  if (to === 'delivery') return lacks ? 'Commit all the same' : 'Commit to delivery'
  return to === 'shipped' || to === 'measured' || to === 'ready' ? `It is ${name}` : `On to ${name}`
}
