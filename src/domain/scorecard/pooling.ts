import type { Series } from './limits.ts'

/** One period of a metric as it was entered. `value` null: nothing valid for that period. */
export type Entry = { period: string; value: number | null; numerator?: number | null; denominator?: number | null }

/** Periods taken together, because each alone counts too few. `period` is the newest, `from` the oldest of them. */
export type Pooled = { period: string; from: string; value: number | null }

const least = 3

/**
 * Joins successive periods of a ratio until their denominators would hold at least three of what is counted, at the
 * rate of the first `baseline` periods: below that the counts are too lumpy for limits. A rest that does not reach
 * three is left out. Metrics without counts stay as they are.
 */
export function pooled(entries: readonly Entry[], factor: number, baseline: number): Pooled[] {
  const rate = rateOf(entries.slice(0, baseline))
  if (rate === null) return entries.map(({ period, value }) => ({ period, from: period, value }))
  const pools: Pooled[] = []
  let from: string | undefined
  let numerator = 0
  let denominator = 0
  for (const entry of entries) {
    if (entry.value === null) {
      if (from === undefined) pools.push({ period: entry.period, from: entry.period, value: null })
      continue
    }
    from ??= entry.period
    numerator += entry.numerator ?? 0
    denominator += entry.denominator ?? 0
    if (denominator * rate < least) continue
    pools.push({ period: entry.period, from, value: (factor * numerator) / denominator })
    from = undefined
    numerator = 0
    denominator = 0
  }
  return pools
}

/** null when these are not counts, or nothing was counted: then there is no rate to plan by. */
function rateOf(entries: readonly Entry[]) {
  const valid = entries.filter(({ value }) => value !== null)
  if (valid.length === 0 || valid.some(({ numerator, denominator }) => numerator == null || !denominator)) return null
  const total = (of: (entry: Entry) => number) => valid.reduce((sum, entry) => sum + of(entry), 0)
  const rate = total(({ numerator }) => numerator ?? 0) / total(({ denominator }) => denominator ?? 0)
  return rate > 0 ? rate : null
}

export const valuesOf = (points: readonly { value: number | null }[]): Series => points.map(({ value }) => value)
