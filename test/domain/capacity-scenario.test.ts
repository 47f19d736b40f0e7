import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBuckets } from '../../src/domain/capacity/buckets.ts'
import { forecast } from '../../src/domain/capacity/forecast.ts'
import {
  type Base,
  compare,
  type PlannedItem,
  queues,
  type Scenario,
  unchanged,
} from '../../src/domain/capacity/scenario.ts'
import { addDays } from '../../src/domain/time/days.ts'

const from = '2026-11-16'
const planned = (id: number, team: string, bucket: string, effort: number, due: number | null): PlannedItem => ({
  id,
  team,
  bucket,
  effort,
  due,
})
const team = (key: string, people: number, bets: number, platform: number) => ({
  key,
  people,
  availability: 0.8,
  efficiency: 1,
  split: { bets, platform, risk: 100 - bets - platform },
})

/** Two teams of ten and five with six weeks left; in the last four platform got 15 % instead of 25. */
const base: Base = {
  from,
  weeks: 6,
  teams: [team('settle', 10, 60, 25), team('data', 5, 60, 25)],
  buckets: defaultBuckets,
  items: [
    planned(18, 'settle', 'bets', 24, 5),
    planned(31, 'settle', 'bets', 4.8, 6),
    planned(22, 'settle', 'platform', 8, 4),
    planned(29, 'data', 'bets', 4.8, 2),
    planned(27, 'data', 'platform', 12, null),
  ],
  recent: [4, 3, 2, 1].map((ago) => ({
    week: addDays(from, -7 * ago),
    personWeeks: { bets: 8.4, platform: 1.8, risk: 1.8 },
  })),
}
const scenario = (changes: Partial<Scenario>): Scenario => ({ ...unchanged, ...changes })
const only = (changes: Partial<Scenario>) => {
  const [outcome] = compare(base, [scenario(changes)])
  if (!outcome) throw new Error('One scenario has one outcome')
  return outcome
}
const ids = (items: readonly PlannedItem[]) => items.map(({ id }) => id)

describe('a plan that nothing changes', () => {
  const outcome = only({})

  it('finishes each item by its own team’s share of its bucket', () => {
    expect(outcome.items.map(({ id, finish, late, below }) => [id, finish, late, below])).toEqual([
      [18, 5, false, false],
      [31, 6, false, false],
      [22, 4, false, false],
      [29, 2, false, false],
      [27, 12, false, true],
    ])
  })

  it('splits all person-weeks as its teams do', () => {
    expect(outcome.shares?.bets).toBeCloseTo(0.6, 10)
    expect(outcome.shares?.platform).toBeCloseTo(0.25, 10)
    expect(outcome.shares?.risk).toBeCloseTo(0.15, 10)
  })

  it('holds a floor from the week in which the mean of four weeks is back above it', () => {
    // Platform was 15 %; with 25 % planned the mean is 17.5, 20, 22.5 and 25.
    expect(outcome.floors).toEqual([
      { bucket: 'platform', floor: 20, heldFrom: 2 },
      { bucket: 'risk', floor: 15, heldFrom: 1 },
    ])
  })

  it('displaces nothing', () => {
    expect(outcome).toMatchObject({ newlyLate: [], displaced: [], displacedPersonWeeks: 0 })
  })
})

describe('a scenario', () => {
  it('that moves a team to platform makes its bets late, and counts them as displaced', () => {
    const outcome = only({ splits: { settle: { bets: 30, platform: 55, risk: 15 } } })
    expect(outcome.items.map(({ id, finish }) => [id, finish])).toEqual([
      [18, 10],
      [31, 12],
      [22, 2],
      [29, 2],
      [27, 12],
    ])
    expect(ids(outcome.newlyLate)).toEqual([18, 31])
    expect(outcome.displacedPersonWeeks).toBeCloseTo(28.8, 10)
    // Two thirds of the person-weeks are Settle's.
    expect(outcome.shares?.bets).toBeCloseTo((2 * 0.3 + 0.6) / 3, 10)
    expect(outcome.floors[0]).toEqual({ bucket: 'platform', floor: 20, heldFrom: 1 })
  })

  it('that plans below a floor breaks it, though the weeks before still hold it up for a while', () => {
    const starved = scenario({ splits: { settle: { bets: 85, platform: 0, risk: 15 } } })
    const rich = base.recent.map(({ week }) => ({ week, personWeeks: { bets: 6, platform: 4, risk: 2 } }))
    const [outcome] = compare({ ...base, recent: rich }, [starved])
    expect(outcome?.floors[0]?.heldFrom).toBeNull()
  })

  it('that moves an item up finishes it sooner, and those it passed later', () => {
    const outcome = only({ ranks: [{ item: 31, rank: 1 }] })
    expect(outcome.items.map(({ id, finish }) => [id, finish]).slice(0, 2)).toEqual([
      [31, 1],
      [18, 6],
    ])
    expect(ids(outcome.newlyLate)).toEqual([18])
    expect(outcome.displacedPersonWeeks).toBe(24)
  })

  it('that moves an item to the end puts it below the line, late or not', () => {
    const items = base.items.map((item) => ({ ...item, due: null }))
    const more = [...items, planned(40, 'settle', 'bets', 40, null)]
    const [outcome] = compare({ ...base, items: more }, [scenario({ ranks: [{ item: 31, rank: 99 }] })])
    expect(ids(outcome?.items ?? [])).toEqual([18, 22, 29, 27, 40, 31])
    expect(outcome?.newlyLate).toEqual([])
    expect(ids(outcome?.displaced ?? [])).toEqual([31])
  })

  it('counts people from the week they come or leave in, and never fewer than none', () => {
    const outcome = only({ people: [{ team: 'settle', change: -25, from: 3 }] })
    expect(outcome.items.map(({ finish }) => finish)).toEqual([null, null, null, 2, 12])
    // Settle works two weeks of the six: 16 person-weeks of 40.
    expect(outcome.shares?.bets).toBeCloseTo(0.6, 10)
    const joined = only({ people: [{ team: 'data', change: 5, from: 2 }] })
    expect(joined.items.map(({ finish }) => finish).slice(3)).toEqual([2, 7])
  })

  it('passes over teams and items that are no longer there', () => {
    const gone = {
      splits: { gone: { bets: 100 } },
      ranks: [{ item: 7, rank: 1 }],
      people: [{ team: 'gone', change: 9, from: 1 }],
    }
    expect(only(gone)).toEqual(only({}))
  })

  it('stands beside the others in the order given', () => {
    const two = [scenario({ ranks: [{ item: 31, rank: 1 }] }), unchanged]
    expect(compare(base, two)).toEqual(two.map((one) => only(one)))
  })

  it('has one queue for each team and bucket, whose forecast is the one compared', () => {
    const found = queues(base, unchanged)
    expect(found.map(({ team, bucket, items }) => [team, bucket, ids(items)])).toEqual([
      ['settle', 'bets', [18, 31]],
      ['settle', 'platform', [22]],
      ['data', 'bets', [29]],
      ['data', 'platform', [27]],
    ])
    expect(found.flatMap(({ items, weekly }) => forecast(items, weekly)).map(({ finish }) => finish)).toEqual(
      only({}).items.map(({ finish }) => finish),
    )
  })
})

