import { type Source, sources } from './catalogue.ts'

/** A row of the displacement ledger: published on `day` (`YYYY-MM-DD`), in person-weeks. */
export type Displaced = { day: string; source: Source; weeks: number }

/** Largest first. `share` of all that these sources together displaced. */
export type BySource = { source: Source; weeks: number; share: number }[]

export type MonthlyTax = {
  /** `YYYY-MM` */
  month: string
  weeks: number
  /** Of the month's capacity; null where that is unknown or 0. It can be above 1. */
  share: number | null
  sources: BySource
}

/**
 * What pushed in from outside the plan, by month and source; each list of sources begins with the one that asks most.
 *
 * @param capacity person-weeks by month (`YYYY-MM`); a month in it that nothing was displaced in has a tax of 0.
 */
export function tax(
  rows: readonly Displaced[],
  capacity: ReadonlyMap<string, number>,
): { weeks: number; sources: BySource; months: MonthlyTax[] } {
  const rowsOf = new Map<string, Displaced[]>([...capacity.keys()].map((month) => [month, []]))
  for (const row of rows) {
    const month = row.day.slice(0, 7)
    const own = rowsOf.get(month)
    if (own) own.push(row)
    else rowsOf.set(month, [row])
  }
  return {
    weeks: weeksOf(rows),
    sources: bySource(rows),
    months: [...rowsOf.keys()].sort().map((month) => {
      const own = rowsOf.get(month) ?? []
      const weeks = weeksOf(own)
      const whole = capacity.get(month) ?? 0
      return { month, weeks, share: whole > 0 ? weeks / whole : null, sources: bySource(own) }
    }),
  }
}

/** The source that asks most and its share, 0 to 1; null with nothing displaced. Of equals the first of the catalogue. */
export const topSource = (sources: BySource): { source: Source; share: number } | null => {
  const [top] = sources
  return top ? { source: top.source, share: top.share } : null
}

function bySource(rows: readonly Displaced[]): BySource {
  const all = weeksOf(rows)
  return sources
    .map((source) => ({ source, weeks: weeksOf(rows.filter((row) => row.source === source)) }))
    .filter(({ weeks }) => weeks > 0)
    .map((one) => ({ ...one, share: one.weeks / all }))
    .sort((a, b) => inMillionths(b) - inMillionths(a))
}

/** Sums of decimals that are equal differ by rounding alone. */
const inMillionths = ({ weeks }: { weeks: number }) => Math.round(weeks * 1e6)

const weeksOf = (rows: readonly Displaced[]) => rows.reduce((sum, { weeks }) => sum + weeks, 0)
