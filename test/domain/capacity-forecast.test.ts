import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  efficiencyOf,
  forecast,
  type Item,
  mondayOfWeek,
  newlyLate,
  weeklyCapacity,
} from '../../src/domain/capacity/forecast.ts'

const item = (id: number, effort: number, due: number | null = null): Item => ({ id, effort, due })
const finishes = (items: Item[], weekly: Parameters<typeof forecast>[1], horizon?: number) =>
  forecast(items, weekly, horizon).map(({ finish }) => finish)

const effort = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10)
const due = fc.option(fc.integer({ min: -3, max: 60 }))
const someItems = fc
  .array(fc.tuple(effort, due), { maxLength: 20 })
  .map((list) => list.map(([left, by], at) => item(at, left, by)))
const part = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)
const capacity = fc.tuple(fc.nat(20), part, part, part)
const never = Number.POSITIVE_INFINITY

describe('the forecast of a bucket', () => {
  // 9 people, at work on it four days in five, 62 % bets, 90 % of what they plan: 4.0176 person-weeks.
  const weekly = weeklyCapacity(9, 0.8, 0.62, 0.9)

  it('finishes an item in the week by which there was capacity for it and everything above', () => {
    expect(weekly).toBeCloseTo(4.0176, 10)
    expect(finishes([item(1, 4), item(2, 8), item(3, 1), item(4, 12)], weekly)).toEqual([1, 3, 4, 7])
  })

  it('finishes in the week whose capacity is just enough, though tenths do not add up exactly', () => {
    expect(finishes([item(1, 0.3), item(2, 0.5)], 0.1)).toEqual([3, 8])
  })

  it('follows a capacity that changes from week to week', () => {
    expect(finishes([item(1, 4), item(2, 4)], (week) => (week < 3 ? 1 : 3))).toEqual([3, 4])
  })

  it('never finishes what has no capacity, or lies beyond the horizon', () => {
    expect(finishes([item(1, 0), item(2, 1)], 0)).toEqual([1, null])
    expect(finishes([item(1, 104), item(2, 1)], 1)).toEqual([104, null])
    expect(finishes([item(1, 10), item(2, 1)], 1, 10)).toEqual([10, null])
  })

  it.each([
    ['on time in its due week', item(1, 8, 2), false],
    ['late in the week after', item(1, 8, 1), true],
    ['late when it was due before now', item(1, 1, 0), true],
    ['late when it is never finished', item(1, 900, 20), true],
    ['not known to be late when due beyond the horizon', item(1, 900, 110), false],
    ['never late without a promise', item(1, 900), false],
  ])('is %s', (_, only, late) => {
    expect(forecast([only], 4)[0]?.late).toBe(late)
  })

  it('names what became late: not what was late already, nor what is new', () => {
    const before = forecast([item(1, 4, 1), item(2, 4, 1), item(3, 4, 3)], 4)
    const after = forecast([item(4, 4, 0), item(1, 4, 1), item(2, 4, 1), item(3, 4, 3)], 4)
    expect(before.map(({ late }) => late)).toEqual([false, true, false])
    expect(newlyLate(before, after).map(({ id }) => id)).toEqual([1, 3])
    expect(newlyLate(after, before)).toEqual([])
  })

  it('counts weeks from the Monday it begins on', () => {
    expect(mondayOfWeek('2026-11-16', 1)).toBe('2026-11-16')
    expect(mondayOfWeek('2026-11-16', 8)).toBe('2027-01-04')
  })

  it('takes its efficiency from all that was delivered, of all that was planned', () => {
    expect(
      efficiencyOf([
        { delivered: 3, planned: 4 },
        { delivered: 6, planned: 6 },
      ]),
    ).toBe(0.9)
    expect(efficiencyOf([{ delivered: 3, planned: 0 }])).toBeNull()
    expect(efficiencyOf([])).toBeNull()
  })

  it('never finishes anything later with more people, availability, share or efficiency', () => {
    fc.assert(
      fc.property(someItems, capacity, capacity, (items, some, more) => {
        const [a, b, c, d] = some
        const less = finishes(items, weeklyCapacity(a, b, c, d))
        const richer = [
          weeklyCapacity(a + more[0], b, c, d),
          weeklyCapacity(a, b + more[1], c, d),
          weeklyCapacity(a, b, c + more[2], d),
          weeklyCapacity(a, b, c, d + more[3]),
        ]
        for (const weekly of richer)
          for (const [at, finish] of finishes(items, weekly).entries())
            expect(finish ?? never).toBeLessThanOrEqual(less[at] ?? never)
      }),
    )
  })

  it('changes nothing for what is ranked above a new item, and finishes nothing below it sooner', () => {
    fc.assert(
      fc.property(someItems, fc.nat(20), effort, capacity, (items, place, size, [a, b, c, d]) => {
        const weekly = weeklyCapacity(a, b, c, d)
        const rank = Math.min(place, items.length)
        const before = forecast(items, weekly)
        const after = forecast(items.toSpliced(rank, 0, item(99, size)), weekly)
        expect(after.slice(0, rank)).toEqual(before.slice(0, rank))
        for (const [at, { finish }] of before.slice(rank).entries())
          expect(after[rank + 1 + at]?.finish ?? never).toBeGreaterThanOrEqual(finish ?? never)
        expect(newlyLate(before, after).every(({ id }) => Number(id) >= rank)).toBe(true)
      }),
    )
  })

  it('finishes in rank order, and in the same week whether an item is one or cut in two', () => {
    fc.assert(
      fc.property(someItems, capacity, (items, [a, b, c, d]) => {
        const weekly = weeklyCapacity(a, b, c, d)
        const whole = finishes(items, weekly)
        const weeks = whole.map((finish) => finish ?? never)
        expect(weeks).toEqual(weeks.toSorted((one, other) => one - other))
        const halves = items.flatMap((one) => [item(1, one.effort / 2), item(2, one.effort / 2)])
        expect(finishes(halves, weekly).filter((_, at) => at % 2 === 1)).toEqual(whole)
      }),
    )
  })
})
