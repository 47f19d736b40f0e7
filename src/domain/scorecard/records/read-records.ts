import { CsvError, parse } from 'csv-parse/sync'
import { addDays } from '../../time/days.ts'
import { dueOn, patchWindow, severities, type Window } from './patch-windows.ts'
import type { Deployment, Finding, Incident } from './records.ts'

/** `row` as a spreadsheet counts: the headings are row 1, and a cell of several lines lies in one row. */
export type RowError = { row: number; message: string }
/** A row with an error gives no record. Headings that do not fit, or a file that cannot be read, give none at all. */
export type Read<T> = { records: T[]; errors: RowError[] }

/** A longer file is refused whole: a figure from part of it would be wrong. */
export const mostRows = 100_000

const longestKey = 120
const longestText = 300

/** What else a column may be called. Where a file has several of the names, the column's own counts. */
const synonyms: Record<string, string[]> = {
  key: ['id'],
  opened_on: ['opened'],
  due_on: ['due'],
  closed_on: ['closed'],
  detected_at: ['detected'],
  restored_at: ['restored'],
  at: ['deployed_at'],
}

const ofExposure = ['known_exploited', 'exposed', 'automatable', 'total_impact']
const ofFindings = ['key', 'title', 'severity', ...ofExposure, 'opened_on', 'closed_on']
const ofIncidents = ['key', 'title', 'detected_at', 'restored_at', 'user_impacting', 'caused_by_change']
const ofDeployments = ['key', 'at', 'failed', 'rolled_back', 'unplanned_fix']

/**
 * Findings from a CSV file's text; the column `due_on` may be left out. `windowOf` gives the due day where the file has
 * none: unless told otherwise, by exposure.
 */
export function readFindings(text: string, windowOf: (finding: Finding) => Window = patchWindow): Read<Finding> {
  const { records, errors } = readTable(text, ofFindings, ['due_on'], (cells): Finding => {
    const openedOn = cells.day('opened_on')
    return {
      key: cells.text('key', longestKey),
      title: cells.text('title'),
      severity: cells.oneOf('severity', severities),
      knownExploited: cells.flag('known_exploited'),
      exposed: cells.flag('exposed'),
      automatable: cells.flag('automatable'),
      totalImpact: cells.flag('total_impact'),
      openedOn,
      dueOn: cells.has('due_on') ? cells.day('due_on') : null,
      closedOn: cells.has('closed_on') ? cells.day('closed_on', 'opened_on') : null,
    }
  })
  return { records: records.map((one) => ({ ...one, dueOn: one.dueOn ?? dueOn(one.openedOn, windowOf(one)) })), errors }
}

/** Incidents from a CSV file's text; the column `journey` may be left out. Moments become ISO 8601 in UTC. */
export const readIncidents = (text: string): Read<Incident> =>
  readTable(text, ofIncidents, ['journey'], (cells) => ({
    key: cells.text('key', longestKey),
    title: cells.text('title'),
    detectedAt: cells.moment('detected_at'),
    restoredAt: cells.has('restored_at') ? cells.moment('restored_at', 'detected_at') : null,
    journey: cells.has('journey') ? cells.text('journey') : '',
    userImpacting: cells.flag('user_impacting'),
    causedByChange: cells.flag('caused_by_change'),
  }))

/** Deployments from a CSV file's text. Moments become ISO 8601 in UTC. */
export const readDeployments = (text: string): Read<Deployment> =>
  readTable(text, ofDeployments, [], (cells) => ({
    key: cells.text('key', longestKey),
    at: cells.moment('at'),
    failed: cells.flag('failed'),
    rolledBack: cells.flag('rolled_back'),
    unplannedFix: cells.flag('unplanned_fix'),
  }))

type Line = { record: Record<string, string>; info: { columns: { name: string }[]; error?: { record: string[] } } }
type Cells = ReturnType<typeof cellsOf>

function readTable<T extends { key: string }>(
  text: string,
  required: readonly string[],
  optional: readonly string[],
  build: (cells: Cells) => T,
): Read<T> {
  const lines = linesOf(text)
  if (!Array.isArray(lines)) return { records: [], errors: [lines] }
  const found = lines[0]?.info.columns.map(({ name }) => name)
  if (!found) return { records: [], errors: [] }
  const { headings, errors } = headingsOf(found, required, optional)
  if (errors.length > 0) return { records: [], errors }
  const records: T[] = []
  const rowOf = new Map<string, number>()
  for (const [index, { record, info }] of lines.entries()) {
    const row = index + 2
    const surplus = info.error?.record.slice(found.length).some((cell) => cell.trim())
    if (!surplus && Object.values(record).every((cell) => !cell.trim())) continue
    const messages: string[] = []
    const refuse = (message: string) => messages.push(message)
    if (surplus) refuse('There are more cells than headings: a text that holds the separator needs quotation marks.')
    const built = build(cellsOf(record, headings, refuse))
    const first = rowOf.get(built.key)
    if (first !== undefined)
      refuse(`Column ${headings.get('key')}: "${shortened(built.key)}" is in row ${first} already.`)
    else if (built.key) rowOf.set(built.key, row)
    if (messages.length === 0) records.push(built)
    errors.push(...messages.map((message) => ({ row, message })))
  }
  return { records, errors }
}

