import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isoWeek, mondayOf } from '../../src/domain/time/days.ts'
import { someDay } from '../support/arbitrary.ts'

describe('the week of a day, by ISO 8601', () => {
  it.each([
    ['2026-01-01', 2026, 1],
    ['2026-11-12', 2026, 46],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2020-12-31', 2020, 53],
    ['2005-01-01', 2004, 53],
    ['2008-12-29', 2009, 1],
    ['2010-01-03', 2009, 53],
    ['2024-12-30', 2025, 1],
  ])('%s is in %i, week %i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week })
  })

  it('is the same from Monday to Sunday and another one on the next Monday', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = mondayOf(day)
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(monday, day)).toBeLessThan(7)
        expect(isoWeek(monday)).toEqual(isoWeek(day))
        expect(isoWeek(addDays(monday, 6))).toEqual(isoWeek(day))
        expect(isoWeek(addDays(monday, 7))).not.toEqual(isoWeek(day))
      }),
    )
  })

  it('has a number from 1 to 53, and the fourth of January is always in week 1', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(isoWeek(day).week).toBeGreaterThanOrEqual(1)
        expect(isoWeek(day).week).toBeLessThanOrEqual(53)
        const year = Number(day.slice(0, 4))
        expect(isoWeek(`${year}-01-04`)).toEqual({ year, week: 1 })
      }),
    )
  })
})
