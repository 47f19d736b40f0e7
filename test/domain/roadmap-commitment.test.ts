import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readinessAreas } from '../../src/domain/roadmap/catalogue.ts'
import { type Committable, commitment, isReady, missingFor } from '../../src/domain/roadmap/commitment.ts'

const complete: Committable = { primaryMetric: 1, guardrailMetric: 2, lookedAt: [...readinessAreas] }

describe('Before an initiative is committed to delivery', () => {
  it('nothing is missing once it has its metric pair and every area was looked at', () => {
    expect(missingFor(complete)).toEqual([])
    expect(commitment(complete, null)).toEqual({ answer: 'committed' })
  })

  const cases: [string, Partial<Committable>, string[]][] = [
    ['has a primary metric', { primaryMetric: null }, ['primary_metric']],
    ['has a guardrail metric', { guardrailMetric: null }, ['guardrail_metric']],
    ['is not guarded by the very metric it wants to move', { guardrailMetric: 1 }, ['different_guardrail']],
    ['had its security looked at', { lookedAt: ['dependencies', 'risk', 'performance'] }, ['security']],
    [
      'is more than an idea',
      { primaryMetric: null, guardrailMetric: null, lookedAt: [] },
      ['primary_metric', 'guardrail_metric', ...readinessAreas],
    ],
  ]
  it.each(cases)('it %s', (_what, without, missing) => {
    expect(missingFor({ ...complete, ...without })).toEqual(missing)
    expect(commitment({ ...complete, ...without }, null)).toEqual({ answer: 'refused', missing })
  })

  it('somebody may override what is missing, and says why', () => {
    const hurried = { ...complete, guardrailMetric: null }
    const overridden = { answer: 'overridden', missing: ['guardrail_metric'], reason: 'The regulator set the date' }
    expect(commitment(hurried, ' The regulator set the date ')).toEqual(overridden)
    expect(commitment(hurried, ' \n ').answer).toBe('refused')
  })

  it('no override is written when nothing was missing', () => {
    expect(commitment(complete, 'To be safe')).toEqual({ answer: 'committed' })
  })

  it('without a reason it is committed exactly when it is ready and has two different metrics', () => {
    const metric = fc.option(fc.integer({ min: 1, max: 3 }))
    fc.assert(
      fc.property(metric, metric, fc.subarray([...readinessAreas]), (primaryMetric, guardrailMetric, lookedAt) => {
        const paired = primaryMetric !== null && guardrailMetric !== null && primaryMetric !== guardrailMetric
        const { answer } = commitment({ primaryMetric, guardrailMetric, lookedAt }, null)
        expect(answer).toBe(paired && isReady(lookedAt) ? 'committed' : 'refused')
      }),
    )
  })
})
