import { describe, expect, it } from 'vitest'
import type { Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import { type Reading, segmentsOf, standingOf } from '../../src/domain/scorecard/standing.ts'
import { statusesOf } from '../../src/domain/scorecard/status.ts'

const definition = {
  ...{ good: 'down' as const, rhythm: 'weekly' as const, scale: 'linear' as const },
  ...{ least: null, most: null, ratio: null },
}
const start = '2026-01-05'
const calm = [10, 11, 9, 10, 12, 10, 9, 11, 10, 12, 9, 10, 11, 10, 9, 12, 10, 11, 9, 10]

const weekly = (values: (number | null)[]): Reading[] =>
  values.map((value, at) => ({
    period: periodAfter(start, 'weekly', at),
    ...{ value, numerator: null, denominator: null },
  }))

const target = { startsOn: '1970-01-01', target: 12, guardrail: 20 }

/** What the scorecard says of these weekly values the day after the last week ended, and after more weeks passed. */
function statuses(values: (number | null)[], { later = 0, targets = [target] } = {}) {
  const standing = standingOf({ readings: weekly(values), definition, targets, starts: [], explained: new Set() })
  return statusesOf(standing, definition, periodAfter(start, 'weekly', values.length + later))
}

describe('Statuses of hand-made series, worst first', () => {
  const settled = [...calm]
  const cases: [string, string[], string[]][] = [
    ['nothing entered', statuses([]), ['no_data']],
    ['only a period with nothing to divide by', statuses([null]), ['no_data']],
    ['inside its target', statuses([10]), ['on_target']],
    ['exactly at its target', statuses([12]), ['on_target']],
    ['beyond its target, inside its guardrail', statuses([13]), ['off_target']],
    ['exactly at its guardrail', statuses([20]), ['off_target']],
    ['past its guardrail', statuses([21]), ['breached', 'off_target']],
    ['one entry inside after a breach', statuses([21, 11]), ['breached', 'on_target']],
    ['two entries inside after a breach', statuses([21, 11, 11]), ['on_target']],
    ['two entries inside, but not in a row', statuses([21, 11, 22, 11]), ['breached', 'on_target']],
    ['a gap between the two entries inside', statuses([21, 11, null, 11]), ['on_target']],
    ['nothing for one period', statuses([10], { later: 1 }), ['on_target']],
    ['nothing for two periods', statuses([10], { later: 2 }), ['stale', 'on_target']],
    ['a breach that went stale', statuses([21], { later: 2 }), ['breached', 'stale', 'off_target']],
    ['outside its limits, inside its guardrail', statuses([...settled, 19]), ['signal', 'off_target']],
    ['outside its limits to the good', statuses([...settled, 2]), ['on_target']],
    ['outside its limits and past its guardrail', statuses([...settled, 25]), ['breached', 'signal', 'off_target']],
    ['a signal of the past', statuses([...settled, 19, 10, 10]), ['on_target']],
    ['eight above the mean', statuses([...settled, ...Array(8).fill(11)]), ['signal', 'on_target']],
    ['no target yet', statuses([10], { targets: [] }), ['no_target']],
    [
      'no target yet, past its guardrail',
      statuses([25], { targets: [{ ...target, target: 12, guardrail: 20 }] }),
      ['breached', 'off_target'],
    ],
  ]
  it.each(cases)('%s', (_series, said, expected) => expect(said).toEqual(expected))
})

it('a target that changes judges each period by what held then', () => {
  const targets = [target, { startsOn: periodAfter(start, 'weekly', 1), target: 5, guardrail: 8 }]
  const standing = standingOf({ readings: weekly([10, 10]), definition, targets, starts: [], explained: new Set() })
  expect(standing).toMatchObject({ target: 5, guardrail: 8, breachedSince: periodAfter(start, 'weekly', 1) })
  expect(standing.recent.map(({ past }) => past)).toEqual([false, true])
})

it('a baseline begun for what is not entered yet leaves the one before it speaking', () => {
  const starts = [periodAfter(start, 'weekly', 30)]
  expect(segmentsOf({ readings: weekly(calm), definition, starts })).toHaveLength(1)
})

it('readings of a slower rhythm are not full of gaps once the metric is entered more often', () => {
  const months = (rhythm: Rhythm) =>
    calm.map((value, at) => ({
      ...{ period: periodAfter('2024-01-01', 'monthly', at), value, numerator: null, denominator: null, rhythm },
    }))
  const [segment] = segmentsOf({ readings: months('monthly'), definition, starts: [] })
  expect(segment?.stage).toBe('settled')
  expect(segment?.points).toHaveLength(20)
})
