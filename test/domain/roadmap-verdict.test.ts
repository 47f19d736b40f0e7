import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Evidence,
  type Held,
  type HeldReason,
  type InitiativeVerdict,
  type Moved,
  type MovedReason,
  verdictFor,
  verdictOf,
} from '../../src/domain/roadmap/verdict.ts'
import { goods, type Rhythm, rhythms } from '../../src/domain/scorecard/catalogue.ts'
import { periodAfter, periodOf } from '../../src/domain/scorecard/periods.ts'
import { isPast } from '../../src/domain/scorecard/status.ts'
import { addDays } from '../../src/domain/time/days.ts'

type Primary = Evidence['primary']
type Guard = Evidence['guardrail']

const monday = '2025-01-06'
const reading = (period: string, value: number | null) => ({ period, value, numerator: null, denominator: null })
const from = (start: string, values: readonly (number | null)[], rhythm: Rhythm = 'weekly') =>
  values.map((value, at) => reading(periodAfter(start, rhythm, at), value))
const repeated = <Value>(count: number, ...values: Value[]): Value[] =>
  Array.from({ length: count }, (_, at) => values[at % values.length] as Value)

// Mean 50, mean moving range 2: limits 44.68 and 55.32, range limit 6.536, halfway to the limits 47.34 and 52.66.
const steady = repeated(20, 49, 51)
const plain: Primary['definition'] = {
  ...{ good: 'up', rhythm: 'weekly', scale: 'linear', least: null, most: null, ratio: null },
}
const primary = (readings: Primary['readings'], change: Partial<Primary['definition']> = {}, leastEffect = 1) => ({
  ...{ readings, starts: [], leastEffect, definition: { ...plain, ...change } },
})
const guarded = (start: string, values: readonly (number | null)[], rhythm: Rhythm = 'weekly'): Guard => ({
  ...{ good: 'down', rhythm },
  readings: from(start, values, rhythm).map(({ period, value }) => ({ period, value, guardrail: 10, adverse: false })),
})

/** Twenty whole weeks before the launch, which is on a Wednesday; the week after that is the first that counts. */
const launchedOn = '2025-05-28'
const launchWeek = '2025-05-26'
const firstWeek = '2025-06-02'
const inside = guarded(firstWeek, [5, 5])
const since = (
  after: readonly (number | null)[],
  {
    before = steady as readonly (number | null)[],
    change = {} as Partial<Primary['definition']>,
    leastEffect = 1,
  } = {},
) =>
  verdictOf({
    ...{ launchedOn, guardrail: inside, experiment: null },
    primary: primary(
      [...from(periodAfter(launchWeek, 'weekly', -before.length), before), ...from(firstWeek, after)],
      change,
      leastEffect,
    ),
  })

describe('The verdict', () => {
  const table: Record<Moved, Record<Held, InitiativeVerdict>> = {
    yes: { yes: 'win', no: 'trade_off', unknown: 'inconclusive' },
    no: { yes: 'not_proven', no: 'harm', unknown: 'inconclusive' },
    unclear: { yes: 'inconclusive', no: 'inconclusive', unknown: 'inconclusive' },
  }
  const moving: Record<Moved, number[]> = { yes: [56, 56], no: repeated(8, 49, 51), unclear: [49, 51] }
  const holding: Record<Held, number[]> = { yes: [5, 5], no: [5, 11], unknown: [5] }
  for (const moved of ['yes', 'no', 'unclear'] as const)
    for (const held of ['yes', 'no', 'unknown'] as const)
      it(`with moved ${moved} and held ${held} is ${table[moved][held]}`, () => {
        expect(verdictFor(moved, held)).toBe(table[moved][held])
        const found = verdictOf({
          ...{ launchedOn, guardrail: guarded(firstWeek, holding[held]), experiment: null },
          primary: primary([...from(monday, steady), ...from(firstWeek, moving[moved])]),
        })
        expect(found).toMatchObject({ moved, held, verdict: table[moved][held] })
      })
})

