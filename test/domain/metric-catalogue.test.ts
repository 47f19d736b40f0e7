import { describe, expect, it } from 'vitest'
import { catalogue, starterMetrics } from '../../src/domain/scorecard/catalogue/all.ts'
import { type CatalogueMetric, categories } from '../../src/domain/scorecard/catalogue.ts'
import { isPast } from '../../src/domain/scorecard/status.ts'

const keysOf = (metrics: readonly CatalogueMetric[]) => metrics.map(({ key }) => key)
const within = (value: number, { least, most }: CatalogueMetric) =>
  value >= (least ?? value) && value <= (most ?? value)

describe('the metric catalogue', () => {
  it('has every category, in their fixed order', () => {
    expect([...new Set(catalogue.map(({ category }) => category))]).toEqual([...categories])
    expect(categories.map((one) => catalogue.filter(({ category }) => category === one).length)).toEqual([
      12, 8, 7, 10, 8,
    ])
  })

  it('gives every metric its own key and name, and a formula of one line', () => {
    expect(new Set(keysOf(catalogue)).size).toBe(catalogue.length)
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length)
    for (const { key, formula } of catalogue) {
      expect(key).toMatch(/^[a-z]+(_[a-z]+)*$/)
      expect(formula).toMatch(/^\S.*\S$/)
    }
  })

  it('begins with ten: three of product and of delivery, two of reliability, one of security and of cost', () => {
    expect(keysOf(starterMetrics)).toEqual([
      ...['activation', 'retention', 'nps'],
      ...['lead_time', 'predictability', 'escaped_defects'],
      ...['slo_attainment', 'mttr'],
      'critical_patch_time',
      'infra_cost_per_customer',
    ])
  })
})

describe('targets and guardrails', () => {
  const both = catalogue.flatMap(({ target, guardrail, ...metric }) =>
    target === null || guardrail === null ? [] : [{ ...metric, target, guardrail }],
  )

  it('a target never breaches the guardrail, and equals it only where a single one is too many', () => {
    for (const { key, target, guardrail, good } of both) expect(isPast(target, guardrail, good), key).toBe(false)
    const equal = both.filter(({ target, guardrail }) => target === guardrail)
    expect(keysOf(equal)).toEqual(['audit_overdue', 'data_incidents'])
  })

  it('lie between the bounds', () => {
    for (const metric of catalogue) {
      for (const limit of [metric.target, metric.guardrail])
        if (limit !== null) expect(within(limit, metric), metric.key).toBe(true)
    }
  })

  it('come with a guardrail wherever they have a target, but for on-call load', () => {
    expect(keysOf(catalogue.filter(({ target, guardrail }) => (target === null) !== (guardrail === null)))).toEqual([
      'on_call_load',
    ])
  })
})

describe('ratios and scales', () => {
  it('a percentage made of counts is multiplied by 100', () => {
    for (const { key, unit, ratio } of catalogue) if (ratio && unit === '%') expect(ratio.factor, key).toBe(100)
  })

  it('what is said per 100 is multiplied by 100, and every other quotient but points is plain', () => {
    for (const { key, unit, ratio } of catalogue) {
      if (ratio && unit !== '%') expect(ratio.factor, key).toBe(/^per 100 |^points$/.test(unit) ? 100 : 1)
    }
  })

  it('the formula of a ratio names what is divided, and by what', () => {
    for (const { key, formula, ratio } of catalogue) {
      const [above = '', below = ''] = formula.split(' / ')
      if (ratio) expect([above.includes(ratio.numerator), below.includes(ratio.denominator)], key).toEqual([true, true])
    }
  })

  it('a logarithm is taken only of what cannot be below 0', () => {
    const logged = catalogue.filter(({ scale }) => scale === 'log')
    expect(logged.length).toBeGreaterThan(0)
    for (const { key, least } of logged) expect(least ?? 0, key).toBeGreaterThanOrEqual(0)
  })
})
