import { addDays, daysBetween, mondayOf } from '../time/days.ts'
import { type Quarter, quarterBounds, quarterOf } from '../time/quarter.ts'

/** The Mondays of a quarter's weeks. A week belongs to the quarter that its Thursday lies in. */
export function weeksOf(quarter: Quarter): string[] {
  const { from, until } = quarterBounds(quarter)
  const monday = mondayOf(from)
  const first = addDays(monday, 3) >= from ? monday : addDays(monday, 7)
  const count = Math.ceil(daysBetween(addDays(first, 3), until) / 7)
  return Array.from({ length: count }, (_, at) => addDays(first, 7 * at))
}

export const quarterOfWeek = (monday: string): Quarter => quarterOf(addDays(monday, 3))

export const quarterBefore = ({ year, quarter }: Quarter): Quarter =>
  quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 }

/** The week of a day, counted from the Monday `from`, which begins week 1. */
export const weekNumber = (from: string, day: string): number => daysBetween(from, mondayOf(day)) / 7 + 1