describe('Whether the primary metric moved', () => {
  type Case = [string, (number | null)[], Moved, MovedReason[]]
  const cases: Case[] = [
    ['nothing came since', [], 'unclear', ['too_few_after']],
    ['seven are as before', repeated(7, 49, 51), 'unclear', ['too_few_after']],
    ['eight are as before', repeated(8, 49, 51), 'no', ['no_signal']],
    ['of eight one has no value', [49, 51, 49, null, 51, 49, 51, 49], 'unclear', ['too_few_after']],
    ['one is beyond the limit', [55.4], 'yes', ['signal']],
    ['one is at the limit', [55.32], 'unclear', ['too_few_after']],
    ['three of four are near the limit', [53, 50, 53, 53], 'yes', ['signal']],
    ['eight are above the mean', repeated(8, 51), 'yes', ['signal']],
    ['a missing entry breaks the eight', [...repeated(7, 51), null, 51], 'no', ['no_signal']],
    ['it moved by less than counts', repeated(8, 50.9), 'unclear', ['below_least_effect']],
    ['it moved and came back', [56, ...repeated(12, 49, 51)], 'unclear', ['below_least_effect']],
    ['it moved, but less than counts so far', [56, 45, 45, 45], 'unclear', ['below_least_effect']],
    ['it moved for the worse, so far', [44], 'unclear', ['too_few_after']],
    ['it moved for the worse', repeated(8, 49), 'no', ['adverse_signal']],
    ['it moved for the worse, then for the better', [44, 44, 56, 57, 58, 57], 'yes', ['signal']],
  ]
  it.each(cases)('when %s', (_what, after, moved, because) => {
    expect(since(after)).toMatchObject({ moved, because: [...because, 'guardrail_held'] })
  })

  it.each(cases)('when %s, where less is better', (_what, after, moved, because) => {
    const mirrored = (values: readonly (number | null)[]) => values.map((value) => value && 100 - value)
    const found = since(mirrored(after), { before: mirrored(steady), change: { good: 'down' } })
    expect(found).toMatchObject({ moved, because: [...because, 'guardrail_held'] })
  })

  it('just as much as counts is enough, whatever the decimals', () => {
    expect(since(repeated(8, 51), { leastEffect: 1 }).moved).toBe('yes')
    // 2.4 − 2.2 is less than 0.2 to a computer.
    const decimals = { before: repeated(20, 2.1, 2.3) }
    expect(since(repeated(8, 2.4), { ...decimals, leastEffect: 0.2 }).moved).toBe('yes')
    expect(since(repeated(8, 2.4), { ...decimals, leastEffect: 0.200001 }).moved).toBe('unclear')
  })

  it('without a least effect any change for the better counts, but none and a worse one do not', () => {
    expect(since(repeated(8, 50.001), { leastEffect: 0 }).moved).toBe('yes')
    expect(since([56, 44], { leastEffect: 0 }).moved).toBe('unclear')
    expect(since([56, 46, 46], { leastEffect: 0 }).moved).toBe('unclear')
  })

  // Mean 50, mean moving range 1, and nothing of the noise that the runs are made for.
  const wave = [50, 51, 52, 53, 54, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 46, 47, 48, 49]
  const limits: [string, (number | null)[], (number | null)[], Moved, MovedReason][] = [
    ['eleven entries before', repeated(11, 49, 51), repeated(8, 60), 'unclear', 'too_few_before'],
    ['none before', [], repeated(8, 60), 'unclear', 'too_few_before'],
    ['no variation before', repeated(20, 50), repeated(8, 60), 'unclear', 'unvarying_before'],
    ['twelve before, a point beyond', repeated(12, 49, 51), [56], 'yes', 'signal'],
    ['twelve before, a run', repeated(12, 49, 51), repeated(8, 51), 'no', 'no_signal'],
    ['each like the one before', wave, repeated(8, 51), 'no', 'no_signal'],
  ]
  it.each(limits)('with %s', (_what, before, after, moved, because) => {
    expect(since(after, { before })).toMatchObject({ moved, because: [because, 'guardrail_held'] })
  })

  it('without limits cannot be told by waiting', () => {
    expect(since([60], { before: [49, 51] })).toMatchObject({ verdict: 'inconclusive', earliest: null })
  })

  it('is held against limits locked before the launch, which what came later does not move', () => {
    // Fourteen before: the next six would widen the limits beyond the fifty-six.
    expect(since([60, 40, 60, 40, 60, 56], { before: repeated(14, 49, 51) }).because).toContain('signal')
    // After the twentieth value nothing moves them, before the launch either.
    const wild = [...steady, ...repeated(8, 30, 70)]
    expect(since([56], { before: wild }).moved).toBe('yes')
  })

  it('is held against the newest baseline before the launch, and not against one begun since', () => {
    const before = [...repeated(20, 19, 21), ...steady]
    const start = periodAfter(launchWeek, 'weekly', -40)
    const found = (starts: string[], after: number[]) =>
      verdictOf({
        ...{ launchedOn, guardrail: inside, experiment: null },
        primary: { ...primary([...from(start, before), ...from(firstWeek, after)]), starts },
      })
    expect(found([monday], repeated(8, 49, 51)).because).toContain('no_signal')
    expect(found([], repeated(8, 49, 51)).because).toContain('signal')
    expect(found([monday, firstWeek], repeated(8, 56)).because).toContain('signal')
    expect(found(['2025-03-31'], repeated(8, 56)).because).toContain('too_few_before')
  })

  it('counts only a pattern that lies wholly after the launch', () => {
    const rising = [...steady, ...repeated(6, 51)]
    expect(since(repeated(7, 51), { before: rising }).because).toContain('too_few_after')
    expect(since([56], { before: [...steady, 49] }).moved).toBe('yes')
  })

  it('says when it was moving before', () => {
    const moving = { before: [...steady, ...repeated(8, 51)] }
    expect(since([56], moving)).toMatchObject({
      moved: 'yes',
      because: ['signal', 'moving_before_launch', 'guardrail_held'],
    })
    expect(since([56], { before: [...moving.before, 49] }).because).not.toContain('moving_before_launch')
    expect(since([56], { before: [...steady, ...repeated(8, 49)] }).because).not.toContain('moving_before_launch')
  })

  it('ignores the period that the launch lies within, but counts one that begins with it', () => {
    const judged = (day: string, value: number | null) =>
      verdictOf({
        ...{ launchedOn: day, guardrail: inside, experiment: null },
        primary: primary([...from(monday, steady), reading(launchWeek, value)]),
      })
    for (const day of ['2025-05-27', '2025-05-31', '2025-06-01']) expect(judged(day, 90)).toEqual(judged(day, null))
    expect(judged(launchWeek, 90).moved).toBe('yes')
    // The last week before it is whole, and makes the twelfth.
    const twelve = primary([...from('2025-03-10', repeated(12, 49, 51)), reading(firstWeek, 56)])
    expect(verdictOf({ launchedOn: firstWeek, primary: twelve, guardrail: inside, experiment: null }).moved).toBe('yes')
    expect(judged(firstWeek, 90).because).toContain('too_few_after')
  })

  it('knows a month that the launch lies within, though the metric is weekly since', () => {
    const judged = (whole: number) => {
      const months = from(periodAfter('2025-05-01', 'monthly', -whole), [...repeated(whole, 49, 51), 90], 'monthly')
      const readings = [...months.map((one) => ({ ...one, rhythm: 'monthly' as const })), reading(firstWeek, 50)]
      return verdictOf({ launchedOn: '2025-05-12', primary: primary(readings), guardrail: inside, experiment: null })
    }
    expect(judged(11)).toMatchObject({ because: ['too_few_before', 'guardrail_held'], earliest: null })
    expect(judged(12)).toMatchObject({ because: ['too_few_after', 'guardrail_held'], earliest: '2025-07-28' })
  })

  it('is judged by logarithms where the metric is', () => {
    const before = repeated(20, 80, 125)
    // Geometric mean 100, lower limit 100 · (80 / 125)^2.66 = 30.5.
    const log = { before, change: { scale: 'log', good: 'down' } as const, leastEffect: 20 }
    expect(since([40], log).because).toContain('too_few_after')
    expect(since([25], log).moved).toBe('yes')
    expect(since(repeated(8, 79), log).moved).toBe('yes')
    expect(since(repeated(8, 81), log).because).toContain('below_least_effect')
    for (const none of [0, -1]) expect(since([60, none], log)).toEqual(since([60, null], log))
  })

  it('does not take a value beyond a natural bound for a limit', () => {
    const rare = { before: repeated(20, 0, 2), change: { good: 'down', least: 0 } as const }
    expect(since(repeated(7, 0), rare).because).toContain('too_few_after')
    expect(since(repeated(8, 0), rare).moved).toBe('yes')
    // Three of four near a limit of −1.32, which no value can be below.
    const near = { before: repeated(20, 3, 5), change: { good: 'down', least: null as number | null } as const }
    expect(since([1, 4, 1, 1], near).moved).toBe('yes')
    expect(since([1, 4, 1, 1], { ...near, change: { good: 'down', least: 0 } }).because).toContain('too_few_after')
  })

  describe('where rare counts of several periods are taken together', () => {
    const begun = '2023-01-02'
    const weekly = (start: string, counts: readonly number[]) =>
      counts.map((numerator, at) => ({
        ...{ period: periodAfter(start, 'weekly', at), value: numerator * 10, numerator, denominator: 10 },
      }))
    // Seven in sixty, ten of them a week: it takes three weeks to expect three.
    const rare = (weeks: number) => repeated(weeks, 1, 1, 1, 1, 1, 2)
    const judged = (good: 'up' | 'down', counts: number[], { before = rare(66), starts = [] as string[] } = {}) => {
      const start = periodAfter(begun, 'weekly', before.length)
      const ratio = { numerator: 'defects', denominator: 'releases', factor: 100 }
      const readings = [...weekly(begun, before), ...weekly(start, counts)]
      return verdictOf({
        ...{ launchedOn: start, guardrail: guarded(start, [5, 5]), experiment: null },
        primary: { ...primary(readings, { good, ratio, least: 0, most: 100 }), starts },
      }).because[0]
    }

    it('as many are after the launch as before it, however many are counted', () => {
      expect(judged('up', [3])).toBe('too_few_after')
      expect(judged('up', [3, 3, 3])).toBe('signal')
      expect(judged('down', repeated(2, 0))).toBe('too_few_after')
      expect(judged('down', repeated(3, 0))).toBe('signal')
      expect(judged('down', rare(23))).toBe('too_few_after')
      expect(judged('down', rare(24))).toBe('no_signal')
    })

    it('those on both sides of the launch are not, nor of a new baseline', () => {
      expect(judged('up', [3, 3, 3], { before: rare(67) })).toBe('signal')
      const often = { before: [...repeated(30, 8, 9), ...rare(66)], starts: [periodAfter(begun, 'weekly', 30)] }
      expect(judged('up', [3], often)).toBe('too_few_after')
      expect(judged('up', [3, 3, 3], often)).toBe('signal')
    })
  })
})

