import { daysBetween } from '../time/days.ts'
import { quarterBounds, readQuarter } from '../time/quarter.ts'

/**
 * Person-weeks that each month, `2026-11`, has, from what the teams of each quarter, `2026Q4`, have in a week. A month has
 * as many weeks as sevenths of its days.
 */
export function capacityByMonth(quarters: readonly { quarter: string; weekly: number }[]): Map<string, number> {
  return new Map(
    quarters.flatMap(({ quarter, weekly }) =>
      monthsOf(quarter).map(({ from, until }): [string, number] => [
        from.slice(0, 7),
        (weekly * daysBetween(from, until)) / 7,
      ]),
    ),
  )
}

function monthsOf(key: string): { from: string; until: string }[] {
  const quarter = readQuarter(key)
  if (!quarter) return []
  const { from, until } = quarterBounds(quarter)
  const first = Number(from.slice(5, 7))
  const starts = [
    from,
    ...[1, 2].map((later) => `${from.slice(0, 5)}${String(first + later).padStart(2, '0')}-01`),
    until,
  ]
  return starts.slice(0, 3).map((start, at) => ({ from: start, until: starts[at + 1] ?? until }))
}
