import { sql } from 'drizzle-orm'
import type { LinkKind, Status } from '../../src/domain/decisions/catalogue.ts'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { first } from '../rows.ts'
import { documentJson } from './document.ts'
import { visibleTo } from './visibility.ts'

export type Brief = { number: number; title: string; status: Status; at: string | null }

export type Happened = {
  id: number
  at: string
  person: string | null
  kind: string
  before: string | null
  after: string | null
}

/** All that the page of one decision shows. */
export type DecisionRecord = {
  document: DecisionDocument & { number: number }
  version: number
  typeId: number | null
  typeName: string | null
  typeOwner: ExecutiveRole | null
  delegable: boolean | null
  byCpto: boolean
  raisedById: number | null
  deciderId: number | null
  /** Of a restricted one. */
  readerIds: number[]
  /** Links to and from it, each with the other decision. */
  links: (Brief & { kind: LinkKind; outgoing: number })[]
  /** Oldest first, this one among them; only itself when nothing was superseded. */
  chain: Brief[]
  /** Newest first. */
  events: Happened[]
}

/** undefined: there is none, or this reader may not know of it. */
export async function findDecision(number: number, reader: number): Promise<DecisionRecord | undefined> {
  const row = await first<Raw>(sql`
    with recursive chain (number) as (
      select ${number}
      union select e.replacement from chain c join decision_endings e on e.decision = c.number where e.replacement is not null
      union select e.decision from chain c join decision_endings e on e.replacement = c.number)
    select ${documentJson} as document, d.version, d.type as typeId, t.name as typeName, t.owner as typeOwner, d.delegable, d.by_cpto as byCpto,
      d.raised_by as raisedById, coalesce(d.decided_by, d.decider) as deciderId,
      (select json_group_array(person) from decision_readers where decision = ${number}) as readerIds,
      (select json_group_array(json_object('number', o.number, 'title', o.title, 'status', o.status,
          'at', o.changed_at, 'kind', l.kind, 'outgoing', l.outgoing))
        from (select "to" as other, kind, 1 as outgoing from decision_links where decision = ${number}
          union all select decision, kind, 0 from decision_links where "to" = ${number}) l
        join decisions o on o.number = l.other where ${visibleTo(reader, 'o')}) as links,
      (select json_group_array(json_object('number', o.number, 'title', o.title, 'status', o.status, 'at', o.at))
        from (select o.number, o.title, o.status, coalesce(o.decided_at, o.raised_at) as at
          from chain c join decisions o on o.number = c.number where ${visibleTo(reader, 'o')} order by o.number) o) as chain,
      (select json_group_array(json_object('id', v.id, 'at', v.at, 'person', p.name, 'kind', v.kind,
          'before', v.before, 'after', v.after))
        from (select * from events where record = 'decision' and record_id = ${number} order by id desc limit 60) v
        left join people p on p.id = v.person) as events
    from decisions d left join decision_types t on t.id = d.type
    where d.number = ${number} and ${visibleTo(reader)}`)
  return row && read(row)
}

/** For a select: what another decision may be linked to or superseded by. */
export async function briefOf(number: number, reader: number): Promise<Brief | undefined> {
  return first<Brief>(sql`select d.number, d.title, d.status, coalesce(d.decided_at, d.raised_at) as at
    from decisions d where d.number = ${number} and ${visibleTo(reader)}`)
}

type Raw = Pick<DecisionRecord, 'version' | 'typeId' | 'typeName' | 'typeOwner' | 'raisedById' | 'deciderId'> & {
  document: string
  readerIds: string
  links: string
  chain: string
  events: string
  delegable: number | null
  byCpto: number
}

const read = (row: Raw): DecisionRecord => ({
  ...row,
  document: JSON.parse(row.document),
  readerIds: JSON.parse(row.readerIds),
  links: JSON.parse(row.links),
  chain: JSON.parse(row.chain),
  events: JSON.parse(row.events),
  delegable: row.delegable === null ? null : row.delegable === 1,
  byCpto: row.byCpto === 1,
})
