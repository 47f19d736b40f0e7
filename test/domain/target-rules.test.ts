import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import { faultOf, proposedAim } from '../../src/domain/scorecard/target-rules.ts'

const share = { scale: 'linear', least: 0, most: 100 } as const

describe('A target', () => {
  it('lies on the good side of its guardrail, or on it', () => {
    const past = { field: 'target', misfit: 'past_guardrail' }
    expect(faultOf({ target: 30, guardrail: 40 }, { ...share, good: 'up' })).toEqual(past)
    expect(faultOf({ target: 40, guardrail: 30 }, { ...share, good: 'down' })).toEqual(past)
    expect(faultOf({ target: 40, guardrail: 30 }, { ...share, good: 'up' })).toBeNull()
    expect(faultOf({ target: 40, guardrail: 40 }, { ...share, good: 'down' })).toBeNull()
    expect(faultOf({ target: null, guardrail: 40 }, { ...share, good: 'down' })).toBeNull()
  })

  it('can be reached: it is nothing the metric can never be', () => {
    const aim = { target: 120, guardrail: null }
    expect(faultOf(aim, { ...share, good: 'up' })).toEqual({ field: 'target', misfit: 'too_high' })
    const none = { target: 5, guardrail: 0 }
    const duration = { good: 'down', scale: 'log', least: null, most: null } as const
    expect(faultOf(none, duration)).toEqual({ field: 'guardrail', misfit: 'not_above_zero' })
    expect(catalogue.filter((metric) => faultOf(metric, metric))).toEqual([])
  })
})

describe('The proposal from the organisation’s own baseline', () => {
  const limits = { mean: 41.73, upper: 49.4, lower: 34.06, upperCut: false, lowerCut: false }

  it('is the mean, and the natural process limit on the bad side', () => {
    expect(proposedAim(limits, 'up')).toEqual({ target: 41.7, guardrail: 34.1 })
    expect(proposedAim(limits, 'down')).toEqual({ target: 41.7, guardrail: 49.4 })
  })

  it('has no guardrail where no value could pass it', () => {
    const low = { mean: 3.24, upper: 9.71, lower: 0, upperCut: false, lowerCut: true }
    expect(proposedAim(low, 'up')).toEqual({ target: 3.2, guardrail: null })
    expect(proposedAim(low, 'down')).toEqual({ target: 3.2, guardrail: 9.7 })
  })

  it('has the digits that tell it from its limits, also close to 100 %', () => {
    const close = { mean: 99.9312, upper: 100, lower: 99.8657, upperCut: true, lowerCut: false }
    expect(proposedAim(close, 'up')).toEqual({ target: 99.931, guardrail: 99.866 })
  })

  it('never contradicts itself', () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(positive, positive, fc.constantFrom('up' as const, 'down' as const), (mean, range, good) => {
        const aim = proposedAim({ ...limits, mean, upper: mean + range, lower: mean - range }, good)
        expect(faultOf(aim, { good, scale: 'linear', least: null, most: null })).toBeNull()
      }),
    )
  })
})
