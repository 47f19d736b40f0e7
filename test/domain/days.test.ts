import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/time/days.ts'
import { someDay } from '../support/arbitrary.ts'

const dayLength = 86_400_000

it('counts days as the calendar does, over leap years and centuries', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -400_000, max: 400_000 }), (day, count) => {
      const later = new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
      expect(addDays(day, count)).toBe(later)
      expect(daysBetween(day, later)).toBe(count)
    }),
  )
})

it('knows the leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  expect(addDays('2000-02-29', 366)).toBe('2001-03-01')
  expect(daysBetween('1970-01-01', '1969-12-31')).toBe(-1)
})
