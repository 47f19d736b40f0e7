import { CsvError, parse } from 'csv-parse/sync'
import { type ColumnOfDates, readDates } from './dates.ts'
import { type DecimalMark, decimalOf, readEntry, readNumber } from './number.ts'

/** `periodStart` is `YYYY-MM-DD`. There is a value, or a numerator and a denominator, or all three. */
export type ReadingRow = {
  row: number
  metric: string
  periodStart: string
  value: number | null
  numerator: number | null
  denominator: number | null
  note: string
}

/** `row` as a spreadsheet counts: the header is 1. */
type Problem = { row: number; message: string }
type Delimiter = ',' | ';' | '\t'
type Shape = { layout: 'long' | 'wide'; dates: { format: string; ambiguous: boolean } }
type Readings = Shape & { rows: ReadingRow[]; errors: Problem[]; delimiter: Delimiter }

/** Cells are trimmed; `names` are the header's in small letters, and end with the last that is not empty. */
type Sheet = { header: string[]; names: string[]; headerRow: number; lines: { row: number; cells: string[] }[] }

/** A reading whose numbers are still text. `column` is what the column of its value is called. */
type Candidate = { row: number; metric: string; periodStart: string; column: string; note: string } & Counted
type Counted = { value: string; numerator: string; denominator: string }
type Found = Generator<Candidate | Problem>

const most = 500_000
const tooMany = 'A file may have at most 500 000 rows; what comes from here on was not read.'
const brokenQuote = 'A quotation mark in this row is not closed, or something stands behind the closing one.'
const unknownHeader =
  'The header must name the columns metric, period_start and value; ' +
  'or period_start and then each metric; or metric and then each date.'
const noValue = 'There is no column value, nor both numerator and denominator.'
const periodNames = ['period start', 'period', 'date', 'week', 'month']
const longNames = ['metric', ...periodNames, 'value', 'numerator', 'denominator', 'note']
const unread: Shape = { layout: 'long', dates: { format: '', ambiguous: false } }

/**
 * Metric values from CSV text, delimited by comma, semicolon or tab. Either one per row (`long`: columns metric,
 * period_start, value and optionally numerator, denominator and note, in any order), or a column for each metric or for
 * each period (`wide`). `readEntry` and `readDates` say how values and dates may be written.
 *
 * @returns what could be read; whatever could not is among the errors, by row, and nothing is thrown.
 */
export function readReadings(text: string): Readings {
  const delimiter = delimiterOf(text)
  const errors: Problem[] = []
  const candidates: Candidate[] = []
  const sheet = sheetOf(text, delimiter, errors)
  const shape = sheet ? collect(sheet, candidates, errors) : unread
  const rows = convert(candidates, errors)
  return { rows, errors: errors.sort((a, b) => a.row - b.row), delimiter, ...shape }
}

