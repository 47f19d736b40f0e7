import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/time/days.ts'
import { quarterBounds, quarterName, quarterOf } from '../../src/domain/time/quarter.ts'
import { someDay } from '../support/arbitrary.ts'

describe('the quarter of a day', () => {
  it.each([
    ['2026-01-01', '2026 Q1'],
    ['2026-03-31', '2026 Q1'],
    ['2026-04-01', '2026 Q2'],
    ['2026-09-30', '2026 Q3'],
    ['2026-10-01', '2026 Q4'],
    ['2026-12-31', '2026 Q4'],
    ['2028-02-29', '2028 Q1'],
  ])('%s is in %s', (day, name) => {
    expect(quarterName(quarterOf(day))).toBe(name)
  })

  it('lasts from its first day until the first day of the next, over the year change too', () => {
    expect(quarterBounds({ year: 2026, quarter: 4 })).toEqual({ from: '2026-10-01', until: '2027-01-01' })
    expect(quarterBounds({ year: 2026, quarter: 2 })).toEqual({ from: '2026-04-01', until: '2026-07-01' })
  })

  it('holds the day, and borders on quarters that do not', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const quarter = quarterOf(day)
        const { from, until } = quarterBounds(quarter)
        expect(from <= day && day < until).toBe(true)
        expect(quarterOf(from)).toEqual(quarter)
        expect(quarterOf(addDays(from, -1))).not.toEqual(quarter)
        expect(quarterOf(until)).not.toEqual(quarter)
      }),
    )
  })
})
