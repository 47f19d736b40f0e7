import type { Expectation, Trip } from '../../db/scorecard/tripwires.ts'
import type { Watched } from '../../db/scorecard/watched.ts'
import { isNamed } from '../../src/domain/scorecard/naming.ts'
import { longDay } from '../dates.ts'
import { periodName, withUnit } from '../scorecard/words.ts'
import { directionNames } from '../words.ts'

/** What the scorecard says about one decision. */
export type Watch = {
  /** Those of the metrics it names that are on the scorecard. */
  metrics: Watched[]
  /** Its tripwire was crossed and it was not looked at since. */
  trip: Trip | undefined
  /** The day by which it expected a result has come; `came` null: that cannot be judged yet. */
  expectation: (Expectation & { came: boolean | null }) | undefined
  currency: string
}

export const Tripped = ({ trip, currency, at }: { trip: Trip; currency: string; at?: string | undefined }) => (
  <p class="alert" role="status">
    <span class="st" data-s="bad">
      Tripwire crossed
    </span>
    <span>
      <a href={`/scorecard/${trip.key}`}>{trip.metric}</a> was <b>{withUnit(trip.value, trip.unit, currency)}</b> in{' '}
      {periodName(trip.period, trip.rhythm)}. This decision is looked at again when it {directionNames[trip.direction]}{' '}
      {withUnit(trip.limit, trip.unit, currency)}. {at && <a href={at}>Review the outcome</a>}
    </span>
  </p>
)

/** Expected beside actual, in one sentence without its verdict. */
export const ExpectedAndActual = ({ of, currency }: { of: Expectation; currency: string }) => {
  const { key, metric, unit, good, rhythm, expected, expectedOn, actual, period } = of
  return (
    <>
      <a href={`/scorecard/${key}`}>{metric}</a> was expected at {withUnit(expected, unit, currency)} or{' '}
      {good === 'up' ? 'more' : 'less'} by {longDay(expectedOn)};{' '}
      {period === null ? (
        'nothing was read of it up to then'
      ) : (
        <>
          it was <b>{withUnit(actual, unit, currency)}</b> in {periodName(period, rhythm)}
        </>
      )}
      .
    </>
  )
}

export const Came = ({ came }: { came: boolean | null }) =>
  came === null ? (
    <span class="st" data-s="none">
      Not to be judged yet
    </span>
  ) : (
    <span class="st" data-s={came ? 'good' : 'off'}>
      {came ? 'Came' : 'Did not come'}
    </span>
  )

/** The metric as it is called, a link where the scorecard has it. */
export const MetricName = ({ written, metrics }: { written: string; metrics: Watched[] }) => {
  const metric = metrics.find((one) => isNamed(one, written))
  return metric ? <a href={`/scorecard/${metric.key}`}>{metric.name}</a> : <span>{written}</span>
}

/** With the unit of the metric, where the scorecard has it. */
export function inItsUnit(value: number, written: string, { metrics, currency }: Watch) {
  const metric = metrics.find((one) => isNamed(one, written))
  return metric ? withUnit(value, metric.unit, currency) : String(value)
}

/** "now 24 % (week 46)"; nothing where the scorecard does not have it. */
export const Now = ({ written, metrics, currency }: { written: string; metrics: Watched[]; currency: string }) => {
  const metric = metrics.find((one) => isNamed(one, written))
  return metric ? <small>{nowText(metric, currency)}</small> : null
}

export const nowText = ({ value, unit, period, rhythm }: Watched, currency: string) =>
  period === null ? 'nothing read yet' : `now ${withUnit(value, unit, currency)} (${periodName(period, rhythm)})`
