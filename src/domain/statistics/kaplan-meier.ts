/** A time waited, in any unit, and whether it ended (true) or was still going on when we looked (censored, false). */
export type Observation = { time: number; observed: boolean }

export type Step = { time: number; survival: number; atRisk: number; ended: number }

/**
 * The product-limit estimate of the share still waiting after each time at which somebody's wait ended. A wait that
 * is censored at the same time counts as still at risk then.
 *
 * Kaplan & Meier, Journal of the American Statistical Association 53 (1958), 457–481.
 */
export function survivalCurve(observations: readonly Observation[]): Step[] {
  const sorted = [...observations].sort((a, b) => a.time - b.time)
  const curve: Step[] = []
  let survival = 1
  for (let at = 0; at < sorted.length; ) {
    const time = sorted[at]?.time ?? 0
    const atRisk = sorted.length - at
    let ended = 0
    for (; at < sorted.length && sorted[at]?.time === time; at++) if (sorted[at]?.observed) ended += 1
    if (ended === 0) continue
    survival *= 1 - ended / atRisk
    curve.push({ time, survival, atRisk, ended })
  }
  return curve
}

/**
 * The smallest time by which at least the share `p` of waits has ended; null while fewer have. Unlike the quantile of
 * the ended ones alone it is not flattered by what is still open.
 */
export function quantile(observations: readonly Observation[], p: number): number | null {
  // 1 − p and the product above both carry rounding; a share that is equal on paper must count as equal.
  const rounding = 1e-12
  return survivalCurve(observations).find(({ survival }) => survival <= 1 - p + rounding)?.time ?? null
}

export const median = (observations: readonly Observation[]): number | null => quantile(observations, 0.5)
