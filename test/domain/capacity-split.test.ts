import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBuckets } from '../../src/domain/capacity/buckets.ts'
import { inBucket, isWhole, rebalance, type Split, sharesOf, sumOf } from '../../src/domain/capacity/split.ts'

const percent = fc.integer({ min: 0, max: 100 })
const bucket = fc.constantFrom('bets', 'platform', 'risk', 'research', 'constructor', '7')

/** What is left after each is handed out in turn; the last takes the rest. */
const someSplit = fc.uniqueArray(bucket, { minLength: 1 }).chain((keys) =>
  fc.array(percent, { minLength: keys.length, maxLength: keys.length }).map((wishes): Split => {
    let left = 100
    return Object.fromEntries(
      keys.map((key, at) => {
        const part = at === keys.length - 1 ? left : Math.min(left, wishes[at] ?? 0)
        left -= part
        return [key, part]
      }),
    )
  }),
)

describe('the buckets to begin with', () => {
  it('have floors that leave room, on technology alone, and keys of their own', () => {
    expect(defaultBuckets.map(({ key }) => key)).toEqual(['bets', 'platform', 'risk'])
    expect(defaultBuckets.map(({ floor }) => floor)).toEqual([null, 20, 15])
    expect(defaultBuckets.filter(({ floor }) => floor !== null).every(({ side }) => side === 'technology')).toBe(true)
  })
})

describe('a split', () => {
  it.each([
    [{ bets: 60, platform: 25, risk: 15 }, true],
    [{ bets: 100 }, true],
    [{ bets: 60, platform: 25, risk: 14 }, false],
    [{ bets: 60.5, platform: 24.5, risk: 15 }, false],
    [{ bets: 120, platform: -20 }, false],
    [{ bets: Number.NaN, platform: 100 }, false],
    [{}, false],
  ])('%j is whole: %s', (split, whole) => {
    expect(isWhole(split)).toBe(whole)
  })

  it.each([
    ['gives to the others in proportion', { bets: 60, platform: 25, risk: 15 }, 'bets', 20, [20, 50, 30]],
    ['takes from the others in proportion', { bets: 20, platform: 50, risk: 30 }, 'bets', 60, [60, 25, 15]],
    ['hands the odd point to the largest remainder', { bets: 60, platform: 25, risk: 15 }, 'bets', 55, [55, 28, 17]],
    ['hands it to the first of two equal ones', { bets: 50, platform: 25, risk: 25 }, 'bets', 49, [49, 26, 25]],
    ['leaves nothing when one takes all', { bets: 60, platform: 25, risk: 15 }, 'risk', 100, [0, 0, 100]],
    ['shares equally between those that had nothing', { bets: 100, platform: 0, risk: 0 }, 'bets', 60, [60, 20, 20]],
    ['keeps a bucket at nothing that had nothing', { bets: 60, platform: 40, risk: 0 }, 'bets', 50, [50, 50, 0]],
  ])('%s', (_, split, changed, value, expected) => {
    expect(Object.values(rebalance(split, changed, value))).toEqual(expected)
  })

  it('lets a new bucket in, and cannot take anything from one that is alone', () => {
    expect(rebalance({ bets: 60, platform: 40 }, 'research', 10)).toEqual({ bets: 54, platform: 36, research: 10 })
    expect(rebalance({ bets: 100 }, 'bets', 40)).toEqual({ bets: 100 })
  })

  it.each([-1, 101, 12.5, Number.NaN])('cannot set a bucket to %d percent', (value) => {
    expect(() => rebalance({ bets: 60, platform: 40 }, 'bets', value)).toThrow(RangeError)
  })

  it('totals 100 and never goes negative, whatever is changed and however often', () => {
    fc.assert(
      fc.property(someSplit, fc.array(fc.tuple(bucket, percent), { maxLength: 20 }), (split, changes) => {
        let now = split
        for (const [key, value] of changes) {
          now = rebalance(now, key, value)
          expect(isWhole(now)).toBe(true)
          if (Object.keys(now).length > 1) expect(inBucket(now, key)).toBe(value)
        }
      }),
    )
  })

  it('moves every other bucket by less than a point from its proportion, and keeps their order of size', () => {
    fc.assert(
      fc.property(someSplit, bucket, percent, (split, key, value) => {
        const others = Object.keys(split).filter((one) => one !== key)
        const had = others.reduce((sum, one) => sum + inBucket(split, one), 0)
        fc.pre(had > 0)
        const now = rebalance(split, key, value)
        for (const one of others) {
          expect(Math.abs(inBucket(now, one) - ((100 - value) * inBucket(split, one)) / had)).toBeLessThan(1)
          for (const other of others.filter((two) => inBucket(split, two) > inBucket(split, one)))
            expect(inBucket(now, other)).toBeGreaterThanOrEqual(inBucket(now, one))
        }
      }),
    )
  })

  it('does not change when a bucket is set to what it has', () => {
    fc.assert(
      fc.property(someSplit, (split) => {
        for (const [key, value] of Object.entries(split)) expect(rebalance(split, key, value)).toEqual(split)
      }),
    )
  })
})

describe('shares', () => {
  it('are parts of what there is, and cannot be told of nothing', () => {
    expect(sharesOf({ bets: 6, platform: 2, risk: 0 })).toEqual({ bets: 0.75, platform: 0.25, risk: 0 })
    expect(sharesOf({ bets: 60, platform: 25, risk: 15 })).toEqual({ bets: 0.6, platform: 0.25, risk: 0.15 })
    expect(sharesOf({ bets: 0, platform: 0 })).toBeNull()
    expect(sharesOf({})).toBeNull()
  })

  it('add up to everything, and do not change when everybody works twice as long', () => {
    const amounts = fc.dictionary(bucket, fc.double({ min: 0, max: 500, noNaN: true }))
    fc.assert(
      fc.property(amounts, (spent) => {
        const shares = sharesOf(spent)
        fc.pre(shares !== null && Object.values(spent).some((amount) => amount > 1e-6))
        expect(Object.values(shares ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(sharesOf(sumOf([spent, spent]))).toEqual(shares)
      }),
    )
  })
})
