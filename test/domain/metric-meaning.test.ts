import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import { type Definition, rhythms } from '../../src/domain/scorecard/catalogue.ts'
import { breaksBaseline, derivable, isRedefined, periodFollowing } from '../../src/domain/scorecard/meaning.ts'
import { periodAfter, periodOf } from '../../src/domain/scorecard/periods.ts'

const metric: Definition = {
  ...{ name: 'Failed changes', unit: '%', good: 'down', rhythm: 'weekly', formula: 'failed / all', scale: 'linear' },
  ...{ ratio: { numerator: 'failed', denominator: 'all', factor: 100 }, least: 0, most: 100, source: '' },
}

describe('A new definition', () => {
  const other: [Partial<Definition>, boolean][] = [
    [{ formula: 'failed or rolled back / all' }, true],
    [{ unit: 'per 100' }, true],
    [{ rhythm: 'monthly' }, true],
    [{ scale: 'log' }, true],
    [{ ratio: null }, true],
    [{ ratio: { numerator: 'failed', denominator: 'all', factor: 1 } }, true],
    [{ name: 'Change failures' }, false],
    [{ good: 'up' }, false],
    [{ most: null }, false],
    [{ source: 'DORA 2024' }, false],
  ]
  it.each(other)('with %j breaks the baseline: %s', (change, breaks) => {
    const after = { ...metric, ...change }
    expect(isRedefined(metric, after)).toBe(true)
    expect(breaksBaseline(metric, after)).toBe(breaks)
  })

  it('that says the same is none, in whatever order its counts were written', () => {
    const same = { ...metric, ratio: { factor: 100, denominator: 'all', numerator: 'failed' } }
    expect(isRedefined(metric, same)).toBe(false)
    expect(breaksBaseline(metric, same)).toBe(false)
  })
})

it('its baseline begins with the first period of the new rhythm after those entered', () => {
  expect(periodFollowing('2026-10-19', 'weekly', 'weekly')).toBe('2026-10-26')
  expect(periodFollowing('2026-10-01', 'monthly', 'weekly')).toBe('2026-11-02')
  expect(periodFollowing('2026-10-19', 'weekly', 'monthly')).toBe('2026-11-01')
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  const rhythm = fc.constantFrom(...rhythms)
  fc.assert(
    fc.property(day, rhythm, rhythm, (on, before, after) => {
      const newest = periodOf(on, before)
      const next = periodFollowing(newest, before, after)
      expect(periodOf(next, after)).toBe(next)
      expect(next >= periodAfter(newest, before)).toBe(true)
      expect(periodAfter(next, after, -1) < periodAfter(newest, before)).toBe(true)
    }),
  )
})

it('what can be computed is in the catalogue', () => {
  expect(derivable.filter((key) => !catalogue.some((metric) => metric.key === key))).toEqual([])
})
