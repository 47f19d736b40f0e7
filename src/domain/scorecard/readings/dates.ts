import { addDays, isoWeek, mondayOf } from '../../time/days.ts'

/** `days` are `YYYY-MM-DD`, in the order of the texts; null where a text is no date in the column's format. */
export type ColumnOfDates = { format: string; ambiguous: boolean; days: (string | null)[] }

type Format = { name: string; pattern: RegExp; day: (first: number, second: number, third: number) => string | null }

const slashed = /^(\d{1,2})\/(\d{1,2})\/([1-9]\d{3})$/
const monthFirst: Format = { name: 'M/D/YYYY', pattern: slashed, day: (month, day, year) => dayOf(year, month, day) }
const dayFirst: Format = { name: 'D/M/YYYY', pattern: slashed, day: (day, month, year) => dayOf(year, month, day) }

const formats: Format[] = [
  { name: 'YYYY-MM-DD', pattern: /^([1-9]\d{3})-(\d{1,2})-(\d{1,2})$/, day: dayOf },
  { name: 'YYYY/MM/DD', pattern: /^([1-9]\d{3})\/(\d{1,2})\/(\d{1,2})$/, day: dayOf },
  { name: 'YYYY-MM', pattern: /^([1-9]\d{3})-(\d{1,2})$/, day: (year, month) => dayOf(year, month, 1) },
  { name: 'YYYY-Www', pattern: /^([1-9]\d{3})-?W(\d{1,2})$/i, day: mondayOfWeek },
  {
    name: 'DD.MM.YYYY',
    pattern: /^(\d{1,2})\.(\d{1,2})\.([1-9]\d{3})$/,
    day: (day, month, year) => dayOf(year, month, day),
  },
  dayFirst,
]

/**
 * Reads a column of dates, all of them in the one format that most of its texts have. A month stands for its first
 * day, an ISO 8601 week for its Monday. Whether `3/4/2026` begins with the day is decided by values above 12.
 *
 * @returns `format` empty when no text looks like a date; `ambiguous` when the order of day and month was undecided and
 *   matters, and the day was taken to come first.
 */
export function readDates(texts: readonly string[]): ColumnOfDates {
  const distinct = [...new Set(texts.map((text) => text.trim()))]
  const counted = formats.map((format) => ({
    format,
    count: distinct.filter((one) => format.pattern.test(one)).length,
  }))
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best))
  if (most.count === 0) return { format: '', ambiguous: false, days: texts.map(() => null) }
  const { format, ambiguous } = most.format === dayFirst ? orderOf(distinct) : { format: most.format, ambiguous: false }
  const days = new Map(distinct.map((text) => [text, readIn(format, text)]))
  return { format: format.name, ambiguous, days: texts.map((text) => days.get(text.trim()) ?? null) }
}

function orderOf(texts: readonly string[]): { format: Format; ambiguous: boolean } {
  const pairs = texts.map((text) => (slashed.exec(text) ?? []).slice(1, 3).map(Number))
  const first = pairs.filter(([one = 0, two = 0]) => one > 12 && two <= 12).length
  const second = pairs.filter(([one = 0, two = 0]) => one <= 12 && two > 12).length
  const differ = pairs.some(([one = 0, two = 0]) => one !== two && one <= 12 && two <= 12)
  return { format: second > first ? monthFirst : dayFirst, ambiguous: first === second && (first > 0 || differ) }
}

function readIn(format: Format, text: string): string | null {
  const parts = format.pattern.exec(text)
  return parts && format.day(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 4 January always lies in week 1. */
function mondayOfWeek(year: number, week: number): string | null {
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  const found = isoWeek(monday)
  return found.year === year && found.week === week ? monday : null
}
