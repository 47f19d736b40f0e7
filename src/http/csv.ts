import { stringify } from 'csv-stringify/sync'

type Cell = string | number | boolean | null

/**
 * CSV for spreadsheets: UTF-8 with a mark so that they see it, and no cell that one would run as a formula. Fulcrum's
 * own import takes the leading apostrophe off again.
 */
export const csv = (header: string[], rows: Cell[][]) => csvHead(header) + csvRows(rows)

/** Its beginning; `csvRows` follow, as many at a time as there are. */
export const csvHead = (header: string[]) => stringify([header], { bom: true, record_delimiter: 'windows' })

export const csvRows = (rows: Cell[][]) =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows' },
  )

/** A cell that begins like a formula is text to whoever opens the file; a number stays one. */
const harmless = (cell: Cell) =>
  typeof cell === 'string' ? (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell) : cell === null ? '' : String(cell)