describe('An experiment', () => {
  const cases: [string, number, number, Moved, MovedReason][] = [
    ['above 0 moved it', 0.1, 3, 'yes', 'experiment_favourable'],
    ['below 0 did not', -3, -0.1, 'no', 'experiment_adverse'],
    ['around 0 leaves it to what was read', -1, 3, 'unclear', 'too_few_after'],
    ['that touches 0 from above, too', 0, 3, 'unclear', 'too_few_after'],
    ['that touches 0 from below, too', -3, 0, 'unclear', 'too_few_after'],
  ]
  const judged = (experiment: Evidence['experiment'], good: 'up' | 'down', after: number[] = []) =>
    verdictOf({
      ...{ launchedOn, guardrail: inside, experiment },
      primary: primary([...from(monday, steady), ...from(firstWeek, after)], { good }, 5),
    })
  it.each(cases)('whose interval is %s', (_what, low, high, moved, reason) => {
    expect(judged({ low, high }, 'up')).toMatchObject({ moved, because: [reason, 'guardrail_held'] })
    expect(judged({ low: 0 - high, high: 0 - low }, 'down')).toMatchObject({
      moved,
      because: [reason, 'guardrail_held'],
    })
  })

  it('speaks before the readings, and where they cannot', () => {
    expect(judged({ low: -3, high: -1 }, 'up', repeated(8, 60)).verdict).toBe('not_proven')
    expect(since([], { before: [] }).moved).toBe('unclear')
    const without = { launchedOn, guardrail: inside, primary: primary([]) }
    expect(verdictOf({ ...without, experiment: { low: 1, high: 2 } }).verdict).toBe('win')
  })
})

