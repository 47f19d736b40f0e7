import type { GridLine } from './grid.ts'
import type { Block } from './paste.ts'
import { lastComplete, periodAfter, periodOf } from './periods.ts'
import { type Counted, type Misfit, readingOf } from './reading.ts'
import { readEntry } from './readings/number.ts'

/** Why a pasted cell goes nowhere. */
export type Unplaced = Misfit | 'no_number' | 'computed' | 'future' | 'no_column'

export type Placed<Line> = { line: Line; period: string; text: string } & (
  | { reading: Counted; unplaced: null }
  | { reading: null; unplaced: Unplaced }
)

/** A row without a metric to stand for: more rows than metrics, or a name nobody knows. */
export type Strange = { row: number; name: string }

type Line = GridLine

/**
 * Where each cell of a pasted block goes. Rows stand for `lines` in their order, or for those they name; columns for the
 * days above them, or for the periods from the `first` of the thirteen shown, or else so that the last column is the
 * newest complete period. Empty cells change nothing.
 */
export function place<One extends Line>(
  { cells, names, days }: Block,
  lines: readonly One[],
  all: readonly One[],
  { today, first }: { today: string; first: number | null },
): { placed: Placed<One>[]; strange: Strange[] } {
  const width = Math.max(0, ...cells.map((row) => row.length))
  const placed: Placed<One>[] = []
  const strange: Strange[] = []
  for (const [at, row] of cells.entries()) {
    if (!row.some(Boolean)) continue
    const name = names?.[at]
    const line = name === undefined ? lines[at] : called(all, name)
    if (!line) {
      strange.push({ row: at + 1, name: name ?? '' })
      continue
    }
    const last = lastComplete(today, line.rhythm)
    for (const [column, text] of row.entries()) {
      if (text === '') continue
      const day = days?.[column]
      const period = day
        ? periodOf(day, line.rhythm)
        : periodAfter(last, line.rhythm, first === null ? column - width + 1 : first + column - 12)
      placed.push({ line, period, text, ...readingFor(line, period, text, { last, dated: !days || Boolean(day) }) })
    }
  }
  return { placed, strange }
}

function readingFor(line: Line, period: string, text: string, { last, dated }: { last: string; dated: boolean }) {
  const not = (unplaced: Unplaced) => ({ reading: null, unplaced })
  if (!dated) return not('no_column')
  if (line.derived) return not('computed')
  if (period > last) return not('future')
  const entry = readEntry(text)
  if (!entry) return not('no_number')
  const reading = readingOf(entry, line)
  return typeof reading === 'string' ? not(reading) : { reading, unplaced: null }
}

const called = <One extends Line>(lines: readonly One[], name: string) => {
  const wanted = name.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return lines.find((line) => line.name.toLowerCase() === wanted || line.key.toLowerCase() === wanted)
}
