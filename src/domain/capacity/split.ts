/** One number per bucket key: whole percent, shares from 0 to 1, or person-weeks. A bucket not named has none. */
export type PerBucket = Readonly<Record<string, number>>

/** Whole percent per bucket. */
export type Split = PerBucket

export const inBucket = (amounts: PerBucket, bucket: string): number =>
  Object.hasOwn(amounts, bucket) ? (amounts[bucket] ?? 0) : 0

/** Whole percentages from 0 to 100 that total exactly 100. */
export function isWhole(split: Split): boolean {
  const percents = Object.values(split)
  return percents.every(isPercent) && total(percents) === 100
}

/**
 * The split with one bucket set to `value` (whole, 0 to 100) and the others sharing the rest in the proportion they
 * had, by largest remainders; equally when they had nothing. A bucket that is alone keeps everything. One not yet in
 * the split joins it. Always totals 100, even when `split` did not.
 *
 * @throws RangeError when the value, or a percentage of the split, is no whole number from 0 to 100
 */
export function rebalance(split: Split, bucket: string, value: number): Split {
  if (![value, ...Object.values(split)].every(isPercent)) throw new RangeError('Percentages are whole, from 0 to 100')
  const others = Object.keys(split).filter((key) => key !== bucket)
  if (others.length === 0) return Object.fromEntries([[bucket, 100]])
  const weights = others.map((key) => inBucket(split, key))
  const parts = apportion(100 - value, total(weights) === 0 ? weights.map(() => 1) : weights)
  const changed = new Map(others.map((key, at) => [key, parts[at] ?? 0]))
  const keys = Object.hasOwn(split, bucket) ? Object.keys(split) : [...others, bucket]
  return Object.fromEntries(keys.map((key) => [key, changed.get(key) ?? value]))
}

/**
 * Each bucket's share, 0 to 1, of what all of them have: of person-weeks, or of a split's percentages. null when there
 * is nothing to share.
 */
export function sharesOf(amounts: PerBucket): PerBucket | null {
  const all = total(Object.values(amounts))
  if (!(all > 0)) return null
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, amount / all]))
}

/** Bucket by bucket. */
export function sumOf(list: readonly PerBucket[]): PerBucket {
  const sums = new Map<string, number>()
  for (const [key, amount] of list.flatMap(Object.entries<number>)) sums.set(key, (sums.get(key) ?? 0) + amount)
  return Object.fromEntries(sums)
}

/** So that .2 of a whole, added up from tenths, is not found below a limit of 20 %. */
export const nineDecimals = (value: number): number => Math.round(value * 1e9) / 1e9

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const isPercent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100

/**
 * Hamilton's method of largest remainders, ties to the one named first. Whole numbers throughout, so that nothing is
 * lost to rounding. Balinski & Young, Fair Representation (1982), chapter 3.
 */
function apportion(seats: number, weights: readonly number[]): number[] {
  const all = total(weights)
  const parts = weights.map((weight) => Math.floor((seats * weight) / all))
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (seats * weight) % all }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const favoured = new Set(byRemainder.slice(0, seats - total(parts)).map(({ at }) => at))
  return parts.map((part, at) => part + Number(favoured.has(at)))
}
