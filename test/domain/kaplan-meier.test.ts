import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, type Observation, quantile, survivalCurve } from '../../src/domain/statistics/kaplan-meier.ts'

/** `2 3 5+ 7 9+`: a plus marks a wait that was still going on. */
const waits = (text: string): Observation[] =>
  text.split(' ').map((wait) => ({ time: Number.parseInt(wait, 10), observed: !wait.endsWith('+') }))

describe('the median wait', () => {
  it('counts what is still open as having taken at least as long as it waited', () => {
    expect(median(waits('2 3 5+ 7 9+'))).toBe(7)
    expect(median(waits('2 3 7'))).toBe(3)
  })

  it('does not depend on the order of the records', () => {
    expect(median(waits('9+ 7 2 5+ 3'))).toBe(7)
  })

  it('cannot be told while fewer than half have ended', () => {
    expect(median([])).toBeNull()
    expect(median(waits('5+ 8+'))).toBeNull()
    expect(median(waits('1 5+ 8+'))).toBeNull()
  })

  // Freireich et al., Blood 21 (1963), 699–716: weeks of remission under 6-mercaptopurine.
  const remissions = waits('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')

  it('is that of the published example, as is the whole curve', () => {
    expect(median(remissions)).toBe(23)
    expect(survivalCurve(remissions).map(({ time, survival }) => [time, Number(survival.toFixed(4))])).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ])
  })

  it('is one of several shares: a quarter waits less than the lower quartile', () => {
    expect(quantile(remissions, 0.25)).toBe(13)
    expect(quantile(remissions, 0.9)).toBeNull()
  })

  const times = fc.array(fc.nat(60), { minLength: 1, maxLength: 60 })
  const observations = fc.array(fc.record({ time: fc.nat(60), observed: fc.boolean() }), { maxLength: 60 })

  it('is the ordinary lower median when nothing is open', () => {
    fc.assert(
      fc.property(times, (ended) => {
        const sorted = [...ended].sort((a, b) => a - b)
        const expected = sorted[Math.ceil(sorted.length / 2) - 1]
        expect(median(ended.map((time) => ({ time, observed: true })))).toBe(expected)
      }),
    )
  })

  it('and every other share is that of the sorted waits then, rounding or not', () => {
    for (let count = 1; count <= 40; count++) {
      const ended = Array.from({ length: count }, (_, at) => ({ time: at + 1, observed: true }))
      for (let time = 1; time <= count; time++) expect(quantile(ended, time / count)).toBe(time)
    }
  })

  it('never becomes shorter because something has not been decided yet', () => {
    fc.assert(
      fc.property(observations, fc.nat(60), (known, time) => {
        const before = median(known) ?? Number.POSITIVE_INFINITY
        const after = median([...known, { time: 1000 + time, observed: false }]) ?? Number.POSITIVE_INFINITY
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('comes from a share still waiting that only falls, between everybody and nobody', () => {
    fc.assert(
      fc.property(observations, (known) => {
        let last = 1
        for (const { survival } of survivalCurve(known)) {
          expect(survival).toBeLessThan(last)
          expect(survival).toBeGreaterThanOrEqual(0)
          last = survival
        }
      }),
    )
  })
})