describe('Whether the guardrail held', () => {
  const judged = (readings: Guard['readings'], good: Guard['good'] = 'down') => {
    const { held, because } = verdictOf({
      ...{ launchedOn, experiment: { low: 1, high: 2 }, primary: primary([]) },
      guardrail: { readings, good, rhythm: 'weekly' },
    })
    return { held, because: because.slice(1) }
  }
  type Entry = Partial<Guard['readings'][number]>
  const entries = (...changes: Entry[]): Guard['readings'] =>
    changes.map((change, at) => ({
      ...{ period: periodAfter(firstWeek, 'weekly', at), value: 5, guardrail: 10, adverse: false },
      ...change,
    }))
  const cases: [string, Entry[], Held, HeldReason[]][] = [
    ['nothing was entered', [], 'unknown', ['too_few_entries']],
    ['one is inside', [{}], 'unknown', ['too_few_entries']],
    ['two are inside', [{}, {}], 'yes', ['guardrail_held']],
    ['the second has no value', [{}, { value: null }], 'unknown', ['too_few_entries']],
    ['one is at the guardrail itself', [{ value: 10 }, {}], 'yes', ['guardrail_held']],
    ['one is past it', [{ value: 10.1 }], 'no', ['guardrail_breached']],
    ['one is past it and all later ones inside', [{ value: 11 }, {}, {}, {}], 'no', ['guardrail_breached']],
    ['a rule spoke on the bad side', [{}, {}, { adverse: true }], 'no', ['guardrail_signal']],
    ['both', [{ value: 11, adverse: true }], 'no', ['guardrail_breached', 'guardrail_signal']],
    ['there is no guardrail', [{ guardrail: null }, { guardrail: null }], 'unknown', ['no_guardrail']],
    ['there is none, but a rule spoke', [{ guardrail: null, adverse: true }], 'no', ['guardrail_signal']],
    ['there is one since', [{ guardrail: null }, {}, {}], 'yes', ['guardrail_held']],
    ['it was inside one that held then', [{ value: 11, guardrail: 12 }, {}], 'yes', ['guardrail_held']],
  ]
  it.each(cases)('when %s', (_what, changes, held, because) => {
    expect(judged(entries(...changes))).toEqual({ held, because })
  })

  it('where more is better, below is past it', () => {
    expect(judged(entries({ value: 10 }, { value: 12 }), 'up').held).toBe('yes')
    expect(judged(entries({ value: 9 }, { value: 12 }), 'up').held).toBe('no')
  })

  it('does not look at what was before the launch, nor at the period that it lies within', () => {
    const past = { value: 20, adverse: true }
    expect(judged(entries({ ...past, period: monday }, { ...past, period: launchWeek }, {}, {})).held).toBe('yes')
  })

  it('knows at once that none was set, from what was entered before the launch', () => {
    expect(judged(entries({ period: monday, guardrail: null }))).toEqual({ held: 'unknown', because: ['no_guardrail'] })
  })
})

