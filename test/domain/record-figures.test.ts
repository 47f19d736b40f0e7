import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeFailureRate,
  changeIncidents,
  criticalPatchTime,
  deploymentRecovery,
  openCriticalHigh,
  type Period,
  patchDays,
  patchQuantiles,
  recoveryQuantiles,
  recoveryTimes,
  reworkRate,
  rollbackRate,
  timeToRestore,
} from '../../src/domain/scorecard/records/derive.ts'
import { severities } from '../../src/domain/scorecard/records/patch-windows.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { localDate } from '../../src/domain/time/zone.ts'

const utc = (moment: string) => localDate(moment, 'UTC')
const kiritimati = (moment: string) => localDate(moment, 'Pacific/Kiritimati')
const march: Period = { from: '2026-03-01', until: '2026-04-01' }

const deployment = (key: string, at: string, more: Partial<Deployment> = {}): Deployment => ({
  key,
  at,
  failed: false,
  rolledBack: false,
  unplannedFix: false,
  ...more,
})

const incident = (
  key: string,
  detectedAt: string,
  restoredAt: string | null,
  more: Partial<Incident> = {},
): Incident => ({
  key,
  title: key,
  detectedAt,
  restoredAt,
  journey: '',
  userImpacting: true,
  causedByChange: false,
  ...more,
})

const finding = (key: string, openedOn: string, dueOn: string | null, closedOn: string | null): Finding => ({
  key,
  title: key,
  severity: 'critical',
  knownExploited: false,
  exposed: false,
  automatable: false,
  totalImpact: false,
  openedOn,
  dueOn,
  closedOn,
})

describe('Shares of deployments', () => {
  const deployments = [
    deployment('before', '2026-02-28T23:59:00Z', { failed: true }),
    deployment('first', '2026-03-01T00:00:00Z', { failed: true, rolledBack: true }),
    deployment('plain', '2026-03-10T10:00:00Z'),
    deployment('fix', '2026-03-11T10:00:00Z', { unplannedFix: true }),
    deployment('last', '2026-03-31T23:59:00Z', { failed: true }),
    deployment('after', '2026-04-01T00:00:00Z', { failed: true }),
  ]

  it('count those of the period', () => {
    expect(changeFailureRate(deployments, march, utc)).toEqual({
      numerator: 2,
      denominator: 4,
      keys: ['first', 'last'],
    })
    expect(rollbackRate(deployments, march, utc)).toEqual({ numerator: 1, denominator: 4, keys: ['first'] })
    expect(reworkRate(deployments, march, utc)).toEqual({ numerator: 1, denominator: 4, keys: ['fix'] })
  })

  it('begin and end at midnight where the organisation is', () => {
    expect(changeFailureRate(deployments, march, kiritimati).keys).toEqual(['before', 'first'])
  })
})

