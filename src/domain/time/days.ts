/** Days from one calendar day to another, both `YYYY-MM-DD`; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

export const addDays = (day: string, count: number): string => nameOf(numberOf(day) + count)

/** Monday to Friday; public holidays are not known here. */
export const isBusinessDay = (day: string): boolean => weekdayOf(numberOf(day)) < 5

/**
 * Business days from one calendar day to another: how often the date passed into a Monday to Friday. From Friday to
 * Monday is 1, within a day 0. Negative when `to` comes first.
 */
export function businessDaysBetween(from: string, to: string): number {
  return businessDaysUntil(numberOf(to)) - businessDaysUntil(numberOf(from))
}

/** The business day that lies `count` (0 or more) business days after `day`; with 0 the day itself. */
export function addBusinessDays(day: string, count: number): string {
  let at = numberOf(day)
  for (let left = count; left > 0; ) {
    at += 1
    if (weekdayOf(at) < 5) left -= 1
  }
  return nameOf(at)
}

/** ISO 8601: weeks start on Monday, week 1 holds the year's first Thursday. */
export function isoWeek(day: string): { year: number; week: number } {
  const at = numberOf(day)
  const thursday = at - weekdayOf(at) + 3
  const year = Number(nameOf(thursday).slice(0, 4))
  return { year, week: 1 + Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) }
}

/** The Monday on or before a day. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(numberOf(day)))

/**
 * Days since 1 January 1970. By arithmetic, because a page of sixty metrics asks thousands of times: the year is taken
 * to begin in March, so that the leap day is its last, and 400 years are always 146 097 days.
 */
function numberOf(day: string): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - epoch
}

/** From 1 March of the year 0 to 1 January 1970. */
const epoch = 719_468

function nameOf(number: number): string {
  const shifted = number + epoch
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
const weekdayOf = (number: number) => (((number + 3) % 7) + 7) % 7

/** Business days up to and with this day, counted from a Monday long ago. */
function businessDaysUntil(number: number) {
  const sinceMonday = number + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(weekdayOf(number) + 1, 5)
}
