import { runIn } from '../../src/domain/scorecard/baselines.ts'
import { longDay } from '../dates.ts'
import { Chart, ChartKey } from './chart.tsx'
import { Baselines, Meanwhile } from './metric/course.tsx'
import { Figures } from './metric/figures.tsx'
import { Meaning, Targets } from './metric/meaning.tsx'
import { mostPoints, plotOf } from './metric/plot.ts'
import type { MetricProps } from './metric/props.ts'
import { caveats, chartSentence, finding } from './metric/sentence.ts'
import { Readings } from './metric/table.tsx'
import { when } from './metric/when.ts'
import { excusesSentence } from './metric/why.ts'
import { Status } from './status.tsx'
import { categoryNames, rhythmNames, unitName, withUnit } from './words.ts'

export const MetricPage = (props: MetricProps) => {
  const { metric, told, markers } = props
  return (
    <>
      <Head {...props} />
      <Owed {...props} />
      {told.length === 0 ? <NothingYet {...props} /> : <Behaviour {...props} />}
      {told.length > 0 && <Readings {...props} />}
      <div class="cols">
        <div>
          <Meaning {...props} />
          <Meanwhile markers={markers} today={props.today} />
        </div>
        <div>
          {told.length > 0 && <Baselines {...props} />}
          <Targets {...props} />
        </div>
      </div>
      {metric.retiredAt && <p class="hint">It was taken off the scorecard on {longDay(metric.retiredAt)}.</p>}
    </>
  )
}

const Head = (props: MetricProps) => {
  const { metric, statuses, standing, currency, canEnter, today } = props
  const period = standing.period
  return (
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>{metric.name}</b> · {categoryNames[metric.category]} ·{' '}
        {unitName(metric.unit, currency)} · {rhythmNames[metric.rhythm].toLowerCase()} ·{' '}
        {metric.ownerId ? <a href={`/people/${metric.ownerId}`}>{metric.owner}</a> : 'no owner yet'}
      </p>
      <h1>{finding(props)}</h1>
      <p class="acts">
        {canEnter && !metric.derived && period && (
          <a class="btn" href={`/scorecard/${metric.key}/readings/${period}`} data-key="e">
            Correct {when(period, metric.rhythm, today)}
          </a>
        )}
      </p>
      <p class="acts lede">
        {statuses.map((status) => (
          <Status of={status} />
        ))}
        {standing.favourable && (
          <span class="st" data-s="good">
            Favourable signal
          </span>
        )}
        {metric.derived && <span class="st">Computed from records</span>}
      </p>
    </div>
  )
}

/** What somebody has to do about it. */
const Owed = (props: MetricProps) => {
  const { metric, standing, segments, canEnter, canEdit, currency, today } = props
  const newest = standing.recent.findLast(({ value }) => value !== null)
  const from = runIn(segments.at(-1))
  const excuses = excusesSentence(props)
  return (
    <>
      {newest?.past && !newest.explained && canEnter && (
        <form class="alert" method="post" action={`/scorecard/${metric.key}/readings/${newest.period}/notes`}>
          <span class="st" data-s="bad">
            Past its guardrail
          </span>
          <div class="acts">
            <label for="f-why">
              Why is it at {withUnit(newest.value, metric.unit, currency)} in{' '}
              {when(newest.period, metric.rhythm, today)}?
            </label>
            <input type="hidden" name="kind" value="reason" />
            <input id="f-why" name="body" required maxlength={500} placeholder="One line" />
            <button class="btn" type="submit">
              Save the reason
            </button>
            <a href="/decisions/new">Log a decision</a>
          </div>
        </form>
      )}
      {excuses && <p class="remark">{excuses}</p>}
      {from && (
        <div class="remark">
          <p>
            A run this long is rarely chance: something has probably changed since {when(from, metric.rhythm, today)}.
            If you know what, later values can be held against a baseline of their own.
          </p>
          {canEdit && (
            <p class="why">
              <a class="btn" href={`/scorecard/${metric.key}/baseline?from=${from}`}>
                Begin a new baseline at {when(from, metric.rhythm, today)}
              </a>
            </p>
          )}
        </div>
      )}
    </>
  )
}

const Behaviour = (props: MetricProps) => {
  const plot = plotOf(props)
  return (
    <>
      <Figures {...props} />
      {plot && (
        <section class="sec" aria-labelledby="h-chart">
          <header>
            <h2 id="h-chart">Process behaviour</h2>
            <p>{caveats(props).join(' ')}</p>
            {!props.showAll && props.count > mostPoints && (
              <a class="small" href={`/scorecard/${props.metric.key}?readings=all`}>
                From the beginning
              </a>
            )}
          </header>
          <Chart plot={plot} sentence={chartSentence(props)} script={props.script} />
          <ChartKey plot={plot} />
        </section>
      )}
    </>
  )
}

const NothingYet = ({ metric, canEnter }: MetricProps) => (
  <div class="empty">
    <p>
      Here stands how {metric.name} goes its way: each period's value, what chance explains of it, and what was decided
      meanwhile. It begins with the first reading; limits come with the twelfth.
    </p>
    {metric.derived ? (
      <p>It is computed from records, as soon as there are any.</p>
    ) : (
      canEnter && (
        <p>
          <a class="btn pri" href="/scorecard">
            Enter it on the scorecard
          </a>
        </p>
      )
    )}
  </div>
)
