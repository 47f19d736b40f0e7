import type { WhatIf } from '../../db/capacity/compare.ts'
import { mondayOfWeek } from '../../src/domain/capacity/forecast.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { shortDay } from '../dates.ts'

/** "11 Dec, 8 Jan": by when with even odds and by when almost surely, or by the plan alone. */
export function finishOf({ outcome, odds }: WhatIf, id: number, from: string, today: string): string {
  const dayOf = (week: number | null) =>
    week === null ? 'beyond two years' : shortDay(addDays(mondayOfWeek(from, week), 4), today)
  const known = odds.get(id)
  if (known) return [...new Set([dayOf(known.p50), dayOf(known.p85)])].join(', ')
  const item = outcome.items.find((one) => one.id === id)
  return item ? dayOf(item.finish) : '–'
}
