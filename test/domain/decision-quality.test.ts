import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delegation, latency, type Made, reversals, revisitsOnTime } from '../../src/domain/decisions/quality.ts'
import { addBusinessDays, addDays } from '../../src/domain/time/days.ts'

const today = '2026-11-12'

const made = (fields: Partial<Made>): Made => ({
  number: 1,
  status: fields.decidedOn ? 'decided' : 'proposed',
  raisedOn: null,
  decidedOn: null,
  endedOn: null,
  cause: null,
  delegable: null,
  byCpto: false,
  ...fields,
})

describe('how long deciding takes', () => {
  const monday = '2026-11-02'
  const decidedAfter = [2, 3, 7].map((days) => made({ raisedOn: monday, decidedOn: addBusinessDays(monday, days) }))

  it('is the median in business days, not in calendar days', () => {
    expect(latency([made({ raisedOn: '2026-11-06', decidedOn: '2026-11-09' })], today).median).toBe(1)
  })

  it('is not flattered by leaving out what nobody has decided yet', () => {
    const open = [made({ raisedOn: '2026-11-05' }), made({ raisedOn: '2026-10-30' })]
    expect(latency(decidedAfter, today)).toEqual({ median: 3, count: 3, open: 0 })
    expect(latency([...decidedAfter, ...open], today)).toEqual({ median: 7, count: 5, open: 2 })
  })

  it('counts a withdrawn decision as having waited until it was withdrawn', () => {
    const withdrawn = made({ status: 'withdrawn', raisedOn: monday, endedOn: '2026-11-04' })
    expect(latency([withdrawn, withdrawn, ...decidedAfter], today)).toEqual({ median: 3, count: 5, open: 2 })
  })

  it('cannot be told while most are open, nor of decisions of which nobody knows when they were raised', () => {
    expect(latency([made({ raisedOn: monday }), made({ raisedOn: monday })], today).median).toBeNull()
    expect(latency([made({ decidedOn: '2026-11-04' })], today)).toEqual({ median: null, count: 0, open: 0 })
  })
})

describe('delegation', () => {
  const decidedOn = '2026-11-04'

  it('is the share of delegable decisions that somebody else than the CPTO took', () => {
    const records = [
      made({ decidedOn, delegable: true }),
      made({ decidedOn, delegable: true }),
      made({ decidedOn, delegable: true, byCpto: true }),
      made({ decidedOn, delegable: false, byCpto: true }),
      made({ decidedOn, delegable: null, byCpto: true }),
      made({ delegable: true, byCpto: true }),
    ]
    expect(delegation(records)).toEqual({ numerator: 2, denominator: 3, value: 2 / 3 })
  })

  it('cannot be told where nothing delegable was decided', () => {
    expect(delegation([made({ decidedOn, delegable: false })])).toEqual({ numerator: 0, denominator: 0, value: null })
  })
})

describe('reversals', () => {
  const reversedAfter = (days: number, cause: Made['cause'], decidedOn = '2026-05-01') =>
    made({ status: 'reversed', decidedOn, endedOn: addDays(decidedOn, days), cause })
  const kept = made({ decidedOn: '2026-05-01' })

  it('count within 90 days, split into what could not be known and what was a mistake', () => {
    const records = [
      reversedAfter(10, 'new_information'),
      reversedAfter(90, 'error'),
      reversedAfter(91, 'error'),
      kept,
      made({ status: 'superseded', decidedOn: '2026-05-01', endedOn: '2026-05-08' }),
    ]
    expect(reversals(records, today)).toEqual({
      numerator: 2,
      denominator: 5,
      value: 0.4,
      newInformation: 1,
      error: 1,
    })
  })

  it('leave out decisions younger than 90 days, reversed or not, or the rate would look too high', () => {
    const young = [reversedAfter(3, 'error', '2026-10-20'), made({ decidedOn: '2026-10-20' })]
    expect(reversals(young, today)).toEqual({ numerator: 0, denominator: 0, value: null, newInformation: 0, error: 0 })
    expect(reversals([...young, kept], today).value).toBe(0)
  })

  it('can still come on the ninetieth day, which is therefore waited for', () => {
    expect(reversals([made({ decidedOn: addDays(today, -90) })], today).denominator).toBe(0)
    expect(reversals([made({ decidedOn: addDays(today, -91) })], today).denominator).toBe(1)
  })

  it('of which nobody said why count in the whole alone', () => {
    expect(reversals([reversedAfter(5, null)], today)).toMatchObject({ numerator: 1, newInformation: 0, error: 0 })
  })
})

describe('revisits on time', () => {
  it('are those looked at by their day plus seven', () => {
    const revisits = [
      { dueOn: '2026-10-01', reviewedOn: '2026-09-25' },
      { dueOn: '2026-10-01', reviewedOn: '2026-10-08' },
      { dueOn: '2026-10-01', reviewedOn: '2026-10-09' },
      { dueOn: '2026-10-01', reviewedOn: null },
    ]
    expect(revisitsOnTime(revisits, today)).toEqual({ numerator: 2, denominator: 4, value: 0.5 })
  })

  it('are not told before the seven days are over, or the punctual would be counted before the late', () => {
    const recent = [
      { dueOn: '2026-11-05', reviewedOn: '2026-11-05' },
      { dueOn: '2026-11-05', reviewedOn: null },
      { dueOn: '2026-12-01', reviewedOn: '2026-11-01' },
    ]
    expect(revisitsOnTime(recent, today)).toEqual({ numerator: 0, denominator: 0, value: null })
    expect(revisitsOnTime(recent, '2026-11-13').value).toBe(0.5)
  })
})

describe('every share', () => {
  const day = fc.option(
    fc.integer({ min: -400, max: 0 }).map((days) => addDays(today, days)),
    { nil: null },
  )
  const records = fc.array(
    fc
      .record({
        status: fc.constantFrom('proposed', 'decided', 'superseded', 'reversed', 'withdrawn'),
        raisedOn: day,
        decidedOn: day,
        endedOn: day,
        cause: fc.constantFrom(null, 'new_information', 'error'),
        delegable: fc.constantFrom(null, true, false),
        byCpto: fc.boolean(),
      })
      .map((fields) => made(fields as Partial<Made>)),
    { maxLength: 30 },
  )

  it('lies between none and all, and is unknown exactly when there is nothing to count', () => {
    fc.assert(
      fc.property(records, (some) => {
        const reversed = reversals(some, today)
        expect(reversed.newInformation + reversed.error).toBeLessThanOrEqual(reversed.numerator)
        for (const { numerator, denominator, value } of [delegation(some), reversed]) {
          expect(numerator).toBeLessThanOrEqual(denominator)
          expect(value).toBe(denominator === 0 ? null : numerator / denominator)
        }
      }),
    )
  })
})
