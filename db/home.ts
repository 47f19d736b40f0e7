import { sql } from 'drizzle-orm'
import type { ExecutiveRole } from '../src/domain/people/catalogue.ts'
import { visibleTo } from './decisions/visibility.ts'
import { rows } from './rows.ts'

export type OpenDecision = {
  number: number
  title: string
  type: string | null
  owner: ExecutiveRole | null
  slaDays: number | null
  raisedAt: string | null
  deciderId: number | null
  decider: string | null
  delegable: number | null
  byCpto: number
}

/** Proposed decisions, the longest waiting first; at most 200, of which a page shows a dozen. */
export const openDecisions = (reader: number): Promise<OpenDecision[]> =>
  rows(sql`select d.number, d.title, t.name as type, t.owner, t.sla_days as slaDays, d.raised_at as raisedAt,
      d.decider as deciderId, p.name as decider, d.delegable, d.by_cpto as byCpto
    from decisions d left join decision_types t on t.id = d.type left join people p on p.id = d.decider
    where d.status = 'proposed' and ${visibleTo(reader)} order by d.raised_at nulls last limit 200`)

export type Revisit = {
  number: number
  title: string
  revisitOn: string
  expected: string
  confidence: number | null
  deciderId: number | null
  decider: string | null
}

export const revisitsDue = (reader: number, today: string): Promise<Revisit[]> =>
  rows(sql`select d.number, d.title, d.revisit_on as revisitOn, d.expected, d.confidence, d.decider as deciderId, p.name as decider
    from decisions d left join people p on p.id = d.decider
    where d.status = 'decided' and d.revisit_on is not null and d.revisit_on <= ${today} and ${visibleTo(reader)}
    order by d.revisit_on limit 100`)

export const revisitsAhead = (reader: number, today: string): Promise<Revisit[]> =>
  rows(sql`select d.number, d.title, d.revisit_on as revisitOn, d.expected, d.confidence, d.decider as deciderId, p.name as decider
    from decisions d left join people p on p.id = d.decider
    where d.status = 'decided' and d.revisit_on is not null and d.revisit_on > ${today} and ${visibleTo(reader)}
    order by d.revisit_on limit 5`)

export type Decided = { number: number; title: string; decider: string | null }

export const decidedSince = (reader: number, since: string): Promise<Decided[]> =>
  rows(sql`select d.number, d.title, p.name as decider
    from decisions d left join people p on p.id = d.decided_by
    where d.status = 'decided' and d.decided_at >= ${since} and d.changed_at >= ${since} and ${visibleTo(reader)}
    order by d.changed_at desc limit 10`)