describe('The earliest day on which it can be told', () => {
  const before: Record<Rhythm, string> = { weekly: monday, fortnightly: '2024-01-08', monthly: '2023-01-01' }
  const judged = (launched: string, rhythms: [Rhythm, Rhythm], after: number, held: number) => {
    const [rhythm, guarding] = rhythms
    const next = (of: Rhythm) => {
      const period = periodOf(launched, of)
      return period === launched ? period : periodAfter(period, of)
    }
    return verdictOf({
      ...{ launchedOn: launched, experiment: null },
      guardrail: guarded(next(guarding), repeated(held, 5), guarding),
      primary: primary(
        [...from(before[rhythm], steady, rhythm), ...from(next(rhythm), repeated(after, 49, 51), rhythm)],
        { rhythm },
      ),
    }).earliest
  }
  const cases: [string, [Rhythm, Rhythm], number, number, string | null][] = [
    // Wednesday, 28 May: the first whole week begins on 2 June, the eighth ends on 27 July.
    ['2025-05-28', ['weekly', 'weekly'], 0, 0, '2025-07-28'],
    ['2025-05-28', ['weekly', 'weekly'], 3, 2, '2025-07-28'],
    ['2025-05-28', ['weekly', 'weekly'], 7, 2, '2025-07-28'],
    ['2025-05-28', ['weekly', 'weekly'], 8, 2, null],
    ['2025-05-28', ['weekly', 'weekly'], 8, 0, '2025-06-16'],
    ['2025-05-28', ['weekly', 'weekly'], 8, 1, '2025-06-16'],
    // A Monday is the first day of a whole week, a Sunday the last of a broken one.
    ['2025-05-26', ['weekly', 'weekly'], 0, 0, '2025-07-21'],
    ['2025-06-01', ['weekly', 'weekly'], 0, 0, '2025-07-28'],
    // Two weeks begin on 26 May, and again on 9 June.
    ['2025-05-26', ['fortnightly', 'weekly'], 0, 0, '2025-09-15'],
    ['2025-06-02', ['fortnightly', 'weekly'], 0, 0, '2025-09-29'],
    ['2025-05-28', ['monthly', 'weekly'], 0, 0, '2026-02-01'],
    ['2025-06-01', ['monthly', 'weekly'], 0, 0, '2026-02-01'],
    ['2025-06-02', ['monthly', 'weekly'], 1, 0, '2026-03-01'],
    // The later of the two.
    ['2025-05-28', ['weekly', 'monthly'], 0, 0, '2025-08-01'],
    ['2025-05-28', ['weekly', 'monthly'], 8, 1, '2025-08-01'],
    ['2025-06-15', ['weekly', 'monthly'], 0, 0, '2025-09-01'],
    ['2025-05-28', ['weekly', 'monthly'], 0, 2, '2025-07-28'],
  ]
  it.each(cases)('launched on %s, %j, with %i and %i entries since: %s', (day, rhythms, after, held, earliest) => {
    expect(judged(day, rhythms, after, held)).toBe(earliest)
  })

  it('waits for one more where an entry has no value', () => {
    expect(since([49, null, 51]).earliest).toBe('2025-08-04')
  })

  it('waits for the eight where less than counts came of it so far, and no longer', () => {
    expect(since([56, 45, 45, 45])).toMatchObject({ verdict: 'inconclusive', earliest: '2025-07-28' })
    expect(since([56, ...repeated(7, 49, 51)])).toMatchObject({ verdict: 'inconclusive', earliest: null })
  })

  it('is none where waiting will not tell, though the other is awaited', () => {
    const none = { readings: [{ period: firstWeek, value: 5, guardrail: null, adverse: false }] }
    const found = (guardrail: Partial<Guard>, start: string) =>
      verdictOf({
        ...{ launchedOn, experiment: null, guardrail: { ...inside, ...guardrail } },
        primary: primary(from(start, repeated(20, 49, 51))),
      })
    expect(found(none, monday)).toMatchObject({ verdict: 'inconclusive', earliest: null })
    expect(found({ readings: [] }, launchWeek)).toMatchObject({ verdict: 'inconclusive', earliest: null })
    expect(found({ readings: [] }, monday)).toMatchObject({ verdict: 'inconclusive', earliest: '2025-07-28' })
  })

  it('can be told on that day when an entry came for every period over by then, and not a period before', () => {
    const rhythm = fc.constantFrom(...rhythms)
    fc.assert(
      fc.property(rhythm, rhythm, fc.nat(400), fc.nat(9), fc.nat(3), (of, guarding, later, after, held) => {
        const launched = addDays('2026-01-01', later)
        const whole = (rhythm: Rhythm, start = periodOf(launched, rhythm)) =>
          start === launched ? start : periodAfter(start, rhythm)
        const base = from(periodAfter(periodOf(launched, of), of, -20), steady, of)
        const judged = (ofPrimary: number, ofGuardrail: number) =>
          verdictOf({
            ...{ launchedOn: launched, experiment: null },
            primary: primary([...base, ...from(whole(of), repeated(ofPrimary, 50), of)], { rhythm: of }),
            guardrail: guarded(whole(guarding), repeated(ofGuardrail, 5), guarding),
          })
        const { earliest, verdict } = judged(after, held)
        if (earliest === null) {
          expect(verdict).toBe('not_proven')
          return
        }
        const over = (rhythm: Rhythm, day: string, least: number) => {
          let count = 0
          while (periodAfter(whole(rhythm), rhythm, count + 1) <= day) count += 1
          return Math.max(least, count)
        }
        const at = (day: string) => judged(over(of, day, after), over(guarding, day, held)).verdict
        expect(at(earliest)).toBe('not_proven')
        expect(at(addDays(earliest, -1))).toBe('inconclusive')
      }),
    )
  })
})

