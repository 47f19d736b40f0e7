import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedSplit, readSplit, without } from '../../src/domain/capacity/entered.ts'
import { movesBetween, orderAfter } from '../../src/domain/capacity/ordering.ts'
import { plannedPercent } from '../../src/domain/capacity/planned.ts'
import { remaining } from '../../src/domain/capacity/remaining.ts'
import { isWhole } from '../../src/domain/capacity/split.ts'
import { quarterBefore, quarterOfWeek, weekNumber, weeksOf } from '../../src/domain/capacity/weeks.ts'
import { quarterAfter } from '../../src/domain/time/quarter.ts'

const percent = fc.integer({ min: 0, max: 100 }).map(String)
const cell = fc.oneof(percent, fc.constantFrom('', '=', ' 20 ', '1e2', '-5', '20.5', 'x'))
const row = fc.dictionary(fc.constantFrom('bets', 'platform', 'risk', 'total', 'split'), cell, { minKeys: 1 })

describe('a row of the plan as it is typed', () => {
  it('is taken when it totals 100, and else says what it comes to', () => {
    expect(readSplit({ bets: '60', platform: '25', risk: '15' })).toEqual({
      split: { bets: 60, platform: 25, risk: 15 },
    })
    expect(readSplit({ bets: '60', platform: '25', risk: '11' })).toEqual({ total: 96 })
    expect(readSplit({ bets: '60', platform: '25', risk: 'x' })).toEqual({ notWhole: 'risk' })
  })

  it('gives what is left to =', () => {
    expect(readSplit({ bets: '60', platform: '=', risk: '' })).toEqual({ split: { bets: 60, platform: 40, risk: 0 } })
    expect(readSplit({ bets: '90', platform: '=', risk: '20' })).toEqual({ total: 110 })
    expect(changedSplit({ bets: 60, platform: 25, risk: 15 }, 'bets', '=')).toEqual({
      split: { bets: 60, platform: 25, risk: 15 },
    })
  })

  it('never becomes a split that does not total 100, whatever is typed', () => {
    fc.assert(
      fc.property(row, (typed) => {
        const read = readSplit(typed)
        return !('split' in read) || isWhole(read.split)
      }),
    )
  })

  it('keeps totalling 100 however its cells are changed, one after the other', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('bets', 'platform', 'risk'), cell), { maxLength: 8 })
    fc.assert(
      fc.property(changes, (all) => {
        let split: Record<string, number> = { bets: 62, platform: 20, risk: 18 }
        for (const [bucket, text] of all) {
          const read = changedSplit(split, bucket, text)
          if ('split' in read) split = read.split
        }
        return isWhole(split) && Object.keys(split).length === 3
      }),
    )
  })

  it('gives the part of a retired bucket to the others', () => {
    expect(without({ bets: 60, platform: 20, risk: 20 }, 'risk')).toEqual({ bets: 75, platform: 25 })
  })
})

it('all teams together are planned for shares of their person-weeks, not of their number', () => {
  const teams = [
    { people: 30, availability: 0.8, split: { bets: 100, platform: 0 } },
    { people: 10, availability: 0.8, split: { bets: 0, platform: 100 } },
  ]
  expect(plannedPercent(teams)).toEqual({ bets: 75, platform: 25 })
  expect(plannedPercent([])).toEqual({})
})

describe('the weeks of a quarter', () => {
  it('belong to it by their Thursday, as ISO weeks belong to their year', () => {
    const weeks = weeksOf({ year: 2026, quarter: 4 })
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-09-28', '2026-12-28', 14])
    expect(weeksOf({ year: 2027, quarter: 1 })[0]).toBe('2027-01-04')
    expect(weekNumber('2026-09-28', '2026-10-08')).toBe(2)
  })

  it('follow one another without a gap, each in one quarter', () => {
    let quarter = { year: 2019, quarter: 1 }
    let last = ''
    for (let at = 0; at < 60; at += 1) {
      const weeks = weeksOf(quarter)
      if (last) expect(weekNumber(last, weeks[0] ?? '')).toBe(2)
      expect(weeks.map(quarterOfWeek)).toEqual(weeks.map(() => quarter))
      expect(quarterBefore(quarterAfter(quarter))).toEqual(quarter)
      last = weeks.at(-1) ?? ''
      quarter = quarterAfter(quarter)
    }
  })
})

describe('moving initiatives', () => {
  it('the moves between two orders lead from one to the other', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.nat()), (from, dice) => {
        const to = from
          .map((id) => ({ id, by: dice.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ id }) => id)
        expect(orderAfter(from, movesBetween(from, to))).toEqual(to)
      }),
    )
    expect(movesBetween([1, 2, 3], [1, 2, 3])).toEqual([])
    expect(movesBetween([1, 2, 3, 4], [4, 1, 2, 3])).toEqual([{ item: 4, rank: 1 }])
  })
})

describe('what is left to do', () => {
  const item = (id: number, effort: number, state: 'done' | 'begun' | 'waiting') => ({
    ...{ id, effort, state, team: 'settle', bucket: 'bets' },
  })
  const left = (spent: number, ...items: ReturnType<typeof item>[]) =>
    remaining(items, () => spent).map(({ id, effort }) => [id, effort])

  it('is the effort less what the team spent: on what shipped first, then on what it delivers, in order', () => {
    const items = [item(1, 6, 'begun'), item(2, 4, 'waiting'), item(3, 5, 'done'), item(4, 8, 'begun')]
    expect(left(14, ...items)).toEqual([
      [1, 0],
      [2, 4],
      [4, 5],
    ])
    expect(left(0, ...items)).toEqual([
      [1, 6],
      [2, 4],
      [4, 8],
    ])
  })
})