/** What the first line with any text holds most of, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  let begun = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === ',' || char === ';' || char === '\t')) counts[char] += 1
    else if (!quoted && begun && (char === '\n' || char === '\r')) break
    begun ||= char.trim() !== ''
  }
  // Of as many each, the comma is likeliest to be part of a name.
  const rarest = counts['\t'] > 0 && counts['\t'] >= counts[';'] ? '\t' : ';'
  return counts[rarest] > 0 && counts[rarest] >= counts[','] ? rarest : ','
}

function sheetOf(text: string, delimiter: Delimiter, errors: Problem[]): Sheet | null {
  const records = recordsOf(text, delimiter, errors)
  const top = records.findIndex((cells) => cells.some(Boolean))
  if (top < 0 && errors.length === 0) errors.push({ row: 1, message: 'The file is empty.' })
  if (top < 0) return null
  if (records.length > most + 1) errors.push({ row: most + 2, message: tooMany })
  const first = records[top] ?? []
  const header = first.slice(0, first.findLastIndex(Boolean) + 1)
  const lines: Sheet['lines'] = []
  for (const [at, cells] of records.slice(0, most + 1).entries()) {
    const row = at + 1
    const left = cells.length > header.length ? cells.slice(header.length).find(Boolean) : undefined
    if (left !== undefined) errors.push({ row, message: nameless(left) })
    else if (at > top && cells.some(Boolean)) lines.push({ row, cells })
  }
  const names = header.map((name) => name.toLowerCase().replace(/[\s_]+/g, ' '))
  return { header, names, headerRow: top + 1, lines }
}

function recordsOf(text: string, delimiter: Delimiter, errors: Problem[]): string[][] {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: most + 2,
    })
    return records.map((cells) => cells.map((cell) => cell.trim()))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    errors.push({ row: Number(error.records) + 1, message: brokenQuote })
    return []
  }
}

function collect(sheet: Sheet, candidates: Candidate[], errors: Problem[]): Shape {
  const { header, names, headerRow, lines } = sheet
  const named = names.indexOf(periodNames.find((name) => names.includes(name)) ?? 'period')
  const isLong = named >= 0 && names.includes('metric')
  const period = isLong ? named : 0
  const isByPeriod = !isLong && names[0] === 'metric'
  const dates = readDates(isByPeriod ? header.slice(1) : lines.map(({ cells }) => cells[period] ?? ''))
  if (!isLong && !periodNames.includes(names[0] ?? '') && !(isByPeriod && dates.format)) {
    errors.push({ row: headerRow, message: unknownHeader })
    return unread
  }
  const found = isLong ? long(sheet, period, dates) : isByPeriod ? byPeriod(sheet, dates) : byMetric(sheet, dates)
  for (const one of found) {
    if (candidates.length + errors.length >= most + 1) {
      errors.push({ row: one.row, message: tooMany })
      break
    }
    if ('message' in one) errors.push(one)
    else candidates.push(one)
  }
  return { layout: isLong ? 'long' : 'wide', dates: { format: dates.format, ambiguous: dates.ambiguous } }
}

function* long({ header, names, headerRow, lines }: Sheet, period: number, dates: ColumnOfDates): Found {
  for (const at of repeated(names.map((name) => (longNames.includes(name) ? name : null)))) {
    yield { row: headerRow, message: twice(header[at]) }
  }
  const [metric, value, numerator, denominator, note] = ['metric', 'value', 'numerator', 'denominator', 'note'].map(
    (name) => names.indexOf(name),
  )
  if (value === -1 && (numerator === -1 || denominator === -1)) return yield { row: headerRow, message: noValue }
  for (const [at, { row, cells }] of lines.entries()) {
    const cell = (column = -1) => cells[column] ?? ''
    const counted = { value: cell(value), numerator: cell(numerator), denominator: cell(denominator) }
    const periodStart = dates.days[at]
    if (!counted.value && !counted.numerator && !counted.denominator) continue
    if (!cell(metric)) yield { row, message: 'metric is empty.' }
    else if (!periodStart) yield { row, message: noDate(cell(period), header[period], dates.format) }
    else
      yield { row, metric: cell(metric), periodStart, column: header[value ?? -1] ?? '', note: cell(note), ...counted }
  }
}

function* byMetric({ header, names, headerRow, lines }: Sheet, dates: ColumnOfDates): Found {
  const again = repeated(names)
  for (const at of again) yield { row: headerRow, message: twice(header[at]) }
  for (const [line, { row, cells }] of lines.entries()) {
    const periodStart = dates.days[line]
    if (!cells.slice(1).some(Boolean)) continue
    if (!periodStart) {
      yield { row, message: noDate(cells[0], header[0], dates.format) }
      continue
    }
    for (let at = 1; at < cells.length; at++) {
      const [value, metric] = [cells[at], header[at]]
      if (!value || again.has(at)) continue
      yield metric ? { row, metric, periodStart, column: metric, ...alone(value) } : { row, message: nameless(value) }
    }
  }
}

function* byPeriod({ header, headerRow, lines }: Sheet, dates: ColumnOfDates): Found {
  const days = ['', ...dates.days]
  const again = repeated(days)
  for (const [at, name] of header.entries()) {
    if (again.has(at)) yield { row: headerRow, message: twice(name) }
    else if (name && days[at] === null) yield { row: headerRow, message: noDate(name, 'the header', dates.format) }
  }
  for (const { row, cells } of lines) {
    const metric = cells[0]
    if (!cells.slice(1).some(Boolean)) continue
    if (!metric) {
      yield { row, message: 'metric is empty.' }
      continue
    }
    for (let at = 1; at < cells.length; at++) {
      const [value, column = '', periodStart] = [cells[at], header[at], days[at]]
      if (!value || again.has(at)) continue
      if (periodStart) yield { row, metric, periodStart, column, ...alone(value) }
      else if (!column) yield { row, message: nameless(value) }
    }
  }
}

function convert(candidates: readonly Candidate[], errors: Problem[]): ReadingRow[] {
  const decimal = decimalOf(candidates.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]))
  const rows: ReadingRow[] = []
  const earlier = new Map<string, number>()
  for (const candidate of candidates) {
    const { row, metric, periodStart, note } = candidate
    const key = `${periodStart} ${metric.toLowerCase()}`
    const before = earlier.get(key)
    const numbers = numbersOf(candidate, decimal)
    if (typeof numbers === 'string') errors.push({ row, message: numbers })
    else if (before) errors.push({ row, message: `${quote(metric)} on ${periodStart} is already in row ${before}.` })
    else {
      rows.push({ row, metric, periodStart, ...numbers, note })
      earlier.set(key, row)
    }
  }
  return rows
}

/** The numbers of a candidate, or what is wrong with them. */
function numbersOf({ column, value, numerator, denominator }: Candidate, decimal: DecimalMark | undefined) {
  const entry = value ? readEntry(value, decimal) : { value: null }
  if (!entry) return noNumber(value, column)
  if (!numerator && !denominator) return { value: null, numerator: null, denominator: null, ...entry }
  if ('numerator' in entry) return `${quote(value)} in ${column} is a ratio, beside numerator and denominator.`
  if (!numerator) return `numerator is empty, beside ${quote(denominator)} in denominator.`
  if (!denominator) return `denominator is empty, beside ${quote(numerator)} in numerator.`
  const counts = { numerator: readNumber(numerator, decimal), denominator: readNumber(denominator, decimal) }
  if (counts.numerator === null) return noNumber(numerator, 'numerator')
  if (counts.denominator === null) return noNumber(denominator, 'denominator')
  return { ...entry, ...counts }
}

/** Where what is not empty stands for another time. */
function repeated(names: readonly (string | null)[]): Set<number> {
  const seen = new Set<string>()
  return new Set(names.flatMap((name, at) => (name && seen.size === seen.add(name).size ? [at] : [])))
}

const alone = (value: string) => ({ value, numerator: '', denominator: '', note: '' })
const quote = (text = '') => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
const noNumber = (text: string, column: string) => `${quote(text)} in ${column} is not a number.`
const nameless = (text: string) => `${quote(text)} stands in a column without a name.`
const twice = (name = '') => `The column ${quote(name)} is there twice; only the first was read.`
const noDate = (text = '', column = '', format = '') =>
  text ? `${quote(text)} in ${column} is not a date${format && ` written ${format}`}.` : `${column} is empty.`