describe('Whatever was read', () => {
  const rhythm = fc.constantFrom(...rhythms)
  const good = fc.constantFrom(...goods)
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 40, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const experiment = fc.option(
    fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(5)).map(([low, width]) => ({ low, high: low + width })),
    { freq: 3 },
  )
  const evidence: fc.Arbitrary<Evidence> = fc
    .record({
      ...{ rhythm, guarding: rhythm, good, guardingGood: good, experiment },
      values: fc.array(value, { minLength: 10, maxLength: 30 }),
      after: fc.array(value, { maxLength: 12 }),
      shift: fc.constantFrom(0, 0, 8, -8),
      broken: fc.nat(30),
      leastEffect: fc.constantFrom(0, 1, 3),
      // Mostly inside: breaches are not to hide everything else.
      guards: fc.array(
        fc.record({
          value: fc.oneof({ weight: 6, arbitrary: fc.constant(10) }, { weight: 1, arbitrary: value }),
          guardrail: fc.oneof({ weight: 9, arbitrary: fc.constant(10) }, { weight: 1, arbitrary: fc.constant(null) }),
          adverse: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.boolean() }),
        }),
        { maxLength: 8 },
      ),
      early: fc.nat(3),
    })
    .map(({ rhythm, guarding, good, guardingGood, values, after, shift, broken, guards, early, ...given }) => {
      const start = before(rhythm)
      const launched = addDays(periodAfter(start, rhythm, values.length), broken)
      const shifted = after.map((one) => one && one + shift)
      const guardStart = periodAfter(periodOf(launched, guarding), guarding, -early)
      return {
        ...{ launchedOn: launched, experiment: given.experiment },
        primary: primary(from(start, [...values, ...shifted], rhythm), { good, rhythm }, given.leastEffect),
        guardrail: {
          ...{ good: guardingGood, rhythm: guarding },
          readings: guards.map((one, at) => ({ ...one, period: periodAfter(guardStart, guarding, at) })),
        },
      }
    })
  const before = (of: Rhythm) => periodOf('2024-03-13', of)
  const runs = { numRuns: 1000 }

  it('it is never a win when the guardrail was breached since, or moved for the worse', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(evidence, (any) => {
        const { verdict, held } = verdictOf(any)
        seen.add(verdict)
        const bad = any.guardrail.readings.some(
          ({ period, value, guardrail, adverse }) =>
            period >= any.launchedOn &&
            (adverse || (value !== null && guardrail !== null && isPast(value, guardrail, any.guardrail.good))),
        )
        expect(held === 'no').toBe(bad)
        if (bad) expect(['trade_off', 'harm', 'inconclusive']).toContain(verdict)
      }),
      runs,
    )
    expect([...seen].sort()).toEqual(['harm', 'inconclusive', 'not_proven', 'trade_off', 'win'])
  })

  it('the verdict follows from moved and held, has a reason for each, and a day only while it is awaited', () => {
    fc.assert(
      fc.property(evidence, (any) => {
        const { moved, held, verdict, earliest, because } = verdictOf(any)
        expect(verdict).toBe(verdictFor(moved, held))
        expect(because.length).toBeGreaterThanOrEqual(2)
        expect(new Set(because).size).toBe(because.length)
        if (earliest === null) return
        expect(verdict).toBe('inconclusive')
        expect(earliest > any.launchedOn).toBe(true)
      }),
      runs,
    )
  })

  it('without an experiment it moved only by a change of the mean that is for the better, and enough', () => {
    fc.assert(
      fc.property(evidence, (any) => {
        const { readings, definition, leastEffect } = any.primary
        if (verdictOf({ ...any, experiment: null }).moved !== 'yes') return
        const mean = (of: (number | null)[]) => {
          const values = of.filter((one) => one !== null)
          return values.reduce((sum, one) => sum + one, 0) / values.length
        }
        const whole = (period: string) => periodAfter(period, definition.rhythm) <= any.launchedOn
        const earlier = readings.filter((one) => whole(one.period) && one.value !== null).slice(0, 20)
        const later = readings.filter(({ period }) => period >= any.launchedOn)
        const change = mean(later.map((one) => one.value)) - mean(earlier.map((one) => one.value))
        const better = definition.good === 'up' ? change : -change
        expect(better).toBeGreaterThan(0)
        expect(better).toBeGreaterThanOrEqual(leastEffect - 1e-6)
      }),
      runs,
    )
  })

  it('what was read of the period that the launch lies within changes nothing', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 200 }), (any, other) => {
        const broken = (period: string, of: Rhythm) =>
          period < any.launchedOn && periodAfter(period, of) > any.launchedOn
        const changed = {
          ...any,
          primary: {
            ...any.primary,
            readings: any.primary.readings.map((one) =>
              broken(one.period, any.primary.definition.rhythm) ? { ...one, value: other } : one,
            ),
          },
          guardrail: {
            ...any.guardrail,
            readings: any.guardrail.readings.map((one) =>
              broken(one.period, any.guardrail.rhythm) ? { ...one, value: other, adverse: true } : one,
            ),
          },
        }
        expect(verdictOf(changed)).toEqual(verdictOf(any))
      }),
      runs,
    )
  })

  it('upside down it is the same', () => {
    const down = (one: number | null) => (one === null ? null : 0 - one)
    const other = { up: 'down', down: 'up' } as const
    fc.assert(
      fc.property(evidence, (any) => {
        const { primary, guardrail, experiment } = any
        const turned: Evidence = {
          ...any,
          experiment: experiment && { low: 0 - experiment.high, high: 0 - experiment.low },
          primary: {
            ...primary,
            definition: { ...primary.definition, good: other[primary.definition.good] },
            readings: primary.readings.map((one) => ({ ...one, value: down(one.value) })),
          },
          guardrail: {
            ...guardrail,
            good: other[guardrail.good],
            readings: guardrail.readings.map((one) => ({
              ...one,
              ...{ value: down(one.value), guardrail: down(one.guardrail) },
            })),
          },
        }
        expect(verdictOf(turned)).toEqual(verdictOf(any))
      }),
      runs,
    )
  })
})
