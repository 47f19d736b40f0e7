import { expect, it } from 'vitest'
import { isReached, shareOfTheWay } from '../../src/domain/roadmap/outcome.ts'

it('an outcome is reached at its target, whichever way is good', () => {
  expect(isReached({ baseline: 38, target: 45, value: 45, good: 'up' })).toBe(true)
  expect(isReached({ baseline: 38, target: 45, value: 44.9, good: 'up' })).toBe(false)
  expect(isReached({ baseline: 20, target: 10, value: 9, good: 'down' })).toBe(true)
  expect(isReached({ baseline: 20, target: 10, value: null, good: 'down' })).toBeNull()
})

it('the way is measured from the baseline to the target, whichever way is good', () => {
  expect(shareOfTheWay({ baseline: 40, target: 50, value: 45, good: 'up' })).toBe(0.5)
  expect(shareOfTheWay({ baseline: 20, target: 10, value: 15, good: 'down' })).toBe(0.5)
  expect(shareOfTheWay({ baseline: 20, target: 10, value: 22, good: 'down' })).toBeCloseTo(-0.2)
  expect(shareOfTheWay({ baseline: 10, target: 10, value: 10, good: 'up' })).toBeNull()
})
