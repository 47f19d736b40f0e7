import { addDays, daysBetween, isoWeek, mondayOf } from '../time/days.ts'
import type { Rhythm } from './catalogue.ts'

/** The first day of the period that a day lies in. Weeks start on Monday; two-weekly periods on every second Monday. */
export function periodOf(day: string, rhythm: Rhythm): string {
  if (rhythm === 'monthly') return `${day.slice(0, 7)}-01`
  const monday = mondayOf(day)
  if (rhythm === 'weekly') return monday
  return daysBetween(firstMonday, monday) % 14 === 0 ? monday : addDays(monday, -7)
}

/** Any Monday: it says which weeks open a two-weekly period, for everybody and always. */
const firstMonday = '1970-01-05'

/** The first day of the period `count` periods later; negative for earlier. `start` is the first day of one. */
export function periodAfter(start: string, rhythm: Rhythm, count = 1): string {
  if (rhythm !== 'monthly') return addDays(start, (rhythm === 'weekly' ? 7 : 14) * count)
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** The newest period that is over on a day. */
export const lastComplete = (today: string, rhythm: Rhythm): string => periodAfter(periodOf(today, rhythm), rhythm, -1)

/** The `count` newest periods up to and with `last`, oldest first. */
export const periodsUntil = (last: string, rhythm: Rhythm, count: number): string[] =>
  Array.from({ length: count }, (_, at) => periodAfter(last, rhythm, at - count + 1))

/** How many periods lie from one to another, both first days of periods; negative when `to` comes first. */
export function periodsBetween(from: string, to: string, rhythm: Rhythm): number {
  if (rhythm !== 'monthly') return daysBetween(from, to) / (rhythm === 'weekly' ? 7 : 14)
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}

/**
 * Nothing newer has come for so long that what is known says little: more than one and a half periods since the end of
 * the last one known.
 */
export function isStale(start: string, rhythm: Rhythm, today: string): boolean {
  const end = periodAfter(start, rhythm)
  return daysBetween(end, today) > 1.5 * daysBetween(start, end)
}

/** The ISO week that a weekly or two-weekly period starts in. */
export const weekOf = (start: string): number => isoWeek(start).week
