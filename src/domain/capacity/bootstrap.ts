import { finishWeeks, type Item, inWeek, usualHorizon, type Weekly } from './forecast.ts'

export type Odds = {
  /** The first week by which at least half of the runs have finished it; null: not within the horizon. */
  p50: number | null
  /** By which 85 % have. */
  p85: number | null
  /** The share of runs that finish it by its due week; null without one, or when that is too far ahead to tell. */
  onTime: number | null
}

/** With less history than this, resampling only repeats what little there is. */
export const leastHistory = 8

/** Each week's delivered by planned, of the weeks in which anything was planned. */
export const ratiosOf = (weeks: readonly { delivered: number; planned: number }[]): number[] =>
  weeks.filter(({ planned }) => planned > 0).map(({ delivered, planned }) => delivered / planned)

/**
 * How likely each item of a bucket is to be finished when: the forecast repeated, every week taking the efficiency of a
 * past week drawn at random. null with fewer than eight of those: then only the forecast without odds can be given.
 *
 * One seed draws the same weeks whatever the items and the capacity, so scenarios differ by what they change alone.
 *
 * @param items in rank order; `weekly` their bucket's person-weeks before efficiency; `ratios` delivered by planned,
 * one per past week
 * Efron, Annals of Statistics 7 (1979), 1–26.
 */
export function bootstrap<Of extends Item>(
  items: readonly Of[],
  weekly: Weekly,
  ratios: readonly number[],
  seed: number,
  { runs = 1000, horizon = usualHorizon } = {},
): (Of & Odds)[] | null {
  if (ratios.length < leastHistory) return null
  const capacityIn = inWeek(weekly)
  const finished = items.map(() => new Uint32Array(horizon + 1))
  const seeds = mulberry32(seed)
  for (let run = 0; run < runs; run += 1) {
    const random = mulberry32(seeds() * 2 ** 32)
    const drawn = (week: number) => capacityIn(week) * (ratios[Math.floor(random() * ratios.length)] ?? 0)
    for (const [at, week] of finishWeeks(items, drawn, horizon).entries()) {
      const counts = finished[at]
      if (counts && week !== null) counts[week] = (counts[week] ?? 0) + 1
    }
  }
  return items.map((item, at) => ({ ...item, ...oddsOf(finished[at] ?? new Uint32Array(), item.due, runs) }))
}

/** From the number of runs that finished in each week. */
function oddsOf(counts: Uint32Array, due: number | null, runs: number): Odds {
  let sum = 0
  const byWeek = [...counts].map((count) => {
    sum += count
    return sum
  })
  const firstWith = (share: number) => {
    const week = byWeek.findIndex((finished) => finished >= share * runs)
    return week === -1 ? null : week
  }
  const p50 = firstWith(0.5)
  const p85 = firstWith(0.85)
  if (due === null || (due >= byWeek.length && sum < runs)) return { p50, p85, onTime: null }
  return { p50, p85, onTime: (due < 1 ? 0 : (byWeek[due] ?? sum)) / runs }
}

/**
 * Numbers from 0 to below 1, the same ones for the same seed, a whole number taken modulo 2³². Mulberry32, Tommy
 * Ettinger, 2017.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
