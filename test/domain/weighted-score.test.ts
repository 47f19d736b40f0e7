import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightedScore } from '../../src/domain/decisions/options.ts'

const weighted = (...weights: number[]) => weights.map((weight) => ({ weight }))

describe('the weighted score of an option', () => {
  it.each([
    [[5, 3, 4, 3, 4], 3.9],
    [[2, 3, 3, 5, 3], 3],
    [[2, 4, 5, 4, 4], 3.6],
  ])('with the weights 30, 25, 20, 15 and 10, %j is %d', (scores, expected) => {
    expect(weightedScore(weighted(30, 25, 20, 15, 10), scores)).toBeCloseTo(expected, 10)
  })

  it('cannot be told before every criterion is scored: a missing score is not a zero', () => {
    expect(weightedScore(weighted(60, 40), [5, null])).toBeNull()
    expect(weightedScore(weighted(60, 40), [5])).toBeNull()
    expect(weightedScore([], [])).toBeNull()
  })

  const scored = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 100 }), score: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 12 },
  )

  it('stays within the scores given and does not change when every weight is multiplied', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: 2, max: 50 }), (criteria, factor) => {
        const scores = criteria.map(({ score }) => score)
        const value = weightedScore(criteria, scores) ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
        const scaled = criteria.map(({ weight }) => ({ weight: weight * factor }))
        expect(weightedScore(scaled, scores)).toBeCloseTo(value, 10)
      }),
    )
  })

  it('never falls when one score rises', () => {
    fc.assert(
      fc.property(scored, fc.nat(11), (criteria, of) => {
        const scores = criteria.map(({ score }) => score)
        const better = scores.map((score, at) => (at === of % scores.length ? Math.min(5, score + 1) : score))
        const before = weightedScore(criteria, scores) ?? Number.NaN
        expect(weightedScore(criteria, better)).toBeGreaterThanOrEqual(before - 1e-9)
      }),
    )
  })
})
