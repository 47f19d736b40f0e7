import { type SQL, sql } from 'drizzle-orm'
import type { Forum, ReversalCause, Status } from '../../src/domain/decisions/catalogue.ts'
import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { rows } from '../rows.ts'

/** What the figures about deciding are made of; moments, to be read as days in the organisation's time zone. */
export type MadeRow = {
  number: number
  title: string
  type: number | null
  status: Status
  raisedAt: string | null
  decidedAt: string | null
  endedAt: string | null
  cause: ReversalCause | null
  delegable: number | null
  byCpto: number
  forum: Forum | null
  decider: string | null
  deciderRole: ExecutiveRole | null
}

/** Raised since then, and whatever is still open. Counts take in restricted ones, rows must not show them. */
export const madeSince = (since: string): Promise<MadeRow[]> =>
  made(sql`d.raised_at >= ${since} or d.status = 'proposed'`)

const made = (where: SQL): Promise<MadeRow[]> =>
  rows(sql`select d.number, d.title, d.type, d.status, d.raised_at as raisedAt, d.decided_at as decidedAt, e.at as endedAt,
      e.cause, d.delegable, d.by_cpto as byCpto, d.forum, p.name as decider, p.executive_role as deciderRole
    from decisions d left join decision_endings e on e.decision = d.number left join people p on p.id = d.decider
    where ${where}`)

export type ReviewRow = {
  number: number
  title: string
  type: string | null
  dueOn: string | null
  at: string
  came: 'yes' | 'no' | 'unknown'
  wellMade: number | null
  confidence: number | null
  processScore: number | null
  restricted: number
}

export const reviewsSince = (since: string): Promise<ReviewRow[]> =>
  rows(sql`select d.number, d.title, t.name as type, o.due_on as dueOn, o.at, o.came, o.well_made as wellMade, d.confidence,
      d.process_score as processScore, d.restricted
    from outcome_reviews o join decisions d on d.number = o.decision left join decision_types t on t.id = d.type
    where o.at >= ${since} order by o.id desc`)

/** Days on which a decided decision is to be looked at again and was not yet. */
export const revisitsOpen = (today: string): Promise<{ dueOn: string }[]> =>
  rows(sql`select revisit_on as dueOn from decisions
    where status = 'decided' and revisit_on is not null and revisit_on <= ${today}`)
