import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goods, rhythms } from '../../src/domain/scorecard/catalogue.ts'
import { cameTrue, type Expected } from '../../src/domain/scorecard/expectation.ts'
import { periodOf } from '../../src/domain/scorecard/periods.ts'

const activation: Expected = {
  good: 'up',
  rhythm: 'monthly',
  expected: 40,
  expectedOn: '2026-10-31',
  actual: 41.5,
  period: '2026-10-01',
}

describe('an expected result', () => {
  it('came when a metric that should be high reached the value, or one that should be low fell to it', () => {
    expect(cameTrue(activation)).toBe(true)
    expect(cameTrue({ ...activation, actual: 39.9 })).toBe(false)
    expect(cameTrue({ ...activation, good: 'down' })).toBe(false)
    expect(cameTrue({ ...activation, good: 'down', actual: 39.9 })).toBe(true)
  })

  it('came when exactly the value was reached, whichever way is good', () => {
    for (const good of goods) expect(cameTrue({ ...activation, good, actual: 40 })).toBe(true)
  })

  it('cannot be judged without a reading, or by one from long before its day', () => {
    expect(cameTrue({ ...activation, actual: null, period: null })).toBeNull()
    expect(cameTrue({ ...activation, period: '2026-09-01' })).toBeNull()
  })

  it('is judged by the period that was over on its day while the one it lies in is not', () => {
    expect(cameTrue({ ...activation, expectedOn: '2026-11-10' })).toBe(true)
    expect(cameTrue({ ...activation, rhythm: 'weekly', period: '2026-10-19' })).toBe(true)
    expect(cameTrue({ ...activation, rhythm: 'weekly', period: '2026-10-12' })).toBeNull()
  })

  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const some = fc.record({
    good: fc.constantFrom(...goods),
    rhythm: fc.constantFrom(...rhythms),
    expected: fc.integer({ min: -1000, max: 1000 }),
    expectedOn: day,
    actual: fc.integer({ min: -1000, max: 1000 }),
  })

  it('is always judged once the period that its day lies in was read', () => {
    fc.assert(
      fc.property(some, (one) => {
        expect(cameTrue({ ...one, period: periodOf(one.expectedOn, one.rhythm) })).not.toBeNull()
      }),
    )
  })

  it('is judged the other way round when the direction and both values are turned over', () => {
    fc.assert(
      fc.property(some, (one) => {
        const period = periodOf(one.expectedOn, one.rhythm)
        const turned = { ...one, expected: -one.expected, actual: -one.actual }
        const other = one.good === 'up' ? ('down' as const) : ('up' as const)
        expect(cameTrue({ ...turned, good: other, period })).toBe(cameTrue({ ...one, period }))
      }),
    )
  })
})
