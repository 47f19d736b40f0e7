import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drift, driftLevel, type Week, windowMean } from '../../src/domain/capacity/drift.ts'
import { sharesOf } from '../../src/domain/capacity/split.ts'
import { unplanned } from '../../src/domain/capacity/unplanned.ts'
import { addDays } from '../../src/domain/time/days.ts'

const buckets = ['bets', 'platform', 'risk']
const amount = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10)
const amounts = fc.tuple(amount, amount, amount).map(([bets, platform, risk]) => ({ bets, platform, risk }))
const shares = amounts.filter((spent) => sharesOf(spent) !== null).map((spent) => sharesOf(spent) ?? {})

const at = '2026-11-02'
const week = (ago: number, bets: number, platform: number, risk = 0): Week => ({
  week: addDays(at, -7 * ago),
  personWeeks: { bets, platform, risk },
})

describe('drift', () => {
  it('of the worked example is .10', () => {
    const plan = { bets: 0.6, platform: 0.25, risk: 0.15 }
    expect(drift({ bets: 0.7, platform: 0.22, risk: 0.08 }, plan)).toBe(0.1)
  })

  it('is zero when everything went as planned and 1 when nothing did', () => {
    expect(drift({ bets: 0.6, platform: 0.4 }, { bets: 0.6, platform: 0.4, risk: 0 })).toBe(0)
    expect(drift({ firefighting: 1 }, { bets: 0.6, platform: 0.4 })).toBe(1)
  })

  it.each([
    [0, 'steady'],
    [0.0799, 'steady'],
    [0.08, 'drift'],
    [0.1499, 'drift'],
    [0.15, 'high'],
    [1, 'high'],
  ])('of %d is %s', (value, level) => {
    expect(driftLevel(value)).toBe(level)
  })

  it('counts every point moved from one bucket to another once', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (bets, wish) => {
        const moved = Math.min(wish, bets)
        const plan = { bets: bets / 100, platform: (100 - bets) / 100 }
        const actual = { bets: (bets - moved) / 100, platform: (100 - bets + moved) / 100 }
        expect(drift(actual, plan)).toBe(moved / 100)
        expect(driftLevel(drift(actual, plan))).toBe(moved >= 15 ? 'high' : moved >= 8 ? 'drift' : 'steady')
      }),
    )
  })

  it('lies between nothing and everything, and is as far there as back', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        expect(drift(one, other)).toBeGreaterThanOrEqual(0)
        expect(drift(one, other)).toBeLessThanOrEqual(1)
        expect(drift(one, other)).toBe(drift(other, one))
        expect(drift(one, one)).toBe(0)
      }),
    )
  })

  it('of the whole is never more than that of the team that drifted most', () => {
    fc.assert(
      fc.property(shares, shares, shares, shares, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, c, d, part) => {
        const mix = (one: Readonly<Record<string, number>>, two: Readonly<Record<string, number>>) =>
          Object.fromEntries(buckets.map((key) => [key, part * (one[key] ?? 0) + (1 - part) * (two[key] ?? 0)]))
        expect(drift(mix(a, b), mix(c, d))).toBeLessThanOrEqual(Math.max(drift(a, c), drift(b, d)) + 1e-8)
      }),
    )
  })
})

describe('the mean of four weeks', () => {
  it('is of person-weeks, so that a week of leave counts for little', () => {
    expect(windowMean([week(1, 1, 0), week(0, 4, 5)], at)).toEqual({ bets: 0.5, platform: 0.5, risk: 0 })
  })

  it('adds up the teams of a week', () => {
    expect(windowMean([week(0, 3, 0), week(0, 0, 1)], at)).toEqual({ bets: 0.75, platform: 0.25, risk: 0 })
  })

  it('holds four weeks and no other, and takes what there is of them', () => {
    const weeks = [week(-1, 9, 0), week(3, 0, 2), week(4, 9, 0)]
    expect(windowMean(weeks, at)).toEqual({ bets: 0, platform: 1, risk: 0 })
  })

  it('cannot be told without an entry, or when nobody worked', () => {
    expect(windowMean([], at)).toBeNull()
    expect(windowMean([week(4, 3, 3), week(-1, 3, 3)], at)).toBeNull()
    expect(windowMean([week(0, 0, 0)], at)).toBeNull()
  })

  it('never leaves the range of its weeks, whatever the order they were entered in', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), (spent) => {
        const weeks = spent.map((personWeeks, ago) => ({ week: addDays(at, -7 * ago), personWeeks }))
        const mean = windowMean(weeks, at)
        fc.pre(mean !== null)
        const single = weeks.map(({ personWeeks }) => sharesOf(personWeeks)).filter((one) => one !== null)
        for (const key of buckets) {
          const of = single.map((one) => one[key] ?? 0)
          expect(mean?.[key]).toBeGreaterThanOrEqual(Math.min(...of) - 1e-9)
          expect(mean?.[key]).toBeLessThanOrEqual(Math.max(...of) + 1e-9)
          expect(windowMean(weeks.toReversed(), at)?.[key]).toBeCloseTo(mean?.[key] ?? Number.NaN, 9)
        }
      }),
    )
  })
})

describe('unplanned work', () => {
  it('is what broke and what was asked for, of all that was spent', () => {
    const spent = [
      { origin: 'planned', personWeeks: 6 },
      { origin: 'incident', personWeeks: 1 },
      { origin: 'ask', personWeeks: 0.5 },
      { origin: 'ask', personWeeks: 0.5 },
    ] as const
    expect(unplanned(spent)).toEqual({ share: 0.25, incidents: 0.125, asks: 0.125 })
  })

  it('cannot be told when nothing was spent', () => {
    expect(unplanned([])).toBeNull()
    expect(unplanned([{ origin: 'ask', personWeeks: 0 }])).toBeNull()
  })

  it('rises with every incident and falls with planned work', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 }), (asks, incidents, planned) => {
        const share = (more: { origin: 'planned' | 'incident'; personWeeks: number }) =>
          unplanned([
            { origin: 'planned', personWeeks: planned },
            { origin: 'incident', personWeeks: incidents },
            { origin: 'ask', personWeeks: asks },
            more,
          ])?.share ?? Number.NaN
        const now = share({ origin: 'planned', personWeeks: 0 })
        expect(share({ origin: 'incident', personWeeks: 1 })).toBeGreaterThan(now)
        expect(share({ origin: 'planned', personWeeks: 1 })).toBeLessThanOrEqual(now)
      }),
    )
  })
})
