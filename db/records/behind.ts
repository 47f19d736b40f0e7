import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import type { Counted } from '../../src/domain/scorecard/reading.ts'
import {
  type Figure,
  patchQuantiles,
  type Quantiles,
  recoveryQuantiles,
} from '../../src/domain/scorecard/records/derive.ts'
import {
  countedOf,
  type Derivable,
  derivable,
  figureOf,
  type RecordKind,
  restOf,
} from '../../src/domain/scorecard/records/derived.ts'
import { lastDayOf } from '../../src/domain/scorecard/records/period.ts'
import { localDate } from '../../src/domain/time/zone.ts'
import type { Metric } from '../scorecard/metrics.ts'
import { criticalOpenedBy, recordsOfPeriod, type StoredRecords } from './load.ts'

/** What a computed figure is made of, from the records as they are now. */
export type Behind = {
  figure: Figure
  counted: Counted
  /** Of the records, those that the numerator counts or sums, and what else the denominator holds. */
  rows: StoredRecords
  rest: StoredRecords
  quantiles: Quantiles | null
}

export async function rowsBehind(metric: Metric, key: Derivable, start: string, timeZone: string): Promise<Behind> {
  const period = { from: start, until: periodAfter(start, metric.rhythm) }
  const dayOf = (moment: string) => localDate(moment, timeZone)
  const kinds: readonly RecordKind[] = derivable[key]
  const records = await recordsOfPeriod({ kinds, journey: metric.journey }, period)
  const figure = figureOf(key, records, period, dayOf)
  return {
    figure,
    counted: countedOf(key, figure, metric),
    rows: among(records, kinds[0], figure.keys),
    rest: among(records, kinds.at(-1), restOf(key, records, period, dayOf)),
    quantiles: await quantilesOf(),
  }

  async function quantilesOf() {
    if (key === 'critical_patch_time') {
      const asOf = lastDayOf(period)
      return patchQuantiles(await criticalOpenedBy(asOf), asOf)
    }
    if (key === 'mttr') return recoveryQuantiles(records.incidents, period, dayOf)
    if (key !== 'deployment_recovery') return null
    return recoveryQuantiles(
      records.incidents.filter(({ causedByChange }) => causedByChange),
      period,
      dayOf,
    )
  }
}

function among(records: StoredRecords, kind: RecordKind | undefined, keys: readonly string[]): StoredRecords {
  const wanted = new Set(keys)
  const of = <One extends { key: string }>(own: RecordKind, all: One[]) =>
    own === kind ? all.filter((one) => wanted.has(one.key)) : []
  return {
    findings: of('findings', records.findings),
    incidents: of('incidents', records.incidents),
    deployments: of('deployments', records.deployments),
  }
}
