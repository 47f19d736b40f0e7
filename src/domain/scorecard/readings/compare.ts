import type { Definition } from '../catalogue.ts'
import { periodOf } from '../periods.ts'
import { type Counted, readingOf } from '../reading.ts'
import type { Fault } from './faults.ts'
import type { ReadingRow } from './read-csv.ts'

/** What holds of a period, or shall hold. `period` is its first day. */
export type Told = Counted & { period: string; note: string }

export type Compared = {
  /** Of periods that had nothing. */
  fresh: Told[]
  corrected: { before: Told; after: Told }[]
  unchanged: number
  faults: Fault[]
}

type Measured = Definition & { key: string; derived?: boolean }

const longestNote = 500

/**
 * What the rows of one metric would change in what is `held` of it, by period. Any day of a period stands for it. A
 * value beside its counts must be what they make, rounded at most; the counts are kept.
 */
export function compareRows(
  metric: Measured,
  rows: readonly ReadingRow[],
  held: ReadonlyMap<string, Told>,
  today: string,
): Compared {
  const compared: Compared = { fresh: [], corrected: [], unchanged: 0, faults: [] }
  const rowOf = new Map<string, number>()
  for (const row of rows) {
    const after = toldBy(row, metric)
    if ('row' in after) {
      compared.faults.push(after)
      continue
    }
    const { period } = after
    const before = held.get(period)
    const fault = faultOf(metric, row.row, period, { today, other: rowOf.get(period) })
    if (fault) compared.faults.push(fault)
    else if (before && isSame(before, after)) compared.unchanged += 1
    else if (metric.derived) compared.faults.push({ row: row.row, is: 'derived', metric: metric.name })
    else if (before) compared.corrected.push({ before, after })
    else compared.fresh.push(after)
    if (!rowOf.has(period)) rowOf.set(period, row.row)
  }
  return compared
}

/** Landing it again would change nothing; a note that is there is not taken away by saying nothing. */
export const isSame = (held: Told, { value, numerator, denominator, note }: Omit<Told, 'period'>) =>
  held.value === value &&
  held.numerator === numerator &&
  held.denominator === denominator &&
  (held.note === note || note === '')

function toldBy(told: ReadingRow, metric: Measured): Told | Fault {
  const { row, value, numerator, denominator } = told
  const counts = numerator === null || denominator === null ? null : { numerator, denominator }
  const counted = readingOf(counts ?? { value: value ?? 0 }, metric)
  if (typeof counted === 'string') return { row, is: 'misfit', metric: metric.name, misfit: counted }
  if (counts && value !== null && !isRoundingOf(value, counted.value))
    return { row, is: 'contradiction', value, ...counts, computed: counted.value }
  const note = unescaped(told.note)
  if (note.length > longestNote) return { row, is: 'long_note', most: longestNote }
  return { period: periodOf(told.periodStart, metric.rhythm), ...counted, note }
}

function faultOf(
  { name, rhythm }: Measured,
  row: number,
  period: string,
  { today, other }: { today: string; other: number | undefined },
): Fault | null {
  if (period > today) return { row, is: 'future', metric: name, period, rhythm }
  if (other !== undefined) return { row, is: 'same_period', metric: name, period, rhythm, other }
  return null
}

/** As far as the digits go that were written; 0 is also how no data is written where there was nothing to divide by. */
function isRoundingOf(value: number, computed: number | null): boolean {
  if (computed === null) return value === 0
  const [, places = '', exponent = '0'] = /^\.?(\d*)(?:e([+-]\d+))?$/.exec(fraction(value)) ?? []
  const half = 0.5 * 10 ** (Number(exponent) - places.length)
  return Math.abs(value - computed) <= half + Math.abs(computed) * 1e-9
}

/** `.25` of 41.25, empty of 41, `.5e-7` of 1.5e-7. */
const fraction = (value: number) => String(Math.abs(value)).replace(/^\d+/, '')

/** An export puts an apostrophe before what a spreadsheet would run as a formula. */
const unescaped = (note: string) => note.replace(/^'(?='*[=+\-@])/, '')
