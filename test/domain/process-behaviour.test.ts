import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behaviourOf, type Measured, runStart } from '../../src/domain/scorecard/behaviour.ts'
import { limitsOf } from '../../src/domain/scorecard/limits.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import type { Entry } from '../../src/domain/scorecard/pooling.ts'
import { findingsIn } from '../../src/domain/scorecard/rules.ts'

const plain: Measured = { good: 'up', scale: 'linear', least: null, most: null, factor: 1 }
const weekly = (values: (number | null)[]): Entry[] =>
  values.map((value, at) => ({ period: periodAfter('2024-01-01', 'weekly', at), value }))
const only = (values: (number | null)[], measured = plain) => {
  const [segment] = behaviourOf(weekly(values), measured, [])
  if (!segment) throw new Error('There is no segment')
  return segment
}
const shown = (values: (number | null)[], measured = plain) =>
  only(values, measured).signals.map(({ period, rule, side, adverse }) => ({ period, rule, side, adverse }))

// Counts written as a ratio of two whole numbers are exact, so that a shift or a scale does not move a tie.
const some = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 20, maxLength: 40 })

describe('Published examples', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
  it('the flow rates of the NIST handbook', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    const limits = limitsOf(flow)
    expect(limits?.mean).toBeCloseTo(50.81, 9)
    expect(limits?.range).toBeCloseTo(1.8778, 4)
    expect(limits?.upper).toBeCloseTo(55.8049, 4)
    expect(limits?.lower).toBeCloseTo(45.8151, 4)
    expect(limits && findingsIn(flow, limits)).toEqual([])
  })

  // The tyre data of the SAS/QC documentation of the SHEWHART procedure.
  it('the tyres of the SAS documentation', () => {
    const tyres = [
      24.05, 23.99, 23.95, 23.93, 23.97, 24.02, 24.06, 24.1, 23.98, 24.03, 23.91, 24.06, 24.06, 23.96, 23.98, 24.06,
      24.01, 24.0, 23.93, 23.92, 24.09, 24.11, 24.05, 23.98, 23.98, 24.06, 24.02, 24.06, 23.97, 23.96,
    ]
    const limits = limitsOf(tyres)
    expect(Math.abs((limits?.mean ?? 0) - 24.0083)).toBeLessThan(2e-4)
    expect(Math.abs((limits?.range ?? 0) - 0.056897)).toBeLessThan(2e-4)
    expect(Math.abs((limits?.lower ?? 0) - 23.8571)).toBeLessThan(2e-4)
    expect(Math.abs((limits?.upper ?? 0) - 24.1596)).toBeLessThan(2e-4)
    expect(Math.abs((limits?.rangeLimit ?? 0) - 0.18585)).toBeLessThan(2e-4)
    expect(limits && findingsIn(tyres, limits)).toEqual([])
  })

  // Yearly flow at Aswan, 10⁸ m³, 1871 to 1970: R's data set `Nile`.
  it('the Nile at Aswan, whose flow fell in 1899', () => {
    const nile = [
      1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
      1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831,
      726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845,
      944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
      986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ]
    const entries = nile.map((value, at) => ({ period: `${1871 + at}-01-01`, value }))
    const [segment] = behaviourOf(entries, plain, [])
    expect(segment?.limits?.mean).toBeCloseTo(1070.85, 9)
    expect(segment?.limits?.upper).toBeCloseTo(1517.73, 9)
    expect(segment?.limits?.lower).toBeCloseTo(623.97, 9)
    expect(limitsOf(nile.slice(0, 20))?.rangeLimit).toBeCloseTo(549.02, 2)
    const years = (rule: string) =>
      segment?.signals.filter((one) => one.rule === rule).map(({ period }) => period.slice(0, 4))
    expect(years('1')).toEqual(['1913'])
    expect(years('2')?.[0]).toBe('1902')
    expect(years('3')?.[0]).toBe('1906')
    expect(segment && runStart(segment)).toBe('1899-01-01')
  })
})

