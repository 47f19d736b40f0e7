import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import type { Period } from '../../src/domain/scorecard/records/derive.ts'
import { countedOf, type Derivable, derivable, figuresOf } from '../../src/domain/scorecard/records/derived.ts'
import { runsOf, type Span } from '../../src/domain/scorecard/records/period.ts'
import type { Reading } from '../../src/domain/scorecard/standing.ts'
import { localDate } from '../../src/domain/time/zone.ts'
import { firstRecord, recordsOfPeriod } from '../records/load.ts'
import type { Transaction } from '../write.ts'
import type { Metric } from './metrics.ts'
import type { NewReading } from './readings.ts'
import { currentReadings } from './standing.ts'

/** `today` is a day of the time zone, which also says on which day a moment lies. */
export type Calendar = { today: string; timeZone: string }

export type DerivedMetric = { metric: Metric; key: Derivable }

/**
 * What the records say of the periods that changed, or all with `all`, and of those that ended since the newest reading;
 * without what is held already.
 */
export async function newReadingsOf(
  { metric, key }: DerivedMetric,
  { today, timeZone }: Calendar,
  changed: Span | 'all' | null,
  tx?: Transaction,
): Promise<NewReading[]> {
  const began = await firstRecord(derivable[key], tx)
  if (began === null) return []
  const first = began.length === 10 ? began : localDate(began, timeZone)
  const held = await currentReadings(metric.id, tx)
  const span = changed === 'all' ? { from: first, until: null } : changed
  const runs = runsOf(span, { first, newest: held.at(-1)?.period, today }, metric.rhythm)
  const before = new Map(held.map((one) => [one.period, one]))
  const readings: NewReading[] = []
  for (const run of runs) {
    const records = await recordsOfPeriod({ kinds: derivable[key], journey: metric.journey }, run, tx)
    const dayOf = (moment: string) => localDate(moment, timeZone)
    for (const { period, figure } of figuresOf(key, records, startsIn(run, metric), metric.rhythm, dayOf)) {
      const reading = { period, ...countedOf(key, figure, metric) }
      if (!isSame(reading, before.get(period))) readings.push({ metric: metric.id, ...reading, note: '' })
    }
  }
  return readings
}

function startsIn({ from, until }: Period, { rhythm }: Metric) {
  const starts: string[] = []
  for (let start = from; start < until; start = periodAfter(start, rhythm)) starts.push(start)
  return starts
}

const isSame = (one: Reading, held: Reading | undefined) =>
  one.value === held?.value && one.numerator === held.numerator && one.denominator === held.denominator
