import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import type { CatalogueMetric } from '../../src/domain/scorecard/catalogue.ts'
import { type Compared, compareRows } from '../../src/domain/scorecard/readings/compare.ts'
import type { Fault } from '../../src/domain/scorecard/readings/faults.ts'
import { matchRows } from '../../src/domain/scorecard/readings/match.ts'
import { readReadings } from '../../src/domain/scorecard/readings/read-csv.ts'
import { rows } from '../rows.ts'
import { Stale } from '../stale.ts'
import { type By, write } from '../write.ts'
import { fromCatalogue, insertMetrics, type NewMetric } from './define.ts'
import { listMetrics, type Metric, ownersOfCategories } from './metrics.ts'
import { heldReadings, type Landed, landReadings, type NewReading, type Origin } from './readings.ts'

export type Upload = {
  text: string
  /** All of it is of this journey or product; empty: what its names say. */
  journey: string
  /** What a metric that is added is measured in, where not as the catalogue has it; by its key, or that in the catalogue. */
  units: Readonly<Record<string, string>>
}

export type MetricPlan = Compared & ({ isNew: false; metric: Metric } | { isNew: true; metric: NewMetric })

/** What an upload would change, and why some of its rows cannot come in. */
export type ImportPlan = {
  dates: { format: string; ambiguous: boolean }
  metrics: MetricPlan[]
  faults: Fault[]
  fresh: number
  corrected: number
  unchanged: number
  /** The scorecard as it was looked at. */
  seen: string
}

export async function planImport({ text, journey, units }: Upload, today: string): Promise<ImportPlan> {
  const read = readReadings(text)
  await breathe()
  const [metrics, retired, owners] = await Promise.all([listMetrics(), retiredMetrics(), ownersOfCategories()])
  const offer = (metric: CatalogueMetric, of: string): NewMetric => {
    const added = fromCatalogue(metric, owners.get(metric.category)?.id ?? null, of)
    const unit = units[added.key] ?? units[metric.key]
    // Limits in another unit would be wrong by as much.
    return !unit || unit === added.unit ? added : { ...added, unit, target: null, guardrail: null }
  }
  const { groups, faults } = matchRows(read.rows, { metrics, retired, catalogue, offer, journey, today })
  const plans: MetricPlan[] = []
  for (const { rows: ofMetric, ...found } of groups) {
    const held = found.isNew ? [] : await heldReadings(found.metric.id)
    const byPeriod = new Map(held.map((one) => [one.period, one]))
    plans.push({ ...found, ...compareRows(found.metric, ofMetric, byPeriod, today) })
    await breathe()
  }
  const total = (of: (plan: MetricPlan) => number) => plans.reduce((sum, plan) => sum + of(plan), 0)
  return {
    dates: read.dates,
    metrics: plans,
    faults: [...read.errors, ...faults, ...plans.flatMap((plan) => plan.faults)].sort((a, b) => a.row - b.row),
    fresh: total(({ fresh }) => fresh.length),
    corrected: total(({ corrected }) => corrected.length),
    unchanged: total(({ unchanged }) => unchanged),
    seen: stateOf(metrics),
  }
}

/** Lands what was planned, all or none. `Stale` when the metrics are not what they were. */
export const carryOut = (by: By, today: string, plan: ImportPlan, origin: Origin): Promise<Landed> =>
  write(by, async (tx, note) => {
    if (stateOf(await listMetrics(tx)) !== plan.seen) throw new Stale(plan)
    const added = addedBy(plan)
    const ids = await insertMetrics(tx, note, by, added)
    const idOf = new Map(added.map(({ key }, at) => [key, ids[at] ?? 0]))
    const landing = plan.metrics.flatMap(({ metric, fresh, corrected }): NewReading[] => {
      const id = 'id' in metric ? metric.id : (idOf.get(metric.key) ?? 0)
      return [...fresh, ...corrected.map(({ after }) => after)].map((told) => ({ ...told, metric: id }))
    })
    return landReadings(tx, note, by, today, landing, origin)
  })

/** A metric of which nothing can come in is not put on the scorecard either. */
export const addedBy = ({ metrics }: ImportPlan): NewMetric[] =>
  metrics.flatMap(({ isNew, metric, fresh }) => (isNew && fresh.length > 0 ? [metric] : []))

/** Somebody may be waiting for a page. */
const breathe = () => setImmediate()

const stateOf = (metrics: readonly Metric[]) =>
  metrics.map(({ id, definition, derived }) => `${id}.${definition}${derived ? 'd' : ''}`).join()

const retiredMetrics = (): Promise<{ key: string; name: string }[]> =>
  rows(sql`select m.key, d.name from metrics m join metric_definitions d on d.metric = m.id
      and d.number = (select max(number) from metric_definitions x where x.metric = m.id)
    where m.retired_at is not null`)