describe('A metric judged by its own limits', () => {
  const calm = [10, 11, 9, 10, 12, 10, 9, 11, 10, 12, 9, 10, 11, 10, 9, 12, 10, 11, 9, 10]

  it('has no limits before its twelfth entry, provisional ones to its twentieth, then settled ones', () => {
    expect(only(calm.slice(0, 11)).stage).toBe('too_few')
    expect(only(calm.slice(0, 12)).stage).toBe('provisional')
    expect(only(calm.slice(0, 19)).stage).toBe('provisional')
    expect(only(calm).stage).toBe('settled')
  })

  it('never moves its settled limits, whatever comes later', () => {
    fc.assert(
      fc.property(some, fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 30 }), (first, later) => {
        expect(only([...first, ...later]).limits).toEqual(only(first).limits)
      }),
    )
  })

  it('hears rule 3 only from settled limits', () => {
    const low = Array.from({ length: 9 }, () => 10.1)
    expect(shown([...calm.slice(0, 12), ...low.slice(0, 7)])).toEqual([])
    expect(shown([...calm, ...low]).some(({ rule }) => rule === '3')).toBe(true)
  })

  it('says nothing where nothing varies', () => {
    expect(only(calm.map(() => 7)).stage).toBe('unvarying')
  })

  it('turns rules 2 and 3 off where each value resembles the one before', () => {
    const drifting = Array.from({ length: 24 }, (_, at) => 50 + 10 * Math.sin(at / 4) + (at % 2) * 0.5)
    const segment = only(drifting)
    expect(segment.autocorrelated).toBe(true)
    expect(segment.signals.filter(({ rule }) => rule === '2' || rule === '3')).toEqual([])
  })

  it('cuts a limit at a natural bound and expects no signal there', () => {
    const shares = [99, 97, 100, 96, 99, 100, 97, 98, 100, 96, 99, 97, 100, 98, 96, 99, 97, 100, 98, 99]
    const segment = only([...shares, 100, 100, 100, 100], { ...plain, most: 100 })
    expect(segment.limits).toMatchObject({ upper: 100, upperCut: true, lowerCut: false })
    expect(segment.signals.filter(({ rule, side }) => rule !== '3' && side === 'high')).toEqual([])
  })

  it('breaks a run at a missing period and at the mean', () => {
    const mean = calm.reduce((sum, value) => sum + value, 0) / calm.length
    const above = Array.from({ length: 7 }, () => mean + 0.2)
    const thirds = (gap: number | null) =>
      shown([...calm, 9, ...above.slice(0, 4), gap, ...above.slice(0, 4)]).filter(({ rule }) => rule === '3')
    expect(thirds(mean + 0.2)).not.toEqual([])
    expect(thirds(null)).toEqual([])
    expect(thirds(mean)).toEqual([])
  })

  it('takes periods together until they count three', () => {
    const entries: Entry[] = Array.from({ length: 60 }, (_, at) => ({
      period: periodAfter('2024-01-01', 'weekly', at),
      numerator: at % 2,
      denominator: 10,
      value: 10 * (at % 2),
    }))
    const [segment] = behaviourOf(entries, { ...plain, good: 'down', factor: 100, least: 0, most: 100 }, [])
    expect(segment?.points).toHaveLength(10)
    expect(segment?.points.every(({ value }) => value === 5)).toBe(true)
    expect(segment?.points[0]).toMatchObject({ from: '2024-01-01', period: periodAfter('2024-01-01', 'weekly', 5) })
  })

  it('begins anew only where it is told to, and keeps what was before', () => {
    const start = periodAfter('2024-01-01', 'weekly', 20)
    const [before, after] = behaviourOf(weekly([...calm, ...calm.map((value) => value + 20)]), plain, [start])
    expect(before?.signals).toEqual([])
    expect(after?.from).toBe(start)
    expect(after?.signals).toEqual([])
    expect((after?.limits?.mean ?? 0) - (before?.limits?.mean ?? 0)).toBeCloseTo(20, 9)
  })

  it('charts a log metric by its logarithm: ten times and a tenth are equally far', () => {
    const times = calm.map((value) => 10 ** (value / 10))
    const segment = only(times, { ...plain, scale: 'log' })
    const direct = only(calm)
    expect(Math.log10(segment.limits?.upper ?? 0) * 10).toBeCloseTo(direct.limits?.upper ?? 0, 6)
    expect(Math.log10(segment.limits?.mean ?? 0) * 10).toBeCloseTo(direct.limits?.mean ?? 0, 6)
  })
})

describe('What must not matter', () => {
  it('adding a constant to every value moves the limits by it and changes no signal', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -1000, max: 1000 }), (values, added) => {
        const moved = values.map((value) => value + added)
        expect(shown(moved)).toEqual(shown(values))
        const [was, is] = [only(values).limits, only(moved).limits]
        if (was && is) expect(is.upper - was.upper).toBeCloseTo(added, 6)
      }),
    )
  })

  it('measuring in another unit scales the limits and changes no signal', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(2, 4, 0.5, 1024), (values, scale) => {
        const scaled = values.map((value) => value * scale)
        expect(shown(scaled)).toEqual(shown(values))
        const [was, is] = [only(values).limits, only(scaled).limits]
        if (was && is) expect(is.lower).toBeCloseTo(was.lower * scale, 6)
      }),
    )
  })

  it('reversing what is good turns adverse and favourable round', () => {
    fc.assert(
      fc.property(some, (values) => {
        const turned = shown(values, { ...plain, good: 'down' }).map((one) => ({ ...one, adverse: !one.adverse }))
        expect(turned).toEqual(shown(values))
      }),
    )
  })

  it('the mirror image has the mirrored signals', () => {
    fc.assert(
      fc.property(some, (values) => {
        const mirrored = shown(values.map((value) => -value)).map(({ side, adverse, ...one }) => ({
          ...one,
          side: side === 'high' ? 'low' : 'high',
          adverse: !adverse,
        }))
        expect(mirrored).toEqual(shown(values))
      }),
    )
  })

  it('periods without an entry at the end change nothing', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (values, missing) => {
        expect(shown([...values, ...Array.from({ length: missing }, () => null)])).toEqual(shown(values))
      }),
    )
  })
})
