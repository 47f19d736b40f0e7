import { wilson } from './wilson.ts'

/** A stated probability, as a share from 0 to 1, and whether what it was stated for came true. */
export type Forecast = { stated: number; came: boolean }

export type Scores = {
  count: number
  /** Mean squared distance between what was stated and what came, 0 (perfect) to 1. Brier, 1950. */
  brier: number
  /** The Brier score of always stating how often things came true. */
  reference: number
  /** 1 − Brier / reference; null when everything, or nothing, came true. */
  skill: number | null
  /** Mean stated minus the share that came true: above 0 is overconfident. */
  overconfidence: number
}

export function scores(forecasts: readonly Forecast[]): Scores | null {
  const count = forecasts.length
  if (count === 0) return null
  const mean = (of: (forecast: Forecast) => number) => forecasts.reduce((sum, one) => sum + of(one), 0) / count
  const came = mean((one) => Number(one.came))
  const brier = mean((one) => (one.stated - Number(one.came)) ** 2)
  const reference = came * (1 - came)
  return {
    count,
    brier,
    reference,
    skill: reference === 0 ? null : 1 - brier / reference,
    overconfidence: mean((one) => one.stated) - came,
  }
}

export type Bin = { from: number; to: number; stated: number; came: number; count: number; low: number; high: number }

/**
 * What may be said, by how many forecasts there are: under 10 nothing but the list; to 29 the score, with the warning
 * that it is too few to judge; from 30 whether the overconfidence is more than chance; from 50 the curve.
 */
export type Calibration =
  | { stage: 'list'; count: number }
  | { stage: 'too_few'; scores: Scores }
  | { stage: 'test'; scores: Scores; z: number; significant: boolean }
  | { stage: 'curve'; scores: Scores; z: number; significant: boolean; bins: Bin[] }

export function calibration(forecasts: readonly Forecast[]): Calibration {
  const found = scores(forecasts)
  if (!found || found.count < 10) return { stage: 'list', count: found?.count ?? 0 }
  if (found.count < 30) return { stage: 'too_few', scores: found }
  const z = overconfidenceZ(forecasts, found.overconfidence)
  const tested = { scores: found, z, significant: Math.abs(z) > 1.959964 }
  return found.count < 50 ? { stage: 'test', ...tested } : { stage: 'curve', ...tested, bins: bins(forecasts) }
}

/**
 * The gap in units of what chance alone would give, were every stated probability right. Who was always certain leaves
 * nothing to chance: any gap is then infinitely many of them.
 */
function overconfidenceZ(forecasts: readonly Forecast[], gap: number) {
  const variance = forecasts.reduce((sum, { stated }) => sum + stated * (1 - stated), 0)
  return gap === 0 ? 0 : gap / (Math.sqrt(variance) / forecasts.length)
}

function bins(forecasts: readonly Forecast[]): Bin[] {
  return partsOf([...forecasts].sort((a, b) => a.stated - b.stated)).map((part) => {
    const came = part.filter((one) => one.came).length
    return {
      from: part[0]?.stated ?? 0,
      to: part.at(-1)?.stated ?? 0,
      stated: part.reduce((sum, { stated }) => sum + stated, 0) / part.length,
      came: came / part.length,
      count: part.length,
      ...(wilson(came, part.length) ?? { low: 0, high: 1 }),
    }
  })
}

/**
 * At most five parts of at least ten, from the lowest stated probability up. Equal ones stay together: people state
 * round numbers, and two bins of one number would differ by nothing but the order they came in.
 */
function partsOf(sorted: readonly Forecast[]): Forecast[][] {
  const least = Math.max(10, sorted.length / 5)
  const parts: Forecast[][] = []
  let part: Forecast[] = []
  for (const one of sorted) {
    if (part.length >= least && one.stated !== part.at(-1)?.stated) {
      parts.push(part)
      part = []
    }
    part.push(one)
  }
  const before = parts.at(-1)
  if (part.length >= 10 || !before) return [...parts, part]
  return [...parts.slice(0, -1), [...before, ...part]]
}
