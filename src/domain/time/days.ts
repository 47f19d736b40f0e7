const dayLength = 86_400_000

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

/** Days since 1 January 1970. */
const numberOf = (day: string) => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayLength)
const nameOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)

/** 0 is Monday; 1 January 1970 was a Thursday. */
const weekdayOf = (number: number) => (((number + 3) % 7) + 7) % 7

/** Business days up to and with this day, counted from a Monday long ago. */
function businessDaysUntil(number: number) {
  const sinceMonday = number + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(weekdayOf(number) + 1, 5)
}
