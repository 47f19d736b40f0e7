import { CsvError, parse } from 'csv-parse/sync'
import { readDates } from '../scorecard/readings/dates.ts'
import { readNumber } from '../scorecard/readings/number.ts'
import { addDays, mondayOf } from '../time/days.ts'
import { type Origin, origins } from './unplanned.ts'

/** Person-weeks of a team in a week (its Monday), by bucket and cause; null takes an entry back. */
export type Actual = { team: number; week: string; bucket: string; cause: Origin; personWeeks: number | null }

/** `row` as a spreadsheet counts: the headings are row 1. */
export type RowFault = { row: number; message: string }

export type Known = {
  teams: readonly { id: number; name: string }[]
  buckets: readonly { key: string; name: string }[]
}

export const actualColumns = ['team', 'week', 'bucket', 'person_weeks', 'cause']

/** No team has more people than this. */
export const mostPersonWeeks = 10_000

const mostRows = 100_000

/**
 * Actuals from a CSV file's text, separated by comma, semicolon or tab: all of them, or why not, row by row. A week is
 * any of its days, or `2026-W45`; teams and buckets go by their names. Without a cause it was planned.
 */
export function readActuals(text: string, known: Known): { actuals: Actual[]; faults: RowFault[] } {
  const table = tableOf(text)
  if ('faults' in table) return { actuals: [], faults: table.faults }
  const dates = readDates(table.lines.map(({ week }) => week))
  const actuals: Actual[] = []
  const faults: RowFault[] = []
  const rowOf = new Map<string, number>()
  for (const [at, line] of table.lines.entries()) {
    const refuse = (message: string) => void faults.push({ row: line.row, message })
    const actual = actualOf(line, dates.days[at] ?? null, known, refuse)
    if (!actual) continue
    const key = placeOf(actual)
    const first = rowOf.get(key)
    if (first !== undefined) refuse(`The same team, week, bucket and cause are in row ${first} already.`)
    else rowOf.set(key, line.row)
    actuals.push(actual)
  }
  return { actuals: faults.length > 0 ? [] : actuals, faults }
}

/** Tells an entry from any other. */
export const placeOf = ({ team, week, bucket, cause }: Omit<Actual, 'personWeeks'>) =>
  `${team} ${week} ${cause} ${bucket}`

type Line = { row: number; team: string; week: string; bucket: string; person_weeks: string; cause: string }

function tableOf(text: string): { lines: Line[] } | { faults: RowFault[] } {
  const cells = cellsOf(text)
  if (!Array.isArray(cells)) return { faults: [cells] }
  const [head = [], ...body] = cells
  const names = head.map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_'))
  const missing = actualColumns.filter((column) => column !== 'cause' && !names.includes(column))
  if (missing.length > 0)
    return { faults: missing.map((column) => ({ row: 1, message: `Column ${column} is missing.` })) }
  const lines = body.flatMap((row, at) => {
    if (row.every((cell) => cell === '')) return []
    const cell = (column: string) => row[names.indexOf(column)]?.replace(/^'(?=[=+\-@])/, '') ?? ''
    const [team, week, bucket, person_weeks, cause] = actualColumns.map(cell) as [
      string,
      string,
      string,
      string,
      string,
    ]
    return [{ row: at + 2, team, week, bucket, person_weeks, cause }]
  })
  return lines.length > 0 ? { lines } : { faults: [{ row: 2, message: 'There is no row below the headings.' }] }
}

function cellsOf(text: string): string[][] | RowFault {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
  const layout = { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true, delimiter } as const
  try {
    const cells: string[][] = parse(text, { ...layout, to: mostRows + 2 })
    return cells.length <= mostRows + 1
      ? cells
      : { row: mostRows + 2, message: `There are more than ${mostRows} rows.` }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.records) + 1
    return { row, message: 'This row cannot be read: a quotation mark is missing or out of place.' }
  }
}

function actualOf(
  line: Line,
  day: string | null,
  { teams, buckets }: Known,
  refuse: (message: string) => void,
): Actual | null {
  const team = teams.find(({ name }) => isSame(name, line.team))
  const bucket = buckets.find(({ key, name }) => isSame(name, line.bucket) || isSame(key, line.bucket))
  const cause = causeOf(line.cause)
  const personWeeks = readNumber(line.person_weeks)
  const isAmount = personWeeks !== null && personWeeks >= 0 && personWeeks <= mostPersonWeeks
  if (!team) refuse(`There is no team ${quoted(line.team)}.`)
  if (!day || !isWithin(day)) refuse(`${quoted(line.week)} is no week: write 2026-W45, or a day such as 2026-11-02.`)
  if (!bucket) refuse(`There is no bucket ${quoted(line.bucket)}.`)
  if (!isAmount) refuse(`${quoted(line.person_weeks)} is no number of person-weeks.`)
  if (!cause) refuse(`${quoted(line.cause)} is no cause: planned, incident or ask.`)
  if (!team || !day || !isWithin(day) || !bucket || !isAmount || !cause) return null
  return { team: team.id, week: mondayOf(day), bucket: bucket.key, cause, personWeeks }
}

const causeOf = (text: string): Origin | undefined =>
  text === '' ? 'planned' : origins.find((one) => isSame(one, text) || isSame(`${one}s`, text))

/** Within two centuries: a year such as 0206 is a slip. */
const isWithin = (day: string) => /^(19|20)\d\d-/.test(day) && addDays(day, 0) === day

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`
