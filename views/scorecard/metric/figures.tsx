import type { Child } from 'hono/jsx'
import { baseline, type Segment } from '../../../src/domain/scorecard/behaviour.ts'
import { localDate } from '../../../src/domain/time/zone.ts'
import { longDay } from '../../dates.ts'
import { counted } from '../../words.ts'
import { figure, guardrailText, stageSentences, targetText, unitName, withUnit } from '../words.ts'
import { computed, origin } from './computed.ts'
import type { MetricProps } from './props.ts'
import { when } from './when.ts'
import { whyStatuses } from './why.ts'

/** The figures of the page, each of which says how it came about. */
export const Figures = (props: MetricProps) => (
  <div class="figures">
    <Latest {...props} />
    <Mean {...props} />
    <Limits {...props} />
    <Aims {...props} />
  </div>
)

const Figure = ({ name, value, note, children }: { name: string; value: Child; note: Child; children?: Child }) => (
  <section class="sec">
    <header>
      <h2>{name}</h2>
    </header>
    <p class="fig">
      <b class="n">{value}</b> {note}
    </p>
    <details class="how">
      <summary>
        Explain this number<span class="vh">: {name}</span>
      </summary>
      {children}
    </details>
  </section>
)

const Latest = ({ metric, standing, told, currency, timeZone, today }: MetricProps) => {
  const { period } = standing
  const reading = told.find((one) => one.period === period && one.replaced === 0)
  if (!period || !reading) {
    return (
      <Figure name="Latest value" value="–" note={`in ${unitName(metric.unit, currency)}`}>
        <p>No reading holds a value yet. {formulaOf(metric)}</p>
      </Figure>
    )
  }
  return (
    <Figure
      name="Latest value"
      value={figure(reading.value)}
      note={`${unitName(metric.unit, currency)} in ${when(period, metric.rhythm, today)}`}
    >
      <p>{formulaOf(metric)}</p>
      <p>{computed(reading, metric, currency)}</p>
      <p>
        {origin(reading)}, {longDay(localDate(reading.at, timeZone))}, under version {reading.definitionNumber} of the
        definition.
      </p>
      <p>
        <a href={`/scorecard/${metric.key}/readings/${period}`}>This reading and what it replaced</a>
        {metric.derived && (
          <>
            {' '}
            · <a href={`/scorecard/${metric.key}/rows/${period}`}>The rows it was computed from</a>
          </>
        )}
      </p>
    </Figure>
  )
}

const formulaOf = ({ formula, name }: MetricProps['metric']) => `${name}: ${formula}.`

const Mean = (props: MetricProps) => {
  const { metric, segments, currency } = props
  const segment = segments.at(-1)
  if (!segment?.limits) return <NoLimits name="Mean" segment={segment} />
  return (
    <Figure
      name="Mean"
      value={figure(segment.limits.mean)}
      note={`${unitName(metric.unit, currency)}, of ${counted(baselineOf(segment).length, 'entry', 'entries')}`}
    >
      <p>
        {metric.scale === 'log' ? 'The geometric mean' : 'The mean'} of {rowsOf(props, segment)}. Later entries are held
        against it and do not move it.
      </p>
    </Figure>
  )
}

const Limits = (props: MetricProps) => {
  const { metric, segments, currency } = props
  const segment = segments.at(-1)
  if (!segment?.limits) return <NoLimits name="Limits" segment={segment} />
  const { mean, upper, lower, upperCut, lowerCut } = segment.limits
  const step = upperCut ? mean - lower : upper - mean
  return (
    <Figure name="Limits" value={`${figure(lower)} to ${figure(upper)}`} note={unitName(metric.unit, currency)}>
      {metric.scale === 'log' ? (
        <p>
          The logarithms of {rowsOf(props, segment)}: their mean ± 2.66 times the mean distance between neighbours,
          taken back to {unitName(metric.unit, currency)}.
        </p>
      ) : (
        <p>
          From {rowsOf(props, segment)}: the mean ± 2.66 times the mean distance between neighbours
          {!(upperCut && lowerCut) && `, which is ${figure(mean)} ± 2.66 × ${figure(step / 2.66)}`}.
        </p>
      )}
      {(upperCut || lowerCut) && (
        <p>
          The {upperCut && lowerCut ? 'limits end' : `${upperCut ? 'upper' : 'lower'} limit ends`} where the metric
          does: nothing lies beyond.
        </p>
      )}
      <p>{stageSentences[segment.stage]}</p>
    </Figure>
  )
}

const NoLimits = ({ name, segment }: { name: string; segment: Segment | undefined }) => (
  <Figure name={name} value="–" note="not yet">
    <p>{stageSentences[segment?.stage ?? 'too_few']}</p>
  </Figure>
)

const baselineOf = ({ points }: Segment) => points.filter(({ value }) => value !== null).slice(0, baseline)

/** "20 entries, week 4 to week 23, after the new baseline". */
function rowsOf({ metric, definitions, today }: MetricProps, segment: Segment) {
  const points = baselineOf(segment)
  const [first, last] = [points[0]?.from, points.at(-1)?.period]
  const pooled = points.some(({ from, period }) => from !== period)
  const version = definitions.length > 1 ? `, drawn by version ${metric.definitionNumber} of the definition` : ''
  const days = first && last ? `${when(first, metric.rhythm, today)} to ${when(last, metric.rhythm, today)}` : ''
  return `the first ${counted(points.length, pooled ? 'point' : 'entry', pooled ? 'points' : 'entries')} of this baseline (${days}${pooled ? ', small counts pooled' : ''})${version}`
}

const Aims = (props: MetricProps) => {
  const { standing, metric, targets, currency, timeZone } = props
  const { target, guardrail } = standing
  const set = targets.findLast(({ startsOn }) => startsOn <= (standing.period ?? '9999-12-31')) ?? targets[0]
  return (
    <Figure
      name="Target and status"
      value={targetText(target, metric.good)}
      note={guardrail === null ? 'no guardrail' : `guardrail ${guardrailText(guardrail, metric.good)}`}
    >
      {whyStatuses(props).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {set && (
        <p>
          Target {withUnit(target, metric.unit, currency)}, guardrail {withUnit(guardrail, metric.unit, currency)}
          {set.byName && `, set by ${set.byName}`} on {longDay(localDate(set.at, timeZone))}: {set.reason}.
        </p>
      )}
    </Figure>
  )
}
