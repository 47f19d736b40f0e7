import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibration, type Forecast, scores } from '../../src/domain/statistics/calibration.ts'

/** `count` forecasts of one stated probability, of which the first `came` came true. */
const stated = (probability: number, count: number, came: number): Forecast[] =>
  Array.from({ length: count }, (_, at) => ({ stated: probability, came: at < came }))

describe('the Brier score', () => {
  const example = [0.9, 0.8, 0.7, 0.6, 0.6].map((probability, at) => ({
    stated: probability,
    came: at === 0 || at === 1 || at === 3,
  }))

  it('of the worked example is .212 against .24, a skill of .117, too sure by 12 points', () => {
    const found = scores(example)
    expect(found?.count).toBe(5)
    expect(found?.brier).toBeCloseTo(0.212, 10)
    expect(found?.reference).toBeCloseTo(0.24, 10)
    expect(found?.skill).toBeCloseTo(0.1167, 4)
    expect(found?.overconfidence).toBeCloseTo(0.12, 10)
  })

  it('has no skill to speak of while everything came true', () => {
    expect(scores(stated(0.9, 12, 12))?.skill).toBeNull()
  })

  it('of nothing is nothing', () => {
    expect(scores([])).toBeNull()
  })

  it('lies between 0 and 1, and always stating how often it came true has exactly no skill', () => {
    const forecasts = fc.array(fc.record({ stated: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(forecasts, (some) => {
        const found = scores(some)
        expect(found?.brier).toBeGreaterThanOrEqual(0)
        expect(found?.brier).toBeLessThanOrEqual(1)
        const share = some.filter(({ came }) => came).length / some.length
        const average = scores(some.map(({ came }) => ({ stated: share, came })))
        expect(average?.brier).toBeCloseTo(found?.reference ?? Number.NaN, 10)
        expect(average?.overconfidence).toBeCloseTo(0, 10)
      }),
    )
  })
})

describe('what may be said about calibration', () => {
  it.each([
    [0, 'list'],
    [9, 'list'],
    [10, 'too_few'],
    [29, 'too_few'],
    [30, 'test'],
    [49, 'test'],
    [50, 'curve'],
  ])('from %i forecasts: %s', (count, stage) => {
    expect(calibration(stated(0.7, count, Math.round(count / 2))).stage).toBe(stage)
  })

  it('is that we were too sure only when chance does not explain it', () => {
    // A gap of .8 − 22/36 in units of √(36 · .8 · .2) / 36.
    const sure = calibration(stated(0.8, 36, 22))
    expect(sure.stage === 'test' && sure.z).toBeCloseTo(2.8333, 4)
    expect(sure).toMatchObject({ stage: 'test', significant: true })
    expect(calibration(stated(0.8, 36, 27))).toMatchObject({ stage: 'test', significant: false })
  })

  it('is that too little was expected as well', () => {
    const modest = calibration(stated(0.5, 40, 34))
    expect(modest).toMatchObject({ stage: 'test', significant: true })
    expect(modest.stage === 'test' && modest.z).toBeLessThan(0)
  })

  it('is never that chance explains a failure of what was stated as certain', () => {
    expect(calibration(stated(1, 30, 15))).toMatchObject({ stage: 'test', significant: true })
    expect(calibration(stated(1, 30, 30))).toMatchObject({ stage: 'test', z: 0, significant: false })
  })
})

describe('the calibration curve', () => {
  const binsOf = (forecasts: Forecast[]) => {
    const found = calibration(forecasts)
    return found.stage === 'curve' ? found.bins : []
  }

  it('sets what was stated against what came, with the interval that chance allows', () => {
    const bins = binsOf([...stated(0.6, 20, 10), ...stated(0.9, 30, 27)])
    expect(bins).toHaveLength(2)
    expect(bins[0]).toMatchObject({ from: 0.6, to: 0.6, came: 0.5, count: 20 })
    expect(bins[0]?.low).toBeCloseTo(0.2993, 4)
    expect(bins[0]?.high).toBeCloseTo(0.7007, 4)
    expect(bins[1]?.stated).toBeCloseTo(0.9, 10)
  })

  it('joins what is too little for a bin of its own to its neighbour', () => {
    expect(binsOf([...stated(0.6, 50, 30), ...stated(0.9, 9, 9)]).map(({ count }) => count)).toEqual([59])
  })

  const round = fc.record({ stated: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10), came: fc.boolean() })
  const exact = fc.record({ stated: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() })
  const many = fc.array(fc.oneof(round, exact), { minLength: 50, maxLength: 150 })

  it('has at most five bins of at least ten, that hold every forecast once and never overlap', () => {
    fc.assert(
      fc.property(many, (forecasts) => {
        const bins = binsOf(forecasts)
        expect(bins.length).toBeGreaterThanOrEqual(1)
        expect(bins.length).toBeLessThanOrEqual(5)
        expect(Math.min(...bins.map(({ count }) => count))).toBeGreaterThanOrEqual(10)
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts.length)
        for (const [at, { from, came, low, high }] of bins.entries()) {
          expect(from).toBeGreaterThan(bins[at - 1]?.to ?? -1)
          expect(low).toBeLessThanOrEqual(came + 1e-12)
          expect(high).toBeGreaterThanOrEqual(came - 1e-12)
        }
      }),
    )
  })

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 50, maxLength: 120 }), (forecasts) => {
        const counts = (some: Forecast[]) => binsOf(some).map(({ from, to, came, count }) => [from, to, came, count])
        expect(counts(forecasts.toReversed())).toEqual(counts(forecasts))
      }),
    )
  })
})
