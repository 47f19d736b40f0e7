import { median, type Observation } from '../statistics/kaplan-meier.ts'
import { addDays, businessDaysBetween, daysBetween } from '../time/days.ts'
import type { ReversalCause, Status } from './catalogue.ts'

/** What the figures about deciding need of a decision; days are calendar days `YYYY-MM-DD`. */
export type Made = {
  number: number
  status: Status
  /** null: not known; such a decision is left out of everything that needs the time. */
  raisedOn: string | null
  decidedOn: string | null
  endedOn: string | null
  cause: ReversalCause | null
  /** Somebody else than the CPTO may, or might, decide it. */
  delegable: boolean | null
  byCpto: boolean
}

export type Ratio = { numerator: number; denominator: number; value: number | null }

const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
})

/**
 * How long deciding takes, in business days from raised to decided: the Kaplan–Meier median, in which a decision still
 * open, or withdrawn, counts as having taken at least as long as it waited. null: fewer than half have been decided.
 */
export function latency(
  records: readonly Made[],
  today: string,
): { median: number | null; count: number; open: number } {
  const observations = records.flatMap((record) => {
    const observation = waited(record, today)
    return observation ? [observation] : []
  })
  const open = observations.filter(({ observed }) => !observed).length
  return { median: median(observations), count: observations.length, open }
}

function waited({ raisedOn, decidedOn, endedOn, status }: Made, today: string): Observation | null {
  if (raisedOn === null) return null
  if (decidedOn !== null) return { time: businessDaysBetween(raisedOn, decidedOn), observed: true }
  if (status !== 'proposed' && endedOn === null) return null
  return { time: businessDaysBetween(raisedOn, endedOn ?? today), observed: false }
}

/** Of the delegable decisions that were decided: how many somebody else than the CPTO took. */
export function delegation(records: readonly Made[]): Ratio {
  const delegable = records.filter((record) => record.delegable && record.decidedOn !== null)
  return ratio(delegable.filter(({ byCpto }) => !byCpto).length, delegable.length)
}

const reversalWindowDays = 90

/**
 * Of the decisions whose 90 days are over: how many were reversed within them, and why. A younger one that was already
 * reversed waits as well: counted early, only the reversed would be, and the rate would always look too high.
 */
export function reversals(records: readonly Made[], today: string) {
  const told = records.filter(({ decidedOn }) => decidedOn !== null && addDays(decidedOn, reversalWindowDays) < today)
  const reversed = told.filter(
    ({ status, decidedOn, endedOn }) =>
      status === 'reversed' &&
      decidedOn !== null &&
      endedOn !== null &&
      daysBetween(decidedOn, endedOn) <= reversalWindowDays,
  )
  const because = (cause: ReversalCause) => reversed.filter((record) => record.cause === cause).length
  return { ...ratio(reversed.length, told.length), newInformation: because('new_information'), error: because('error') }
}

const revisitGraceDays = 7

/** A day on which a decision was to be looked at again, and the day on which it was; null: not yet. */
export type Revisit = { dueOn: string; reviewedOn: string | null }

/**
 * Of the revisits whose day plus seven is over: how many were made by then. One made early waits for that as well, or
 * the punctual would be counted before the late.
 */
export function revisitsOnTime(revisits: readonly Revisit[], today: string): Ratio {
  const told = revisits.filter(({ dueOn }) => addDays(dueOn, revisitGraceDays) < today)
  const onTime = told.filter(
    ({ dueOn, reviewedOn }) => reviewedOn !== null && reviewedOn <= addDays(dueOn, revisitGraceDays),
  )
  return ratio(onTime.length, told.length)
}
