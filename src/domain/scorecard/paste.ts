import { parse } from 'csv-parse/sync'
import { readDates } from './readings/dates.ts'
import { readEntry } from './readings/number.ts'

/** A block copied from a spreadsheet: its cells, and what its first column and first row name, if they name anything. */
export type Block = {
  /** Texts, row by row, without names and dates. */
  cells: string[][]
  /** The name beside each row; null: the rows have none and stand for the metrics in their order. */
  names: string[] | null
  /** The day above each column, `YYYY-MM-DD`; null: the columns end with the newest period. */
  days: (string | null)[] | null
}

/**
 * Tab-separated text as spreadsheets put it on the clipboard. Rows without anything at the end are dropped, and a
 * first row is dropped that names neither days nor holds a number.
 */
export function readBlock(text: string): Block {
  const rows = rowsOf(text)
  const names = isNames(rows) ? rows.map(([name = '']) => name) : null
  const cells = names ? rows.map((row) => row.slice(1)) : rows
  const head = cells[0] ?? []
  const dates = readDates(head.filter(Boolean))
  const isDates = head.some(Boolean) && dates.days.every((day) => day !== null) && !head.some(isEntry)
  const isHeader = isDates || (cells.length > 1 && head.some(Boolean) && !head.some(isEntry))
  if (!isHeader) return { cells, names, days: null }
  let at = 0
  const days = isDates ? head.map((cell) => (cell ? (dates.days[at++] ?? null) : null)) : null
  return { cells: cells.slice(1), names: names?.slice(1) ?? null, days }
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = parse(text, {
    delimiter: '\t',
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: false,
  })
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()))
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.some(Boolean)) + 1)
}

/** Most of the first column, below the first row, is text and not numbers. */
function isNames(rows: readonly string[][]) {
  const below = rows.slice(rows.length > 1 ? 1 : 0).map(([name = '']) => name)
  const texts = below.filter((name) => name !== '' && !isEntry(name))
  return texts.length > 0 && texts.length * 2 > below.length && rows.some((row) => row.length > 1)
}

const isEntry = (text: string) => readEntry(text) !== null
