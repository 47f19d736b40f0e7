import type { CatalogueMetric, Definition } from '../catalogue.ts'
import type { Fault } from './faults.ts'
import type { ReadingRow } from './read-csv.ts'
import { rhythmSeen } from './rhythm.ts'

type OnScorecard = Definition & { key: string; catalogue: string | null; journey: string }
type Offered = Definition & { key: string }

type Metrics<Metric extends OnScorecard, New extends Offered> = {
  metrics: readonly Metric[]
  /** Taken off the scorecard: their keys are not free. */
  retired: readonly { key: string; name: string }[]
  catalogue: readonly CatalogueMetric[]
  /** What a metric of the catalogue would be on this scorecard, of a journey where one is given. */
  offer: (metric: CatalogueMetric, journey: string) => New
  /** All rows are of this journey or product; empty: they are of the whole organisation, or their names say of what. */
  journey: string
  /** Days that have not come show no rhythm: they are mistakes. */
  today: string
}

/** The rows of one metric. `isNew`: it is not on the scorecard yet. */
export type Group<Metric, New> = { rows: ReadingRow[] } & (
  | { isNew: false; metric: Metric }
  | { isNew: true; metric: New }
)

type Found<Metric, New> =
  | { isNew: false; metric: Metric }
  | { isNew: true; metric: New }
  | 'unknown'
  | 'several'
  | 'retired'

/**
 * Which metric each row is of: by key or name, in capitals or not, first of those on the scorecard, then of the
 * catalogue. A metric that is to be added has the rhythm its rows show. Rows of no metric are among the faults.
 */
export function matchRows<Metric extends OnScorecard, New extends Offered>(
  rows: readonly ReadingRow[],
  known: Metrics<Metric, New>,
): { groups: Group<Metric, New>[]; faults: Fault[] } {
  const find = finder(known)
  const names = new Map<string, Found<Metric, New>>()
  const groups = new Map<string, Group<Metric, New>>()
  const faults: Fault[] = []
  for (const row of rows) {
    const name = plain(row.metric)
    const found = names.get(name) ?? find(name)
    names.set(name, found)
    if (typeof found === 'string') {
      faults.push({ row: row.row, is: found, metric: row.metric })
      continue
    }
    const group = groups.get(found.metric.key)
    if (group) group.rows.push(row)
    else groups.set(found.metric.key, { ...found, rows: [row] })
  }
  return { groups: [...groups.values()].map((group) => inItsRhythm(group, known.today)), faults }
}

function inItsRhythm<Metric, New extends Offered>(group: Group<Metric, New>, today: string): Group<Metric, New> {
  if (!group.isNew) return group
  const days = group.rows.map(({ periodStart }) => periodStart).filter((day) => day <= today)
  return { ...group, metric: { ...group.metric, rhythm: rhythmSeen(days, group.metric.rhythm) } }
}

function finder<Metric extends OnScorecard, New extends Offered>(known: Metrics<Metric, New>) {
  const { metrics, retired, catalogue, offer, journey } = known
  const byKey = new Map(metrics.map((metric) => [metric.key.toLowerCase(), metric]))
  const retiredKeys = new Set(retired.map(({ key }) => key.toLowerCase()))
  const retiredNames = new Set(retired.map(({ name }) => plain(name)))
  const ofJourney = metrics.filter((metric) => plain(metric.journey) === plain(journey))

  /** Where everything is of one journey, its metrics also go by what they are called without it. */
  const namesOf = (metric: Metric) => {
    const suffix = `, ${plain(journey)}`
    const name = plain(metric.name)
    const origin = catalogue.find(({ key }) => key === metric.catalogue)
    const shorter = name.endsWith(suffix) ? [name.slice(0, -suffix.length)] : []
    return [metric.key.toLowerCase(), name, ...shorter, ...(origin ? [origin.key, plain(origin.name)] : [])]
  }

  const offered = (metric: CatalogueMetric, of: string): Found<Metric, New> => {
    const found = offer(metric, of)
    const held = byKey.get(found.key.toLowerCase())
    if (held) return { isNew: false, metric: held }
    return retiredKeys.has(found.key.toLowerCase()) ? 'retired' : { isNew: true, metric: found }
  }

  return (name: string): Found<Metric, New> => {
    const all = journey ? ofJourney : metrics
    const named = all.filter((metric) => (journey ? namesOf(metric).includes(name) : plain(metric.name) === name))
    const exact = all.find(({ key }) => key.toLowerCase() === name) ?? (named.length === 1 ? named[0] : undefined)
    if (exact) return { isNew: false, metric: exact }
    if (named.length > 1) return 'several'
    if (!journey && (retiredKeys.has(name) || retiredNames.has(name))) return 'retired'
    const whole = catalogue.find((metric) => metric.key === name || plain(metric.name) === name)
    if (whole) return offered(whole, journey)
    const part = journey ? null : partOf(name, catalogue)
    return part ? offered(part.metric, part.journey) : 'unknown'
  }
}

/** `slo_attainment-checkout` and `SLO attainment, checkout`, as the export of another scorecard says it. */
function partOf(name: string, catalogue: readonly CatalogueMetric[]) {
  for (const metric of catalogue) {
    for (const start of [`${metric.key}-`, `${plain(metric.name)}, `]) {
      if (name.startsWith(start) && name.length > start.length) return { metric, journey: name.slice(start.length) }
    }
  }
  return null
}

const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
