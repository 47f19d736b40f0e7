import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrap, mulberry32, ratiosOf } from '../../src/domain/capacity/bootstrap.ts'
import { forecast, type Item } from '../../src/domain/capacity/forecast.ts'

const item = (id: number, effort: number, due: number | null = null): Item => ({ id, effort, due })
const never = Number.POSITIVE_INFINITY

const someItems = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.option(fc.integer({ min: -2, max: 40 }))), { maxLength: 8 })
  .map((list) => list.map(([quarters, due], at) => item(at, quarters / 4, due)))
const someRatios = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 8, maxLength: 20 })
  .map((list) => list.map((eighths) => eighths / 8))
const weekly = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4)
const few = { runs: 60, horizon: 60 }

describe('Mulberry32', () => {
  it.each([
    [0, [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
    [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]],
  ])('from %i draws the published numbers', (seed, expected) => {
    const random = mulberry32(seed)
    expect(expected.map(() => random())).toEqual(expected)
  })
})

describe('the odds of finishing', () => {
  it('cannot be told from fewer than eight weeks', () => {
    expect(bootstrap([item(1, 4)], 2, Array(7).fill(1), 1)).toBeNull()
    expect(bootstrap([item(1, 4)], 2, Array(8).fill(1), 1)).not.toBeNull()
    expect(bootstrap([], 2, Array(8).fill(1), 1)).toEqual([])
  })

  it('come from the weeks in which anything was planned', () => {
    const weeks = [
      { delivered: 3, planned: 4 },
      { delivered: 1, planned: 0 },
      { delivered: 6, planned: 5 },
    ]
    expect(ratiosOf(weeks)).toEqual([0.75, 1.2])
  })

  // Nothing gets done in one week of four: the week in which n are through is negative binomial.
  it('are those that can be computed by hand', () => {
    const ratios = [0, 1, 1, 1, 0, 1, 1, 1]
    const odds = bootstrap([item(1, 1, 1), item(2, 2, 4)], 1, ratios, 20261112)
    expect(odds?.map(({ p50, p85 }) => [p50, p85])).toEqual([
      [1, 2],
      [4, 5],
    ])
    // P(1 of 1) and P(at least 3 of 4); the standard error of a thousand runs is at most .016.
    for (const [at, exact] of [0.75, 189 / 256].entries())
      expect(Math.abs((odds?.[at]?.onTime ?? 0) - exact)).toBeLessThan(0.05)
  })

  it('leave no doubt where every week was the same: they are the forecast', () => {
    fc.assert(
      fc.property(
        someItems,
        weekly,
        fc.constantFrom(0, 0.5, 0.75, 1, 1.25),
        fc.integer(),
        (items, each, ratio, seed) => {
          const odds = bootstrap(items, each, Array(8).fill(ratio), seed, few)
          for (const [at, { finish, late, due }] of forecast(items, each * ratio, few.horizon).entries()) {
            expect(odds?.[at]).toMatchObject({ p50: finish, p85: finish })
            if (due !== null) expect(odds?.[at]?.onTime).toBe(late ? 0 : 1)
          }
        },
      ),
    )
  })

  it('are null for an item without a due week, and for one due beyond a horizon it may not reach', () => {
    const odds = bootstrap([item(1, 1), item(2, 500, 200), item(3, 1, 0)], 1, Array(8).fill(1), 1)
    expect(odds?.map(({ onTime }) => onTime)).toEqual([null, null, 0])
    expect(odds?.[1]).toMatchObject({ p50: null, p85: null })
  })

  it('are the same each time from the same seed', () => {
    fc.assert(
      fc.property(someItems, weekly, someRatios, fc.integer(), (items, each, ratios, seed) => {
        expect(bootstrap(items, each, ratios, seed, few)).toEqual(bootstrap(items, each, ratios, seed, few))
      }),
    )
  })

  it('never let even odds come after being fairly sure, and lie between the worst week and the best', () => {
    fc.assert(
      fc.property(someItems, weekly, someRatios, fc.integer(), (items, each, ratios, seed) => {
        const best = forecast(items, each * Math.max(...ratios), few.horizon)
        const worst = forecast(items, each * Math.min(...ratios), few.horizon)
        for (const [at, { p50, p85 }] of (bootstrap(items, each, ratios, seed, few) ?? []).entries()) {
          expect(p50 ?? never).toBeLessThanOrEqual(p85 ?? never)
          expect(p50 ?? never).toBeGreaterThanOrEqual(best[at]?.finish ?? never)
          expect(p85 ?? never).toBeLessThanOrEqual(worst[at]?.finish ?? never)
        }
      }),
    )
  })

  it('never get worse with more capacity, nor change for what is ranked above a new item', () => {
    fc.assert(
      fc.property(someItems, weekly, weekly, someRatios, fc.integer(), (items, each, more, ratios, seed) => {
        const now = bootstrap(items, each, ratios, seed, few) ?? []
        const richer = bootstrap(items, each + more, ratios, seed, few) ?? []
        for (const [at, { p50, p85, onTime }] of now.entries()) {
          expect(richer[at]?.p50 ?? never).toBeLessThanOrEqual(p50 ?? never)
          expect(richer[at]?.p85 ?? never).toBeLessThanOrEqual(p85 ?? never)
          expect(richer[at]?.onTime ?? 1).toBeGreaterThanOrEqual(onTime ?? 0)
        }
        expect(bootstrap([...items, item(99, 5, 9)], each, ratios, seed, few)?.slice(0, -1)).toEqual(now)
      }),
    )
  })

  it('of 200 items take less than 50 ms', () => {
    const items = Array.from({ length: 200 }, (_, at) => item(at, 1 + (at % 7), at))
    const ratios = [0.7, 0.9, 1, 1.1, 0.4, 0.8, 0.95, 1.05, 0.6, 0.85, 1, 0.75]
    const took = Array.from({ length: 7 }, (_, seed) => {
      const began = performance.now()
      bootstrap(items, 8, ratios, seed)
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(50)
  })
})
