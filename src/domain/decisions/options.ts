/**
 * The weighted mean of an option's scores (1 to 5), each weight counting by its share of all weights. null when there
 * is no criterion, or one is not scored yet: a missing score is not a zero.
 */
export function weightedScore(
  criteria: readonly { weight: number }[],
  scores: readonly (number | null)[],
): number | null {
  let sum = 0
  let weights = 0
  for (const [at, { weight }] of criteria.entries()) {
    const score = scores[at]
    if (score === null || score === undefined) return null
    sum += weight * score
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