describe('Recovery', () => {
  const incidents = [
    incident('short', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'),
    incident('from February', '2026-02-28T23:00:00Z', '2026-03-01T01:00:00Z', { causedByChange: true }),
    incident('unnoticed', '2026-03-03T10:00:00Z', '2026-03-03T20:00:00Z', {
      userImpacting: false,
      causedByChange: true,
    }),
    incident('into April', '2026-03-31T23:00:00Z', '2026-04-02T00:00:00Z'),
    incident('open', '2026-03-31T12:00:00Z', null, { causedByChange: true }),
    incident('later', '2026-04-03T10:00:00Z', '2026-04-03T11:00:00Z', { causedByChange: true }),
  ]

  it('sums the minutes of what was restored in the period and users met', () => {
    expect(timeToRestore(incidents, march, utc)).toEqual({
      numerator: 150,
      denominator: 2,
      keys: ['short', 'from February'],
    })
    expect(deploymentRecovery(incidents, march, utc)).toEqual({
      numerator: 120,
      denominator: 1,
      keys: ['from February'],
    })
  })

  it('counts incidents that a change caused against deployments', () => {
    const deployments = [deployment('a', '2026-03-05T10:00:00Z'), deployment('b', '2026-04-05T10:00:00Z')]
    expect(changeIncidents(incidents, deployments, march, utc)).toEqual({
      numerator: 2,
      denominator: 1,
      keys: ['unnoticed', 'open'],
    })
  })

  it('takes what was not restored by the end as lasting at least until then', () => {
    expect(recoveryTimes(incidents, march, utc)).toEqual([
      { time: 30, observed: true },
      { time: 60, observed: false },
      { time: 720, observed: false },
    ])
    expect(recoveryQuantiles(incidents, march, utc)).toEqual({ median: null, p90: null })
    const restored = [1, 2, 3].map((hour) => incident('', '2026-03-02T10:00:00Z', `2026-03-02T1${hour}:00:00Z`))
    expect(recoveryQuantiles(restored, march, utc)).toEqual({ median: 120, p90: 180 })
  })

  it.each([
    ['Pacific/Kiritimati', '2026-03-31T10:00:00.000Z'],
    ['Europe/Berlin', '2026-03-31T22:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-31T18:15:00.000Z'],
    ['Etc/GMT+12', '2026-04-01T12:00:00.000Z'],
  ])('ends at midnight in %s', (zone, end) => {
    const detected = '2026-03-20T00:00:00Z'
    const [open] = recoveryTimes([incident('open', detected, null)], march, (moment) => localDate(moment, zone))
    expect(open).toEqual({ time: (Date.parse(end) - Date.parse(detected)) / 60_000, observed: false })
  })
})

describe('Patching', () => {
  const findings = [
    finding('in time', '2026-03-01', '2026-03-15', '2026-03-15'),
    finding('late', '2026-03-01', '2026-03-15', '2026-03-16'),
    finding('next upgrade', '2026-01-01', null, '2026-03-20'),
    finding('closed before', '2026-02-01', '2026-02-15', '2026-02-28'),
    finding('overdue', '2026-03-01', '2026-03-31', null),
    finding('overdue, closed after', '2026-02-01', '2026-02-15', '2026-04-01'),
    finding('still in time', '2026-03-18', '2026-04-01', null),
    finding('opened after', '2026-04-01', '2026-04-04', null),
    { ...finding('high', '2026-03-01', '2026-03-15', null), severity: 'high' as const },
    { ...finding('low', '2026-03-01', null, null), severity: 'low' as const },
  ]

  it('in time is a share of what was closed or should have been', () => {
    expect(criticalPatchTime(findings, march)).toEqual({
      numerator: 2,
      denominator: 5,
      keys: ['in time', 'next upgrade'],
    })
  })

  it('leaves open what is critical or high, and past due from the day after', () => {
    expect(openCriticalHigh(findings, '2026-03-31')).toEqual({
      count: 4,
      pastDue: 2,
      keys: ['overdue', 'overdue, closed after', 'still in time', 'high'],
    })
    expect(openCriticalHigh(findings, '2026-04-01')).toMatchObject({ count: 4, pastDue: 2 })
    expect(openCriticalHigh(findings, '2026-03-15')).toMatchObject({ pastDue: 1 })
  })

  it('takes days, at least those so far for what is open', () => {
    expect(patchDays(findings.slice(0, 6), '2026-03-15')).toEqual([
      { time: 14, observed: true },
      { time: 14, observed: false },
      { time: 73, observed: false },
      { time: 27, observed: true },
      { time: 14, observed: false },
      { time: 42, observed: false },
    ])
  })

  it('has the median of the published example', () => {
    const from = (days: number, closed: boolean) =>
      finding('', addDays('2026-03-31', -days), null, closed ? '2026-03-31' : null)
    const waits = [from(2, true), from(3, true), from(5, false), from(7, true), from(9, false)]
    expect(patchQuantiles(waits, '2026-03-31')).toEqual({ median: 7, p90: null })
  })
})

describe('Whatever the records', () => {
  const minute = fc.nat(60 * 24 * 60).map((after) => Date.parse('2026-02-15T00:00:00Z') + after * 60_000)
  const iso = (time: number) => new Date(time).toISOString()
  const flags = { failed: fc.boolean(), rolledBack: fc.boolean(), unplannedFix: fc.boolean() }
  const key = fc.uuid()
  const deployments = fc.array(fc.record({ key, at: minute.map(iso), ...flags }))
  const incidents = fc.array(
    fc
      .record({ key, at: minute, minutes: fc.option(fc.nat(10_000)), users: fc.boolean(), change: fc.boolean() })
      .map(({ key, at, minutes, users, change }) => {
        const restoredAt = minutes === null ? null : iso(at + minutes * 60_000)
        return incident(key, iso(at), restoredAt, { userImpacting: users, causedByChange: change })
      }),
  )
  const findings = fc.array(
    fc
      .record({
        key,
        opened: fc.nat(60),
        due: fc.option(fc.nat(30)),
        closed: fc.option(fc.nat(40)),
        severity: fc.constantFrom(...severities),
      })
      .map(({ key, opened, due, closed, severity }) => {
        const day = addDays('2026-02-15', opened)
        const later = (days: number | null) => (days === null ? null : addDays(day, days))
        return { ...finding(key, day, later(due), later(closed)), severity }
      }),
  )
  const zone = fc
    .constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati')
    .map((name) => (moment: string) => localDate(moment, name))
  const split = fc
    .array(fc.nat(60), { minLength: 3, maxLength: 3 })
    .map((days) => days.sort((a, b) => a - b).map((days) => addDays('2026-02-15', days)))
    .map(([from = '', middle = '', until = '']) => ({ from, middle, until }))

  it('a share counts no more than there is', () => {
    fc.assert(
      fc.property(deployments, findings, split, zone, (deployed, found, period, dayOf) => {
        const shares = [
          ...[changeFailureRate, rollbackRate, reworkRate].map((rate) => rate(deployed, period, dayOf)),
          criticalPatchTime(found, period),
        ]
        for (const { numerator, denominator, keys } of shares) {
          expect(numerator).toBeLessThanOrEqual(denominator)
          expect(keys).toHaveLength(numerator)
        }
      }),
    )
  })

  it('what lies outside the period does not count', () => {
    fc.assert(
      fc.property(deployments, incidents, findings, split, zone, (deployed, had, found, period, dayOf) => {
        const within = (day: string) => period.from <= day && day < period.until
        const deployedWithin = deployed.filter(({ at }) => within(dayOf(at)))
        for (const rate of [changeFailureRate, rollbackRate, reworkRate]) {
          expect(rate(deployed, period, dayOf)).toEqual(rate(deployedWithin, period, dayOf))
        }
        const restored = had.filter((one) => one.restoredAt !== null && within(dayOf(one.restoredAt)))
        for (const recovery of [timeToRestore, deploymentRecovery]) {
          expect(recovery(had, period, dayOf)).toEqual(recovery(restored, period, dayOf))
        }
        const detected = had.filter((one) => within(dayOf(one.detectedAt)))
        expect(changeIncidents(had, deployed, period, dayOf)).toEqual(
          changeIncidents(detected, deployedWithin, period, dayOf),
        )
        expect(recoveryTimes(had, period, dayOf)).toEqual(recoveryTimes(detected, period, dayOf))
        const touched = found.filter(
          (one) => one.openedOn < period.until && (one.closedOn === null || one.closedOn >= period.from),
        )
        expect(criticalPatchTime(found, period)).toEqual(criticalPatchTime(touched, period))
      }),
    )
  })

  it('two parts of a period add up to the whole', () => {
    fc.assert(
      fc.property(deployments, incidents, findings, split, zone, (deployed, had, found, days, dayOf) => {
        const { from, middle, until } = days
        const figures = (period: Period) => [
          ...[changeFailureRate, rollbackRate, reworkRate].map((rate) => rate(deployed, period, dayOf)),
          ...[timeToRestore, deploymentRecovery].map((recovery) => recovery(had, period, dayOf)),
          changeIncidents(had, deployed, period, dayOf),
        ]
        const [first, second, whole] = [
          { from, until: middle },
          { from: middle, until },
          { from, until },
        ].map(figures)
        whole?.forEach(({ numerator, denominator, keys }, at) => {
          const parts = [first?.[at], second?.[at]]
          expect(parts.reduce((sum, part) => sum + (part?.numerator ?? 0), 0)).toBe(numerator)
          expect(parts.reduce((sum, part) => sum + (part?.denominator ?? 0), 0)).toBe(denominator)
          expect(parts.flatMap((part) => part?.keys ?? []).sort()).toEqual([...keys].sort())
        })
        // What is open past due is a stock and can be met at the end of both parts; what was closed in time cannot.
        const inTime = (from: string, until: string) => criticalPatchTime(found, { from, until }).numerator
        expect(inTime(from, middle) + inTime(middle, until)).toBe(inTime(from, until))
      }),
    )
  })

  it('no wait is below 0', () => {
    fc.assert(
      fc.property(incidents, findings, split, zone, (had, found, period, dayOf) => {
        const waits = [...recoveryTimes(had, period, dayOf), ...patchDays(found, period.until)]
        expect(waits.filter(({ time }) => time < 0)).toEqual([])
      }),
    )
  })
})
