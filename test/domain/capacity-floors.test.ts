import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBuckets } from '../../src/domain/capacity/buckets.ts'
import type { Week } from '../../src/domain/capacity/drift.ts'
import { actualBreaches, floorsNeedingException, planBreaches } from '../../src/domain/capacity/floors.ts'
import { addDays } from '../../src/domain/time/days.ts'

const at = '2026-11-02'

/** The newest first, in percent of ten person-weeks. */
const history = (...platform: number[]): Week[] =>
  platform.map((percent, ago) => ({
    week: addDays(at, -7 * ago),
    personWeeks: { bets: (80 - percent) / 10, platform: percent / 10, risk: 2 },
  }))

const somePlan = fc.tuple(fc.nat(100), fc.nat(100)).map(([bets, rest]) => ({
  bets,
  platform: Math.min(rest, 100 - bets),
  risk: 100 - bets - Math.min(rest, 100 - bets),
}))

describe('a floor, in a plan', () => {
  it('is broken by what lies below it, not by what lies on it', () => {
    expect(planBreaches({ bets: 65, platform: 20, risk: 15 }, defaultBuckets)).toEqual([])
    expect(planBreaches({ bets: 71, platform: 14, risk: 15 }, defaultBuckets)).toEqual([
      { bucket: 'platform', floor: 20, percent: 14, gap: 6 },
    ])
    expect(planBreaches({ bets: 100 }, defaultBuckets).map(({ bucket, gap }) => [bucket, gap])).toEqual([
      ['platform', 20],
      ['risk', 15],
    ])
  })

  it('that every team keeps is kept by all of them together', () => {
    const kept = fc
      .tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 15, max: 50 }))
      .map(([platform, risk]) => ({ bets: 100 - platform - risk, platform, risk }))
    fc.assert(
      fc.property(fc.array(fc.tuple(kept, fc.integer({ min: 1, max: 20 })), { minLength: 1 }), (teams) => {
        expect(teams.flatMap(([plan]) => planBreaches(plan, defaultBuckets))).toEqual([])
        const spent = teams.map(([plan, people]) => ({
          week: at,
          personWeeks: Object.fromEntries(
            Object.entries(plan).map(([key, percent]) => [key, (people * percent) / 100]),
          ),
        }))
        expect(actualBreaches(spent, at, defaultBuckets)).toEqual([])
      }),
    )
  })
})

describe('an exception to a floor', () => {
  const plan = { bets: 71, platform: 14, risk: 15 }
  const needing = (bucket: string, ends: string | null) =>
    floorsNeedingException(plan, defaultBuckets, [{ bucket, ends }], at).map((one) => one.bucket)

  it.each([
    ['covers its bucket to its last day', 'platform', at, []],
    ['covers nothing from the next day on', 'platform', '2026-11-01', ['platform']],
    ['covers nothing without an end', 'platform', null, ['platform']],
    ['covers no other bucket', 'risk', '2026-12-31', ['platform']],
  ])('%s', (_, bucket, ends, expected) => {
    expect(needing(bucket, ends)).toEqual(expected)
  })

  it('is asked for exactly by the floors a plan breaks, while there is none', () => {
    fc.assert(
      fc.property(somePlan, (some) => {
        const breaches = planBreaches(some, defaultBuckets)
        expect(floorsNeedingException(some, defaultBuckets, [], at)).toEqual(breaches)
        const granted = breaches.map(({ bucket }) => ({ bucket, ends: '2026-12-31' }))
        expect(floorsNeedingException(some, defaultBuckets, granted, at)).toEqual([])
      }),
    )
  })
})

describe('a floor, in what was done', () => {
  const found = (...platform: number[]) =>
    actualBreaches(history(...platform), at, defaultBuckets).map(({ bucket, gap, hard }) => [bucket, gap, hard])

  it('is broken by the mean of four weeks', () => {
    expect(found(12, 14, 18, 20)).toEqual([['platform', 4, false]])
    expect(found(12, 20, 24, 24)).toEqual([])
  })

  it('is held by exactly its percent, though tenths do not add up exactly', () => {
    const tenth = { week: at, personWeeks: { bets: 0.7, platform: 0.1, risk: 0.2 } }
    const more = { week: at, personWeeks: { bets: 0.6, platform: 0.3, risk: 0.1 } }
    expect(actualBreaches([tenth, more], at, defaultBuckets)).toEqual([])
  })

  it('is broken hard when the four weeks before were below it, too', () => {
    expect(found(14, 14, 14, 14, 14, 14, 14, 14)).toEqual([['platform', 6, true]])
    expect(found(14, 14, 14, 14, 20, 20, 20, 20)).toEqual([['platform', 6, false]])
    expect(found(20, 20, 20, 20, 14, 14, 14, 14)).toEqual([])
  })

  it('says nothing about weeks without entries', () => {
    expect(found()).toEqual([])
    expect(actualBreaches(history(14), addDays(at, 28), defaultBuckets)).toEqual([])
  })

  it('is never broken hard by a single bad week', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.nat(20), fc.integer({ min: 20, max: 40 }), (bad, percent, usual) => {
        const weeks = Array.from({ length: 12 }, (_, ago) => (ago === bad ? percent : usual))
        expect(found(...weeks).filter(([, , hard]) => hard)).toEqual([])
      }),
    )
  })

  it('is broken by the points that are missing, and by no more when a bucket gets more', () => {
    const percents = fc.array(fc.nat(60), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(percents, fc.nat(7), (weeks, raised) => {
        const gapOf = (list: number[]) =>
          actualBreaches(history(...list), at, defaultBuckets).find(({ bucket }) => bucket === 'platform')?.gap ?? 0
        const more = weeks.map((percent, ago) => (ago === raised ? percent + 10 : percent))
        expect(gapOf(more)).toBeLessThanOrEqual(gapOf(weeks))
        for (const { floor, percent, gap } of actualBreaches(history(...weeks), at, defaultBuckets)) {
          expect(gap).toBeGreaterThan(0)
          expect(percent + gap).toBeCloseTo(floor, 8)
        }
      }),
    )
  })
})