describe('any scenario', () => {
  const teamKey = fc.constantFrom('settle', 'data')
  const split = fc.tuple(fc.nat(100), fc.nat(100)).map(([bets, wish]) => {
    const platform = Math.min(wish, 100 - bets)
    return { bets, platform, risk: 100 - bets - platform }
  })
  const ranks = fc.array(fc.record({ item: fc.constantFrom(18, 31, 22, 29, 27), rank: fc.nat(7) }), { maxLength: 4 })
  const people = fc.array(
    fc.record({ team: teamKey, change: fc.integer({ min: -4, max: 4 }), from: fc.integer({ min: 1, max: 8 }) }),
    { maxLength: 4 },
  )
  const someScenario = fc.record({ splits: fc.dictionary(teamKey, split), ranks, people })
  const never = Number.POSITIVE_INFINITY

  it('keeps every item, splits all there is, and displaces no more than there is to do', () => {
    fc.assert(
      fc.property(someScenario, (some) => {
        const outcome = only(some)
        expect(ids(outcome.items).toSorted()).toEqual(ids(base.items).toSorted())
        if (outcome.shares)
          expect(Object.values(outcome.shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(outcome.displacedPersonWeeks).toBeLessThanOrEqual(53.6 + 1e-9)
        expect(outcome.newlyLate.every((item) => ids(outcome.displaced).includes(item.id))).toBe(true)
      }),
    )
  })

  it('that only adds people makes nothing late and displaces nothing', () => {
    fc.assert(
      fc.property(people, (some) => {
        const outcome = only({ people: some.map((one) => ({ ...one, change: Math.abs(one.change) })) })
        expect(outcome).toMatchObject({ newlyLate: [], displaced: [], displacedPersonWeeks: 0 })
      }),
    )
  })

  it('that changes one team finishes the items of the others when they would have been', () => {
    fc.assert(
      fc.property(split, (changed) => {
        const others = (items: readonly (PlannedItem & { finish: number | null })[]) =>
          items.filter((item) => item.team === 'data').map(({ finish }) => finish)
        expect(others(only({ splits: { settle: changed } }).items)).toEqual(others(only({}).items))
      }),
    )
  })

  it('that moves one item up never finishes it later, nor any other sooner', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(5), (at, wish) => {
        const rank = Math.min(wish, at + 1)
        const item = base.items[at]?.id ?? 0
        const before = new Map(only({}).items.map(({ id, finish }) => [id, finish ?? never]))
        for (const { id, finish } of only({ ranks: [{ item, rank }] }).items) {
          const was = before.get(id) ?? never
          if (id === item) expect(finish ?? never).toBeLessThanOrEqual(was)
          else expect(finish ?? never).toBeGreaterThanOrEqual(was)
        }
      }),
    )
  })

  it('whose teams all plan above the floors holds them from the fourth week at the latest', () => {
    const enough = fc
      .tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 15, max: 50 }))
      .map(([platform, risk]) => ({ bets: 100 - platform - risk, platform, risk }))
    fc.assert(
      fc.property(enough, enough, people, (settle, data, some) => {
        for (const { heldFrom } of only({ splits: { settle, data }, people: some }).floors) {
          expect(heldFrom).not.toBeNull()
          expect(heldFrom ?? never).toBeLessThanOrEqual(4)
        }
      }),
    )
  })
})
