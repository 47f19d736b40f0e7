import { isDerivable, isDerivedFrom, type RecordKind } from '../../src/domain/scorecard/records/derived.ts'
import type { Span } from '../../src/domain/scorecard/records/period.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { type Calendar, type DerivedMetric, newReadingsOf } from './computed.ts'
import { findMetricById, listMetrics, type Metric } from './metrics.ts'
import { landReadings, type NewReading } from './readings.ts'

/** Records of a kind changed that count on these days: what is computed from them lands anew, as far as it differs. */
export async function deriveFrom(
  tx: Transaction,
  note: Note,
  by: By,
  calendar: Calendar,
  kind: RecordKind,
  changed: Span,
): Promise<void> {
  const derived = (await derivedMetrics(tx)).filter(({ key }) => isDerivedFrom(key, kind))
  const readings: NewReading[] = []
  for (const one of derived) readings.push(...(await newReadingsOf(one, calendar, changed, tx)))
  await land(tx, note, by, calendar, readings)
}

/** A metric was turned to computed: every complete period since the first record. One that is entered is left alone. */
export async function deriveMetric(
  tx: Transaction,
  note: Note,
  by: By,
  today: string,
  timeZone: string,
  id: number,
): Promise<void> {
  const metric = await findMetricById(id, tx)
  if (!metric?.derived || !isDerivable(metric.catalogue)) return
  const calendar = { today, timeZone }
  await land(tx, note, by, calendar, await newReadingsOf({ metric, key: metric.catalogue }, calendar, 'all', tx))
}

/** Periods that ended while no record changed are computed too; true when there were any. */
export async function deriveDue(by: By, calendar: Calendar): Promise<boolean> {
  const readings: NewReading[] = []
  for (const one of await derivedMetrics()) readings.push(...(await newReadingsOf(one, calendar, null)))
  if (readings.length === 0) return false
  await write(by, (tx, note) => land(tx, note, by, calendar, readings))
  return true
}

/** Metrics on the scorecard that are computed from a kind of records, or could be. */
export const metricsFrom = async (kind: RecordKind): Promise<Metric[]> =>
  (await listMetrics()).filter(({ catalogue }) => isDerivable(catalogue) && isDerivedFrom(catalogue, kind))

const derivedMetrics = async (tx?: Transaction): Promise<DerivedMetric[]> =>
  (await listMetrics(tx)).flatMap((metric) =>
    metric.derived && isDerivable(metric.catalogue) ? [{ metric, key: metric.catalogue }] : [],
  )

async function land(tx: Transaction, note: Note, by: By, { today }: Calendar, readings: readonly NewReading[]) {
  if (readings.length > 0) await landReadings(tx, note, by, today, readings, { source: 'computed' })
}
