import { addDays } from '../../time/days.ts'
import type { Rhythm } from '../catalogue.ts'
import { lastComplete, periodAfter, periodOf } from '../periods.ts'
import type { DayOf, Period } from './derive.ts'
import type { Deployment, Finding, Incident } from './records.ts'

export const lastDayOf = ({ until }: Period): string => addDays(until, -1)

/** The calendar days, both of them in it, whose figures a record can change; `until` null: all from then on. */
export type Span = { from: string; until: string | null }

export const spanOfFinding = ({ openedOn, closedOn }: Finding): Span => ({ from: openedOn, until: closedOn })

export const spanOfIncident = ({ detectedAt, restoredAt }: Incident, dayOf: DayOf): Span => ({
  from: dayOf(detectedAt),
  until: dayOf(restoredAt ?? detectedAt),
})

export const spanOfDeployment = ({ at }: Deployment, dayOf: DayOf): Span => ({ from: dayOf(at), until: dayOf(at) })

/** From the first day of them all to the last; null where there are none. */
export function spanOver(spans: readonly Span[]): Span | null {
  const [first, ...others] = spans
  if (!first) return null
  let { from, until } = first
  for (const other of others) {
    if (other.from < from) from = other.from
    if (until !== null && (other.until === null || other.until > until)) until = other.until
  }
  return { from, until }
}

type Known = {
  /** The first day that any record counts on. */
  first: string
  /** The newest period that has a reading. */
  newest: string | undefined
  today: string
}

/**
 * The complete periods to compute, as one or two runs of days: those that a change reaches into, and those that have
 * ended since the newest reading.
 */
export function runsOf(changed: Span | null, { first, newest, today }: Known, rhythm: Rhythm): Period[] {
  const last = lastComplete(today, rhythm)
  const behind =
    newest === undefined || newest < first ? periodOf(first, rhythm) : periodAfter(periodOf(newest, rhythm), rhythm)
  const runs = [{ start: behind, end: last }]
  if (changed) {
    const end = changed.until === null ? last : periodOf(changed.until, rhythm)
    runs.push({ start: periodOf(changed.from, rhythm), end: end < last ? end : last })
  }
  const [one, other] = runs
    .filter(({ start, end }) => start <= end)
    .map(({ start, end }) => ({ from: start, until: periodAfter(end, rhythm) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (!one) return []
  if (!other) return [one]
  if (other.from > one.until) return [one, other]
  return [{ from: one.from, until: one.until > other.until ? one.until : other.until }]
}
