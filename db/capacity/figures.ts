import { sql } from 'drizzle-orm'
import type { Week } from '../../src/domain/capacity/drift.ts'
import type { PerBucket } from '../../src/domain/capacity/split.ts'
import type { Origin } from '../../src/domain/capacity/unplanned.ts'
import { weeksOf } from '../../src/domain/capacity/weeks.ts'
import { addDays } from '../../src/domain/time/days.ts'
import type { Quarter } from '../../src/domain/time/quarter.ts'
import { first, rows } from '../rows.ts'
import type { Transaction } from '../write.ts'

export type Figures = {
  /** Mondays of the quarter. */
  weeks: string[]
  /** The newest week of the quarter with actuals; null: there is none. */
  at: string | null
  /** By team: person-weeks of the four weeks that end with `at`, and of the four before, each told as one week. */
  windows: Map<number, Week[]>
  /** Of the quarter until `at`. */
  causes: { origin: Origin; personWeeks: number }[]
}

/**
 * The four weeks that end with the newest are those of this quarter alone: what went by another plan says nothing about
 * this one. The four before are whichever they are.
 */
export async function figuresOf(quarter: Quarter): Promise<Figures> {
  const weeks = weeksOf(quarter)
  const [begin = '', end = ''] = [weeks[0], weeks.at(-1)]
  const newest = await first<{ week: string | null }>(
    sql`select max(week) as week from actuals where week between ${begin} and ${end}`,
  )
  const at = newest?.week ?? null
  if (at === null) return { weeks, at, windows: new Map(), causes: [] }
  const [edge, earliest] = [addDays(at, -28), addDays(at, -56)]
  const since = begin > addDays(edge, 7) ? begin : addDays(edge, 7)
  const sums = await rows<{ team: number; window: string; bucket: string; personWeeks: number }>(
    sql`select team, iif(week > ${edge}, ${at}, ${edge}) as window, bucket, sum(person_weeks) as personWeeks from actuals
      where week between ${since} and ${at} or week > ${earliest} and week <= ${edge}
      group by team, window, bucket`,
  )
  const causes = await rows<{ origin: Origin; personWeeks: number }>(
    sql`select cause as origin, sum(person_weeks) as personWeeks from actuals where week between ${begin} and ${at} group by cause`,
  )
  return { weeks, at, windows: windowsOf(sums), causes }
}

function windowsOf(sums: readonly { team: number; window: string; bucket: string; personWeeks: number }[]) {
  const windows = new Map<number, Week[]>()
  for (const { team, window, bucket, personWeeks } of sums) {
    const weeks = windows.get(team) ?? []
    weeks.push({ week: window, personWeeks: { [bucket]: personWeeks } })
    windows.set(team, weeks)
  }
  return windows
}

/** Of all teams, week by week: what a forecast's four-week means begin in. */
export async function recentWeeks(before: string, tx?: Transaction): Promise<Week[]> {
  const sums = await rows<{ week: string; bucket: string; personWeeks: number }>(
    sql`select week, bucket, sum(person_weeks) as personWeeks from actuals
      where week >= ${addDays(before, -28)} and week < ${before} group by week, bucket`,
    tx,
  )
  return sums.map(({ week, bucket, personWeeks }) => ({ week, personWeeks: { [bucket]: personWeeks } }))
}

/** Planned work done within a quarter before a day, by team. */
export async function spentBetween(from: string, before: string, tx?: Transaction): Promise<Map<number, PerBucket>> {
  const sums = await rows<{ team: number; bucket: string; personWeeks: number }>(
    sql`select team, bucket, sum(person_weeks) as personWeeks from actuals
      where week >= ${from} and week < ${before} and cause = 'planned' group by team, bucket`,
    tx,
  )
  const spent = new Map<number, PerBucket>()
  for (const { team, bucket, personWeeks } of sums) spent.set(team, { ...spent.get(team), [bucket]: personWeeks })
  return spent
}

export type PastWeek = { delivered: number; planned: number }

/** Half a year: further back, teams were others. */
const historyWeeks = 26

/** By team and week: what was delivered of the plan, and what the plan of that week's quarter gave the team. */
export async function pastWeeks(before: string, tx?: Transaction): Promise<Map<number, PastWeek[]>> {
  const found = await rows<PastWeek & { team: number }>(
    sql`with past as (
        select team, week, sum(iif(cause = 'planned', person_weeks, 0)) as delivered,
          strftime('%Y', week, '+3 days') || 'Q' || ((strftime('%m', week, '+3 days') + 2) / 3) as quarter
        from actuals where week >= ${addDays(before, -7 * historyWeeks)} and week < ${before} group by team, week)
      select p.team, p.delivered, c.people * c.availability as planned
      from past p join team_capacity c on c.quarter = p.quarter and c.team = p.team order by p.team, p.week`,
    tx,
  )
  const past = new Map<number, PastWeek[]>()
  for (const { team, ...week } of found) past.set(team, [...(past.get(team) ?? []), week])
  return past
}
