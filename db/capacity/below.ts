import { sql } from 'drizzle-orm'
import type { Status } from '../../src/domain/decisions/catalogue.ts'
import { momentAt } from '../../src/domain/time/moment.ts'
import { type Quarter, quarterBounds, quarterKey } from '../../src/domain/time/quarter.ts'
import { visibleTo } from '../decisions/visibility.ts'
import { rows } from '../rows.ts'

export type Below = {
  initiative: number | null
  request: number | null
  title: string
  effort: number | null
  /** null: nobody decided it, or this reader may not know of it. */
  decision: number | null
  status: Status | null
  condition: string
  /** Of a request: why it was declined or parked. */
  because: string
}

/** What is not done in a quarter, newest first. */
export const belowTheLineOf = (quarter: Quarter, reader: number): Promise<Below[]> =>
  rows(sql`select b.initiative, b.request, coalesce(i.title, r.title) as title, coalesce(i.effort, r.effort) as effort,
      d.number as decision, d.status, b.condition, coalesce(r.because, '') as because
    from below_the_line b left join initiatives i on i.id = b.initiative left join requests r on r.id = b.request
    left join decisions d on d.number = b.decision and ${visibleTo(reader)}
    where b.quarter = ${quarterKey(quarter)} and b.ended_at is null order by b.id desc limit 200`)

export type PushedIn = {
  request: number | null
  requestTitle: string | null
  decision: number | null
  /** null: it came out of the buffer. */
  initiative: number | null
  initiativeTitle: string | null
  personWeeks: number
}

/** What pushed in from outside the plan within a quarter, and what it pushed out, newest first. */
export const pushedInto = (quarter: Quarter, timeZone: string, reader: number): Promise<PushedIn[]> => {
  const { from, until } = quarterBounds(quarter)
  const [since, before] = [from, until].map((day) => momentAt(`${day}T00:00`, timeZone))
  return rows(sql`select x.request, r.title as requestTitle, d.number as decision, x.initiative, i.title as initiativeTitle,
      x.person_weeks as personWeeks
    from displacements x left join requests r on r.id = x.request left join initiatives i on i.id = x.initiative
    left join decisions d on d.number = x.decision and ${visibleTo(reader)}
    where x.at >= ${since} and x.at < ${before} and x.restored_at is null order by x.at desc, x.id desc limit 500`)
}
