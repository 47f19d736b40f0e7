import { daysBetween, mondayOf } from '../../time/days.ts'
import type { Rhythm } from '../catalogue.ts'

/**
 * How often a metric is measured, as the days of its readings show: weekly or every second week where most of them are
 * one day of the week, monthly otherwise. A few missing or odd ones do not hide it; one day alone shows nothing:
 * `otherwise`.
 */
export function rhythmSeen(days: readonly string[], otherwise: Rhythm): Rhythm {
  const distinct = [...new Set(days)].sort()
  if (distinct.length < 2) return otherwise
  if (stepsOf(distinct).every((step) => step >= 28)) return 'monthly'
  const regular = onCommonestWeekday(distinct)
  if (regular.length <= distinct.length / 2) return 'monthly'
  return stepsOf(regular).every((step) => step % 14 === 0) ? 'fortnightly' : 'weekly'
}

const stepsOf = (days: readonly string[]) => days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))

function onCommonestWeekday(days: readonly string[]): string[] {
  const byWeekday: string[][] = [[], [], [], [], [], [], []]
  for (const day of days) byWeekday[daysBetween(mondayOf(day), day)]?.push(day)
  return byWeekday.reduce((most, one) => (one.length > most.length ? one : most))
}
