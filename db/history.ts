import { sql } from 'drizzle-orm'
import { visibleTo } from './decisions/visibility.ts'
import { rows } from './rows.ts'

export type Event = {
  id: number
  at: string
  personId: number | null
  person: string | null
  kind: string
  record: string
  recordId: number
  before: string | null
  after: string | null
  /** What the record is called, where it has a name. */
  name: string | null
  /** Of a metric: its address. */
  key: string | null
}

export type HistoryFilter = { record?: { kind: string; id: number } | undefined; person?: number | undefined }

const pageSize = 50

/**
 * Newest first, without a word about decisions that this reader may not know of. Who signed in from where is for the
 * person themselves and for owners.
 */
export async function readHistory(
  filter: HistoryFilter,
  { reader, owner, before }: { reader: number; owner: boolean; before?: number | undefined },
) {
  const { record, person } = filter
  const found = await rows<Event>(sql`select v.id, v.at, v.person as personId, p.name as person, v.kind, v.record,
      v.record_id as recordId, v.before, v.after,
      case v.record when 'decision' then (select title from decisions where number = v.record_id)
        when 'person' then (select name from people where id = v.record_id)
        when 'team' then (select name from teams where id = v.record_id)
        when 'right' then (select name from decision_types where id = v.record_id)
        when 'finding' then (select title from findings where id = v.record_id)
        when 'incident' then (select title from incidents where id = v.record_id)
        when 'deployment' then (select key from deployments where id = v.record_id)
        when 'quarter' then substr(v.record_id, 1, 4) || ' Q' || substr(v.record_id, 5)
        when 'initiative' then (select title from initiatives where id = v.record_id)
        when 'theme' then (select name from themes where id = v.record_id)
        when 'request' then (select title from requests where id = v.record_id)
        when 'feedback_theme' then (select name from feedback_themes where id = v.record_id)
        when 'public_link' then (select name from public_links where id = v.record_id)
        when 'scenario' then (select name from scenarios where id = v.record_id)
        when 'metric' then (select name from metric_definitions where metric = v.record_id order by number desc limit 1)
        end as name,
      iif(v.record = 'metric', (select key from metrics where id = v.record_id), null) as key
    from events v left join people p on p.id = v.person
    where (v.record <> 'decision' or exists (select 1 from decisions d where d.number = v.record_id and ${visibleTo(reader)}))
      ${owner ? sql`` : sql`and (v.record <> 'person' or v.record_id = ${reader} or v.kind glob 'person.*' or v.kind glob 'category.*')`}
      ${record ? sql`and v.record = ${record.kind} and v.record_id = ${record.id}` : sql``}
      ${person ? sql`and v.person = ${person}` : sql``}
      ${before ? sql`and v.id < ${before}` : sql``}
    order by v.id desc limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  return { events: shown, next: found.length > pageSize ? shown.at(-1)?.id : undefined }
}
