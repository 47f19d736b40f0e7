import type { Metric, NewSegment } from '../../db/scorecard/metrics.ts'
import type { BaselineFault } from '../../src/domain/scorecard/baselines.ts'
import type { Segment } from '../../src/domain/scorecard/behaviour.ts'
import { longDay } from '../dates.ts'
import { Input, Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { ChangeHead, SaveOrLeave } from './change-head.tsx'
import { periodInFull, periodName, stageSentences, withUnit } from './words.ts'

type Props = {
  typed: Typed
  metric: Metric
  /** Oldest first; none while nothing is entered. */
  segments: Segment[]
  /** Causes of those that were begun; a decision only where the reader may know of it. */
  begun: NewSegment[]
  /** Where rule 3 found a run. */
  run: string | null
  /** The day asked for in the address. */
  from: string | undefined
  currency: string
}

export const BaselineForm = ({ typed, metric, segments, begun, run, from, currency }: Props) => (
  <>
    <ChangeHead metric={metric} part="baseline">
      {finding(metric, segments, run)}
    </ChangeHead>
    {segments.length === 0 ? (
      <div class="empty">
        <p>A baseline is what a metric does when nothing happens: twelve entries give its first limits.</p>
        <p>
          <a class="btn pri" href="/scorecard">
            Enter what is known
          </a>
        </p>
      </div>
    ) : (
      <div class="cols">
        <form class="form" method="post" action={`/scorecard/${metric.key}/baseline`}>
          <Mistakes errors={typed.errors} />
          <p class="remark">
            Limits never roll. A new baseline begins only where eight successive values lay on one side of the mean, or
            with a logged change; the old ones stay on the chart as they are.
          </p>
          <Input
            name="startsOn"
            label="First day"
            type="date"
            typed={typed}
            value={from ?? run}
            hint={run ? `The run began with ${periodInFull(run, metric.rhythm)}.` : 'Any day of its first period.'}
            required
          />
          <TextArea
            name="cause"
            label="What changed"
            typed={typed}
            rows={2}
            hint="A shift nobody can explain is better left inside the old limits."
            required
            maxlength={500}
          />
          <Input
            name="decision"
            label="Decision"
            typed={typed}
            hint={
              run ? 'Needed only where it begins elsewhere than the run.' : 'The logged change that it begins with.'
            }
            placeholder="D-42"
            maxlength={12}
            optional={run !== null}
          />
          <SaveOrLeave metric={metric} save="Begin a new baseline" />
        </form>
        <Baselines metric={metric} segments={segments} begun={begun} currency={currency} />
      </div>
    )}
  </>
)

function finding({ name, rhythm }: Metric, segments: Segment[], run: string | null) {
  const newest = segments.at(-1)
  if (!newest) return `${name} has nothing entered yet, so no baseline.`
  if (run) return `${name} has moved: since ${periodName(run, rhythm)} its values lie on one side of the mean.`
  return `${name} shows no run of eight since ${periodName(newest.from, rhythm)}: only a logged change begins a new baseline.`
}

const Baselines = ({
  metric,
  segments,
  begun,
  currency,
}: Pick<Props, 'metric' | 'segments' | 'begun' | 'currency'>) => (
  <section class="sec" aria-labelledby="h-baselines">
    <header>
      <h2 id="h-baselines">Baselines so far</h2>
    </header>
    <ol class="list">
      {segments.toReversed().map(({ from, stage, limits }) => {
        const why = begun.find(({ startsOn }) => startsOn === from)
        return (
          <li>
            <h3>From {longDay(from)}</h3>
            <p class="why">
              {why ? why.cause : 'The first one.'}{' '}
              {why?.decision && <a href={`/decisions/${why.decision}`}>D-{why.decision}</a>}
            </p>
            <p class="small">
              {limits
                ? `Mean ${withUnit(limits.mean, metric.unit, currency)}, limits ${withUnit(limits.lower, metric.unit, currency)} to ${withUnit(limits.upper, metric.unit, currency)}. `
                : ''}
              {stageSentences[stage]}
            </p>
          </li>
        )
      })}
    </ol>
  </section>
)

export const baselineSentences: Record<BaselineFault, { field: 'startsOn' | 'decision'; sentence: string }> = {
  nothing_entered: { field: 'startsOn', sentence: 'Nothing is entered yet, so there is no baseline to leave behind.' },
  not_later: {
    field: 'startsOn',
    sentence: 'The newest baseline begins then or later, and old ones stay as they are.',
  },
  not_begun: { field: 'startsOn', sentence: 'That period has not begun; a baseline begins with what can be measured.' },
  needs_decision: {
    field: 'decision',
    sentence:
      'No run of eight begins there, so a new baseline needs the logged change behind it: please name the decision.',
  },
}
