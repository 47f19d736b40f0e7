import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capacityByMonth } from '../../src/domain/intake/months.ts'

it('a month has as many person-weeks as it has sevenths of days', () => {
  const months = capacityByMonth([{ quarter: '2026Q4', weekly: 7 }])
  expect([...months]).toEqual([
    ['2026-10', 31],
    ['2026-11', 30],
    ['2026-12', 31],
  ])
  expect(capacityByMonth([{ quarter: '2028Q1', weekly: 7 }]).get('2028-02')).toBe(29)
})

it('the months of a quarter together have what the quarter has', () => {
  const quarter = fc.record({
    year: fc.integer({ min: 2000, max: 2100 }),
    number: fc.integer({ min: 1, max: 4 }),
    weekly: fc.double({ min: 0, max: 500, noNaN: true }),
  })
  fc.assert(
    fc.property(quarter, ({ year, number, weekly }) => {
      const months = capacityByMonth([{ quarter: `${year}Q${number}`, weekly }])
      const days = [90 + Number(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)), 91, 92, 92][number - 1] ?? 0
      const all = [...months.values()].reduce((sum, weeks) => sum + weeks, 0)
      expect(months.size).toBe(3)
      expect(all).toBeCloseTo((weekly * days) / 7, 6)
    }),
  )
})
