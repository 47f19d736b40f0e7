/**
 * Natural process limits of individual values and their moving ranges (XmR), all in the unit of the values.
 * `mean` ± 2.66 × the mean moving range; a moving range is unusual above 3.268 times their mean.
 * Shewhart's charts for individuals; the factors are 3/d₂ and D₄ for ranges of two.
 */
export type Limits = { mean: number; range: number; upper: number; lower: number; rangeLimit: number }

/** Values of successive periods, null where one is missing: a moving range is taken between neighbours only. */
export type Series = readonly (number | null)[]

/** null with fewer than two neighbouring values. `range` is 0 where nothing varies: such limits say nothing. */
export function limitsOf(series: Series): Limits | null {
  const values = series.filter((value) => value !== null)
  const ranges = movingRanges(series).filter((range) => range !== null)
  if (ranges.length === 0) return null
  const mean = meanOf(values)
  const range = meanOf(ranges)
  return { mean, range, upper: mean + 2.66 * range, lower: mean - 2.66 * range, rangeLimit: 3.268 * range }
}

/** The distance of each value from the one before it; null for the first and around a missing one. */
export const movingRanges = (series: Series): (number | null)[] =>
  series.map((value, at) => {
    const before = series[at - 1]
    return value === null || before === null || before === undefined ? null : Math.abs(value - before)
  })

/** How far each value resembles the one before it, −1 to 1, over neighbours only; null where nothing varies. */
export function autocorrelation(series: Series): number | null {
  const values = series.filter((value) => value !== null)
  const mean = meanOf(values)
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  if (spread === 0) return null
  const together = series.reduce<number>((sum, value, at) => {
    const before = series[at - 1]
    return value === null || before === null || before === undefined ? sum : sum + (value - mean) * (before - mean)
  }, 0)
  return together / spread
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
