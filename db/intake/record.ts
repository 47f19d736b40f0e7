import { sql } from 'drizzle-orm'
import type { RequestStatus, Source, Urgency } from '../../src/domain/intake/catalogue.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { first } from '../rows.ts'
import { shownTo } from './decision-shown.ts'

export type Given = {
  id: number
  /** null: out of the buffer of the quarter. */
  initiative: number | null
  title: string | null
  personWeeks: number
  restoreCondition: string
  at: string
  restoredAt: string | null
}

export type Happened = { id: number; at: string; person: string | null; kind: string; after: string | null }

/** All that the page of one request shows. */
export type RequestRecord = {
  id: number
  version: number
  title: string
  requester: string
  requesterEmail: string
  source: Source
  urgency: Urgency
  value: string
  evidence: string
  productLine: string
  customer: string
  segment: string
  competitor: string
  themeId: number | null
  theme: string | null
  effort: number | null
  status: RequestStatus
  because: string
  initiativeId: number | null
  initiative: string | null
  stage: Stage | null
  decision: number | null
  receivedAt: string
  filedBy: string | null
  link: string | null
  answeredAt: string | null
  answeredBy: string | null
  /** The requester has an address where they see what happens with it. */
  followed: number
  given: Given[]
  /** Newest first. */
  events: Happened[]
}

export async function findRequest(id: number, reader: number): Promise<RequestRecord | undefined> {
  const row = await first<Omit<RequestRecord, 'given' | 'events'> & { given: string; events: string }>(sql`
    select r.id, r.version, r.title, r.requester, r.requester_email as requesterEmail, r.source, r.urgency, r.value, r.evidence,
      r.product_line as productLine, r.customer, r.segment, r.competitor, r.theme as themeId, t.name as theme, r.effort, r.status,
      r.because, r.initiative as initiativeId, i.title as initiative, i.stage, ${shownTo(reader, 'r.decision')} as decision, r.received_at as receivedAt,
      f.name as filedBy, l.name as link, r.answered_at as answeredAt, a.name as answeredBy, r.token is not null as followed,
      (select json_group_array(json_object('id', d.id, 'initiative', d.initiative, 'title', d.title, 'personWeeks', d.person_weeks,
          'restoreCondition', d.restore_condition, 'at', d.at, 'restoredAt', d.restored_at))
        from (select d.*, x.title from displacements d left join initiatives x on x.id = d.initiative
          where d.request = r.id order by d.id) d) as given,
      (select json_group_array(json_object('id', v.id, 'at', v.at, 'person', p.name, 'kind', v.kind, 'after', v.after))
        from (select * from events where record = 'request' and record_id = r.id order by id desc limit 60) v
        left join people p on p.id = v.person) as events
    from requests r left join feedback_themes t on t.id = r.theme left join initiatives i on i.id = r.initiative
      left join people f on f.id = r.person left join people a on a.id = r.answered_by left join public_links l on l.id = r.link
    where r.id = ${id}`)
  return row && { ...row, given: JSON.parse(row.given), events: JSON.parse(row.events) }
}
