import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addDays,
  businessDaysBetween,
  daysBetween,
  isBusinessDay,
} from '../../src/domain/time/days.ts'
import { someDay } from '../support/arbitrary.ts'

describe('business days', () => {
  it.each([
    ['within a day', '2026-11-12', '2026-11-12', 0],
    ['from one day to the next', '2026-11-12', '2026-11-13', 1],
    ['over a week-end', '2026-11-13', '2026-11-16', 1],
    ['from a Friday into the week-end', '2026-11-13', '2026-11-15', 0],
    ['from a week-end to Monday', '2026-11-14', '2026-11-16', 1],
    ['within a week-end', '2026-11-14', '2026-11-15', 0],
    ['over a whole week', '2026-11-11', '2026-11-18', 5],
    ['over a leap day', '2028-02-28', '2028-03-01', 2],
    ['over a year change', '2026-12-31', '2027-01-04', 2],
    ['over a night in which the clocks change', '2026-03-27', '2026-03-30', 1],
    ['back in time', '2026-11-16', '2026-11-13', -1],
  ])('%s', (_, from, to, expected) => {
    expect(businessDaysBetween(from, to)).toBe(expected)
  })

  it('are as many as counting them one by one finds', () => {
    fc.assert(
      fc.property(someDay, fc.nat(400), (from, length) => {
        const passed = Array.from({ length }, (_, at) => addDays(from, at + 1)).filter(isBusinessDay)
        expect(businessDaysBetween(from, addDays(from, length))).toBe(passed.length)
      }),
    )
  })

  it('add up: a wait in two parts is as long as the whole', () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, (a, b, c) => {
        expect(businessDaysBetween(a, b) + businessDaysBetween(b, c)).toBe(businessDaysBetween(a, c))
      }),
    )
  })

  it('counted on from a day end on a business day exactly that far away', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 300 }), (from, count) => {
        const to = addBusinessDays(from, count)
        expect(isBusinessDay(to)).toBe(true)
        expect(businessDaysBetween(from, to)).toBe(count)
      }),
    )
    expect(addBusinessDays('2026-11-13', 1)).toBe('2026-11-16')
    expect(addBusinessDays('2026-11-14', 0)).toBe('2026-11-14')
  })
})

describe('calendar days', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-12', 90, '2027-02-10'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })

  it('are added and counted alike', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9_000, max: 9_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('of a moment are those of its date', () => {
    expect(daysBetween('2026-11-12T23:59:59.999Z', '2026-11-13')).toBe(1)
  })
})
