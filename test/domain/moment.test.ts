import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastComplete, periodAfter, periodOf } from '../../src/domain/scorecard/periods.ts'
import type { Period } from '../../src/domain/scorecard/records/derive.ts'
import { runsOf, type Span } from '../../src/domain/scorecard/records/period.ts'
import { clockOf, momentAt } from '../../src/domain/time/moment.ts'
import { someDay } from '../support/arbitrary.ts'

const zones = [
  'UTC',
  'Europe/Lisbon',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
]

describe('A time typed by the clock of a time zone', () => {
  it.each([
    ['2026-11-12T10:05', 'Europe/Lisbon', '2026-11-12T10:05:00.000Z'],
    ['2026-07-12T10:05', 'Europe/Lisbon', '2026-07-12T09:05:00.000Z'],
    ['2026-07-12T00:05', 'Pacific/Kiritimati', '2026-07-11T10:05:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Clocks went forward at two: half past never was.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
  ])('%s in %s is %s', (clock, zone, moment) => {
    expect(momentAt(clock, zone)).toBe(moment)
  })

  it('is shown again as it was typed, whenever it was', () => {
    const minute = fc.integer({ min: 0, max: Date.parse('2099-12-31T00:00:00Z') / 60_000 })
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
        const clock = clockOf(new Date(at * 60_000).toISOString(), zone)
        expect(clockOf(momentAt(clock, zone), zone)).toBe(clock)
      }),
    )
  })
})

describe('The periods to compute after a change', () => {
  const rhythm = fc.constantFrom('weekly' as const, 'fortnightly' as const, 'monthly' as const)
  const days = fc.array(someDay, { minLength: 5, maxLength: 5 }).map((all) => all.sort())

  it('are those it reaches into and those since the newest reading, whole, once and complete', () => {
    fc.assert(
      fc.property(
        days,
        rhythm,
        fc.boolean(),
        ([first = '', from = '', until = '', read = '', today = ''], one, open) => {
          const newest = periodOf(read, one)
          const changed: Span = { from, until: open ? null : until }
          const runs = runsOf(changed, { first, newest, today }, one)
          const last = lastComplete(today, one)
          for (const run of runs) {
            expect([periodOf(run.from, one), periodOf(run.until, one)]).toEqual([run.from, run.until])
            expect(run.until <= periodAfter(last, one)).toBe(true)
          }
          const [early, late] = runs
          if (early && late) expect(early.until < late.from).toBe(true)
          const isIn = (start: string) => runs.some((run: Period) => run.from <= start && start < run.until)
          if (periodOf(from, one) <= last) expect(isIn(periodOf(from, one))).toBe(true)
          if (newest < last) expect(isIn(last)).toBe(true)
        },
      ),
    )
  })
})
