import { describe, expect, it } from 'vitest'
import { baselineFault, runIn } from '../../src/domain/scorecard/baselines.ts'
import { behaviourOf } from '../../src/domain/scorecard/behaviour.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'

const measured = { good: 'up', scale: 'linear', least: null, most: null, factor: 1 } as const
const period = (at: number) => periodAfter('2026-01-05', 'weekly', at)
const newestOf = (values: number[]) =>
  behaviourOf(
    values.map((value, at) => ({ period: period(at), value })),
    measured,
    [],
  ).at(-1)

/** Twenty around 10, to and fro. */
const stable = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 9 : 11))
const moved = newestOf([...stable, ...Array.from({ length: 9 }, () => 10.4)])
const today = period(40)

describe('A new baseline', () => {
  it('may begin where eight successive values lay on one side of the mean', () => {
    // The value before the eight, 11, lies on that side too.
    expect(runIn(moved)).toBe(period(19))
    expect(baselineFault(moved, { startsOn: period(19), today, hasDecision: false })).toBeNull()
  })

  it('needs a logged change anywhere else, and everywhere while nothing has moved', () => {
    expect(baselineFault(moved, { startsOn: period(22), today, hasDecision: false })).toBe('needs_decision')
    expect(baselineFault(moved, { startsOn: period(22), today, hasDecision: true })).toBeNull()
    const still = newestOf(stable)
    expect(runIn(still)).toBeNull()
    expect(baselineFault(still, { startsOn: period(10), today, hasDecision: false })).toBe('needs_decision')
  })

  it('leaves the old ones as they are, and begins with nothing that cannot be measured yet', () => {
    expect(baselineFault(moved, { startsOn: period(0), today, hasDecision: true })).toBe('not_later')
    expect(baselineFault(moved, { startsOn: period(41), today, hasDecision: true })).toBe('not_begun')
    expect(baselineFault(undefined, { startsOn: period(3), today, hasDecision: true })).toBe('nothing_entered')
  })
})
