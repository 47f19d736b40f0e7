import type { Rhythm } from '../../../src/domain/scorecard/catalogue.ts'
import { isoWeek } from '../../../src/domain/time/days.ts'
import { periodName } from '../words.ts'

/** "week 45", and "week 45 of 2024" when that was not this year. */
export function when(period: string, rhythm: Rhythm, today: string): string {
  const { year } = isoWeek(period)
  const name = periodName(period, rhythm)
  return rhythm === 'monthly' || year === isoWeek(today).year ? name : `${name} of ${year}`
}
