import type { DriftLevel } from '../../src/domain/capacity/drift.ts'
import type { HardBreach } from '../../src/domain/capacity/standing.ts'
import type { Origin } from '../../src/domain/capacity/unplanned.ts'
import { isoWeek } from '../../src/domain/time/days.ts'
import { quarterName, readQuarter } from '../../src/domain/time/quarter.ts'
import { counted } from '../words.ts'

export const driftNames: Record<DriftLevel, string> = { steady: 'Steady', drift: 'Drift', high: 'Drift' }
export const driftShapes: Record<DriftLevel, string> = { steady: 'good', drift: 'off', high: 'bad' }

export const causeNames: Record<Origin, string> = { planned: 'Planned', incident: 'Incidents', ask: 'Asks' }

/** `2026Q4` as "2026 Q4". */
export const quarterTitle = (key: string) => {
  const quarter = readQuarter(key)
  return quarter ? quarterName(quarter) : key
}

/** "week 45" of its Monday. */
export const weekName = (monday: string) => `week ${isoWeek(monday).week}`

/** 8, 4.5: as many digits as person-weeks have. */
export const amount = (value: number) => String(Math.round(value * 10) / 10)

/** In tables. */
export const pw = (value: number | null) => (value === null ? '–' : `${amount(value)} pw`)

/** In sentences. */
export const personWeeks = (value: number) =>
  Number.isInteger(value) ? counted(value, 'person-week') : `${amount(value)} person-weeks`

/** ".08", as drift is said; cut off, so that what is steady is never shown as a drift. */
export const driftFigure = (value: number) => (Math.floor(value * 100 + 1e-6) / 100).toFixed(2).replace(/^0/, '')

/** "−6"; below half a point with its digit, so that a breach is never −0. */
const pointsBelow = (gap: number) => `−${gap < 0.5 ? gap.toFixed(1) : Math.round(gap)}`

export const breachText = (breaches: readonly HardBreach[], nameOf: (bucket: string) => string) =>
  breaches.map(({ bucket, gap }) => `${nameOf(bucket)} ${pointsBelow(gap)}`).join(', ')

/** About how much of a whole, in words. */
export function fraction(share: number): string {
  const nearest = fractions.reduce((best, one) => (Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best))
  return nearest[1]
}

const fractions: [number, string][] = [
  [0.1, 'a tenth'],
  [0.2, 'a fifth'],
  [0.25, 'a quarter'],
  [1 / 3, 'a third'],
  [0.4, 'two fifths'],
  [0.5, 'half'],
  [0.6, 'three fifths'],
  [2 / 3, 'two thirds'],
  [0.75, 'three quarters'],
  [0.8, 'four fifths'],
  [0.9, 'nine tenths'],
  [1, 'all'],
]

/** "A, B and C". */
export const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
