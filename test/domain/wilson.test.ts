import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '../../src/domain/statistics/wilson.ts'

describe("Wilson's interval for a share", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('for %i of %i is the published one', (successes, count, low, high) => {
    expect(wilson(successes, count)?.low).toBeCloseTo(low, 4)
    expect(wilson(successes, count)?.high).toBeCloseTo(high, 4)
  })

  it('cannot be told from nothing', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('holds the share itself, stays between none and all, and narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (count, of) => {
        const successes = of % (count + 1)
        const one = wilson(successes, count) ?? { low: 1, high: 0 }
        const ten = wilson(successes * 10, count * 10) ?? { low: 1, high: 0 }
        const share = successes / count
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.low).toBeLessThanOrEqual(share + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(share - 1e-12)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low)
      }),
    )
  })
})
