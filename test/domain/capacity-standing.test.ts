import { describe, expect, it } from 'vitest'
import { defaultBuckets } from '../../src/domain/capacity/buckets.ts'
import { behindTheGap, standings } from '../../src/domain/capacity/standing.ts'
import { addDays } from '../../src/domain/time/days.ts'

const at = '2026-11-02'
const plan = (people: number, bets: number, platform: number) => ({
  ...{ people, availability: 0.8, split: { bets, platform, risk: 100 - bets - platform } },
})
const weeks = (bets: number, platform: number, risk: number, count = 4) =>
  Array.from({ length: count }, (_, ago) => ({ week: addDays(at, -7 * ago), personWeeks: { bets, platform, risk } }))

describe('how a quarter stands', () => {
  const teams = [
    { key: 'berth', plan: plan(9, 60, 25), weeks: weeks(7, 2.2, 0.8, 8) },
    { key: 'settle', plan: plan(7, 62, 20), weeks: weeks(8.2, 0.4, 1.4) },
  ]
  const { all, teams: rows } = standings(teams, at, defaultBuckets)
  const [berth, settle] = rows

  it('tells the drift of each team: the published example is .10', () => {
    expect(berth).toMatchObject({ people: 9, drift: 0.1, level: 'drift' })
    expect(settle).toMatchObject({ drift: 0.2, level: 'high' })
  })

  it('says which floors are broken, and whether for the second time', () => {
    expect(berth?.breaches).toEqual([{ bucket: 'risk', floor: 15, percent: 8, gap: 7, hard: true }])
    expect(settle?.breaches.map(({ bucket, gap, hard }) => [bucket, gap, hard])).toEqual([
      ['platform', 16, false],
      ['risk', 1, false],
    ])
    expect(all.breaches.map(({ bucket, percent }) => [bucket, percent])).toEqual([
      ['platform', 13],
      ['risk', 11],
    ])
  })

  it('names who is behind what is missing up to a floor', () => {
    expect(behindTheGap(teams, at, { bucket: 'platform', floor: 20 })).toEqual([{ key: 'settle', share: 1 }])
    expect(behindTheGap(teams, at, { bucket: 'risk', floor: 15 })[0]?.key).toBe('berth')
  })

  it('says nothing of what is not entered or not planned', () => {
    const [empty] = standings([{ key: 'data', plan: plan(5, 60, 25), weeks: [] }], null, defaultBuckets).teams
    expect(empty).toMatchObject({ actual: null, drift: null, level: null, breaches: [] })
    const unplanned = standings([{ key: 'data', plan: null, weeks: weeks(1, 1, 1) }], at, defaultBuckets)
    expect(unplanned.all).toMatchObject({ people: null, planned: null, drift: null, breaches: [] })
  })
})
