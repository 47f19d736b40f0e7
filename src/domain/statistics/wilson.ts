/**
 * Wilson's score interval for a share: the range of true shares that would not be surprised by what was seen.
 *
 * @param successes of `count`; `z` 1.96 for 95 %. null when nothing was counted.
 * Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilson(successes: number, count: number, z = 1.959964): { low: number; high: number } | null {
  if (count === 0) return null
  const share = successes / count
  const spread = z * z
  const centre = (share + spread / (2 * count)) / (1 + spread / count)
  const half = (z / (1 + spread / count)) * Math.sqrt((share * (1 - share)) / count + spread / (4 * count * count))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
