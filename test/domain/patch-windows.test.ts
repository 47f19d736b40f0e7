import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueOn, patchWindow, plainWindow, severities } from '../../src/domain/scorecard/records/patch-windows.ts'
import { daysBetween } from '../../src/domain/time/days.ts'
import { someDay } from '../support/arbitrary.ts'

describe('The time to patch', () => {
  // CISA BOD 26-04 in the CERT/CC SSVC tables: known exploited, exposed, automatable, total impact.
  it.each([
    ['0000', null, false],
    ['1000', 14, false],
    ['0100', 60, false],
    ['0010', 60, false],
    ['0001', null, false],
    ['1100', 14, false],
    ['1010', 14, false],
    ['0110', 14, false],
    ['1001', 14, false],
    ['0101', 14, false],
    ['0011', 60, false],
    ['1110', 3, false],
    ['1101', 3, true],
    ['1011', 3, true],
    ['0111', 3, false],
    ['1111', 3, true],
  ])('for %s is the published one', (bits, days, forensics) => {
    const [knownExploited = false, exposed = false, automatable = false, totalImpact = false] = [...bits].map(
      (bit) => bit === '1',
    )
    expect(patchWindow({ knownExploited, exposed, automatable, totalImpact })).toEqual({ days, forensics })
  })

  it('goes by severity alone in the plain table', () => {
    expect(severities.map((severity) => plainWindow(severity).days)).toEqual([15, 30, null, null])
  })

  it('never grows as more is known against it', () => {
    const exposure = fc.record({
      knownExploited: fc.boolean(),
      exposed: fc.boolean(),
      automatable: fc.boolean(),
      totalImpact: fc.boolean(),
    })
    const flags = ['knownExploited', 'exposed', 'automatable', 'totalImpact'] as const
    const days = (one: Parameters<typeof patchWindow>[0]) => patchWindow(one).days ?? Number.POSITIVE_INFINITY
    fc.assert(
      fc.property(exposure, fc.constantFrom(...flags), (one, flag) => {
        expect(days({ ...one, [flag]: true })).toBeLessThanOrEqual(days(one))
      }),
    )
  })
})

describe('The due day', () => {
  it('lies the window after the opening', () => {
    expect(dueOn('2026-02-20', plainWindow('critical'))).toBe('2026-03-07')
    expect(dueOn('2028-02-28', { days: 3, forensics: true })).toBe('2028-03-02')
    fc.assert(
      fc.property(someDay, fc.nat(90), (day, days) => {
        expect(daysBetween(day, dueOn(day, { days, forensics: false }) ?? '')).toBe(days)
      }),
    )
  })

  it('is not set where the next upgrade will do', () => {
    expect(dueOn('2026-02-20', plainWindow('low'))).toBeNull()
  })
})