function linesOf(text: string): Line[] | RowError {
  const all = [',', ';', '\t']
  // A separator that no heading is followed by is text in the rows: `Slow, then dead` between semicolons.
  const used = all.filter((one) => /^[^\r\n]*/.exec(text)?.[0].includes(one))
  const delimiter = used.length > 0 ? used : all
  const layout = { columns: true, bom: true, relax_column_count: true, trim: true, delimiter } as const
  try {
    const lines = parse<Line>(text, { ...layout, info: true, to: mostRows + 1 })
    return lines.length <= mostRows ? lines : { row: mostRows + 2, message: `There are more than ${mostRows} rows.` }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = error.lines === 1 ? 1 : Number(error.records) + 2
    return { row, message: 'This row cannot be read: a quotation mark is missing or out of place.' }
  }
}

/** What the file calls each column, and what is wrong with that. */
function headingsOf(found: readonly string[], required: readonly string[], optional: readonly string[]) {
  const headings = new Map<string, string>()
  const errors: RowError[] = []
  const normal = (heading: string) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
  for (const column of [...required, ...optional]) {
    const name = [column, ...(synonyms[column] ?? [])].find((one) => found.some((heading) => normal(heading) === one))
    const [heading, second] = found.filter((one) => normal(one) === name)
    if (heading !== undefined) headings.set(column, heading)
    if (second !== undefined) errors.push({ row: 1, message: `Column ${heading} is there twice.` })
    if (heading === undefined && required.includes(column)) {
      errors.push({ row: 1, message: `Column ${column} is missing.` })
    }
  }
  return { headings, errors }
}

/** One row's cells by column. What cannot be read is refused, and the result then only stands in. */
function cellsOf(
  record: Record<string, string>,
  headings: ReadonlyMap<string, string>,
  refuse: (message: string) => void,
) {
  function cell(column: string) {
    const heading = headings.get(column)
    return heading === undefined ? '' : (record[heading] ?? '').trim()
  }

  const wrong = (column: string, why: string) =>
    refuse(`Column ${headings.get(column)}: "${shortened(cell(column))}" ${why}.`)

  function text(column: string, most = longestText) {
    if (!cell(column)) refuse(`Column ${headings.get(column)} is empty.`)
    if (cell(column).length > most) wrong(column, `is longer than ${most} characters`)
    return cell(column)
  }

  function oneOf<V extends string>(column: string, values: readonly [V, ...V[]]): V {
    const name = text(column).toLowerCase()
    const value = values.find((one) => one === name)
    if (name && !value) wrong(column, `is none of ${values.join(', ')}`)
    return value ?? values[0]
  }

  function flag(column: string) {
    const answer = cell(column).toLowerCase()
    if (!['yes', 'true', '1', 'x', 'no', 'false', '0', ''].includes(answer)) wrong(column, 'is neither yes nor no')
    return ['yes', 'true', '1', 'x'].includes(answer)
  }

  /** `after`: the column it may not lie before. */
  const time = (read: (text: string) => string | null, example: string) => (column: string, after?: string) => {
    const value = text(column) && read(cell(column))
    const least = after && read(cell(after))
    if (value === null) wrong(column, `is not written like ${example}`)
    else if (value && least && value < least) wrong(column, `lies before ${headings.get(after ?? '')}`)
    return value ?? ''
  }

  const day = time(dayOf, '2026-03-31')
  const moment = time(momentOf, '2026-03-31 14:05 or 2026-03-31T14:05:00+02:00')
  return { has: (column: string) => cell(column) !== '', text, oneOf, flag, day, moment }
}

const shortened = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value)

/** Within two centuries: a year such as 0206 is a slip. */
const dayOf = (text: string) =>
  /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text, 0) === text ? text : null

function momentOf(text: string): string | null {
  const [, day = '', clock, seconds = ':00', offset = 'Z'] =
    /^([\d-]{10})[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text) ?? []
  const zone = offset.length === 1 ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
  const time = dayOf(day) === null ? Number.NaN : Date.parse(`${day}T${clock}${seconds}${zone}`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
