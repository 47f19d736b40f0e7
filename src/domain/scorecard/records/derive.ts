import { median, type Observation, quantile } from '../../statistics/kaplan-meier.ts'
import { addDays, daysBetween } from '../../time/days.ts'
import type { Deployment, Finding, Incident } from './records.ts'

/** Calendar days, `YYYY-MM-DD`: `from` belongs to it, `until` is the first day after it. */
export type Period = { from: string; until: string }

/** The calendar day of an ISO moment in the organisation's time zone. */
export type DayOf = (moment: string) => string

/** `keys` are the records that the numerator counts or sums. A denominator of 0 means no data. */
export type Figure = { numerator: number; denominator: number; keys: string[] }

/** null: cannot be told, because too much is still open. */
export type Quantiles = { median: number | null; p90: number | null }

const within = (day: string, { from, until }: Period) => from <= day && day < until
const keysOf = (records: readonly { key: string }[]) => records.map(({ key }) => key)
const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000

type Deployments = readonly Deployment[]
type Incidents = readonly Incident[]
type Findings = readonly Finding[]

/** Deployments that needed immediate intervention, of all in the period. DORA, 2024. */
export const changeFailureRate = (deployments: Deployments, period: Period, dayOf: DayOf): Figure =>
  share(deployments, period, dayOf, ({ failed }) => failed)

/** Deployments taken back, of all in the period. */
export const rollbackRate = (deployments: Deployments, period: Period, dayOf: DayOf): Figure =>
  share(deployments, period, dayOf, ({ rolledBack }) => rolledBack)

/** Deployments that were unplanned fixes, of all in the period. DORA, 2024. */
export const reworkRate = (deployments: Deployments, period: Period, dayOf: DayOf): Figure =>
  share(deployments, period, dayOf, ({ unplannedFix }) => unplannedFix)

function share(deployments: Deployments, period: Period, dayOf: DayOf, counts: (one: Deployment) => boolean): Figure {
  const all = deployedIn(deployments, period, dayOf)
  const counted = all.filter(counts)
  return { numerator: counted.length, denominator: all.length, keys: keysOf(counted) }
}

export const deployedIn = (deployments: Deployments, period: Period, dayOf: DayOf): Deployment[] =>
  deployments.filter(({ at }) => within(dayOf(at), period))

/** Minutes from detected to restored, summed, over user-impacting incidents restored in the period. */
export function timeToRestore(incidents: Incidents, period: Period, dayOf: DayOf): Figure {
  let numerator = 0
  const keys: string[] = []
  for (const { key, userImpacting, detectedAt, restoredAt } of incidents) {
    if (!userImpacting || restoredAt === null || !within(dayOf(restoredAt), period)) continue
    numerator += minutesBetween(detectedAt, restoredAt)
    keys.push(key)
  }
  return { numerator, denominator: keys.length, keys }
}

/** Time to restore, of what a change caused; not of outages that came from elsewhere. DORA, 2023. */
export const deploymentRecovery = (incidents: Incidents, period: Period, dayOf: DayOf): Figure =>
  timeToRestore(
    incidents.filter(({ causedByChange }) => causedByChange),
    period,
    dayOf,
  )

/**
 * Incidents caused by a change and detected in the period, per deployment in it: no share, it can exceed 1. That the
 * change lay within the 48 hours before is not computed: whoever records the cause says so.
 */
export function changeIncidents(incidents: Incidents, deployments: Deployments, period: Period, dayOf: DayOf): Figure {
  const counted = incidents.filter((one) => one.causedByChange && within(dayOf(one.detectedAt), period))
  const denominator = deployedIn(deployments, period, dayOf).length
  return { numerator: counted.length, denominator, keys: keysOf(counted) }
}

/**
 * Critical findings closed in the period by their due day, of all closed in it and all open past due at its end. What
 * has no due day cannot be late.
 */
export function criticalPatchTime(findings: Findings, period: Period): Figure {
  const { inTime, late, overdue } = patchedIn(findings, period)
  return {
    numerator: inTime.length,
    denominator: inTime.length + late.length + overdue.length,
    keys: keysOf(inTime),
  }
}

/** Critical findings that count in a period: closed in it by their due day or after, or open past it at its end. */
export function patchedIn(findings: Findings, period: Period): Record<'inTime' | 'late' | 'overdue', Finding[]> {
  const critical = findings.filter(({ severity }) => severity === 'critical')
  const closed = critical.filter(({ closedOn }) => closedOn !== null && within(closedOn, period))
  const isInTime = ({ closedOn, dueOn }: Finding) => dueOn === null || (closedOn ?? '') <= dueOn
  const lastDay = addDays(period.until, -1)
  return {
    inTime: closed.filter(isInTime),
    late: closed.filter((one) => !isInTime(one)),
    overdue: critical.filter((one) => isOpen(one, lastDay) && one.dueOn !== null && one.dueOn <= lastDay),
  }
}

/** Critical and high findings open when `day` ends, and how many of them were due before it. */
export function openCriticalHigh(findings: Findings, day: string): { count: number; pastDue: number; keys: string[] } {
  const open = findings.filter((one) => (one.severity === 'critical' || one.severity === 'high') && isOpen(one, day))
  const pastDue = open.filter((one) => one.dueOn !== null && one.dueOn < day).length
  return { count: open.length, pastDue, keys: keysOf(open) }
}

const isOpen = ({ openedOn, closedOn }: Finding, day: string) =>
  openedOn <= day && (closedOn === null || closedOn > day)

/**
 * Minutes to restore the user-impacting incidents detected in the period, as known at its end. They go by detection, not
 * by restoration as the mean does: each counts in one period, and none only because it was long.
 */
export function recoveryTimes(incidents: Incidents, period: Period, dayOf: DayOf): Observation[] {
  const end = startOf(period.until, dayOf)
  return incidents
    .filter((one) => one.userImpacting && within(dayOf(one.detectedAt), period))
    .map(({ detectedAt, restoredAt }) => {
      const observed = restoredAt !== null && dayOf(restoredAt) < period.until
      return { time: minutesBetween(detectedAt, observed ? restoredAt : end), observed }
    })
}

export const recoveryQuantiles = (incidents: Incidents, period: Period, dayOf: DayOf): Quantiles =>
  quantilesOf(recoveryTimes(incidents, period, dayOf))

/** Days that critical findings took to close, as known when the day `asOf` ends. */
export const patchDays = (findings: Findings, asOf: string): Observation[] =>
  findings
    .filter(({ severity, openedOn }) => severity === 'critical' && openedOn <= asOf)
    .map(({ openedOn, closedOn }) => {
      const observed = closedOn !== null && closedOn <= asOf
      return { time: daysBetween(openedOn, observed ? closedOn : asOf), observed }
    })

export const patchQuantiles = (findings: Findings, asOf: string): Quantiles => quantilesOf(patchDays(findings, asOf))

const quantilesOf = (observations: readonly Observation[]): Quantiles => ({
  median: median(observations),
  p90: quantile(observations, 0.9),
})

/** The first minute of a day. Zones lie between 14 hours before and 12 after UTC. */
function startOf(day: string, dayOf: DayOf) {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const moment = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString()
  let [low, high] = [-14 * 60, 12 * 60]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(moment(middle)) >= day) high = middle
    else low = middle + 1
  }
  return moment(low)
}
