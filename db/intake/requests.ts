import { sql } from 'drizzle-orm'
import type { RequestStatus, Source, Urgency } from '../../src/domain/intake/catalogue.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { first, rows } from '../rows.ts'
import { requests } from '../schema/intake.ts'
import { fingerprint, newToken } from '../sign-in/tokens.ts'
import { type By, write } from '../write.ts'

/** What somebody fills in who asks for something. */
export type RequestContent = {
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
}

/** From somebody with an account; returns its number. */
export const fileRequest = (by: By, content: RequestContent): Promise<number> => insert(by, content, {})

/** By a public link; returns the token of the address where the requester sees what happens with it. */
export async function fileByLink(by: By, link: number, content: RequestContent): Promise<string> {
  const token = newToken()
  await insert(by, content, { link, token: fingerprint(token) })
  return token
}

const insert = (by: By, content: RequestContent, way: { link?: number; token?: string }): Promise<number> =>
  write(by, async (tx, note) => {
    const { id } = await tx
      .insert(requests)
      .values({ ...content, ...way, person: by.person, receivedAt: by.at.toISOString() })
      .returning({ id: requests.id })
      .get()
    // The history is for ever: it does without a stranger's address.
    const { requesterEmail: _requesterEmail, ...told } = content
    const kind = way.link === undefined ? 'request.filed' : 'request.came_in'
    await note({ kind, record: 'request', recordId: id, after: toldOf(told) })
    return id
  })

const toldOf = (content: object) => Object.fromEntries(Object.entries(content).filter(([, value]) => value !== ''))

export type RequestRow = {
  id: number
  title: string
  requester: string
  source: Source
  urgency: Urgency
  customer: string
  /** Person-weeks. */
  effort: number | null
  because: string
  initiative: number | null
  receivedAt: string
  answeredAt: string | null
  answeredBy: string | null
  /** Person-weeks it took from other things and has not given back. */
  displaced: number
}

export type Cursor = { rank: number; at: string; id: number }

const pageSize = 50
/** Urgent ones come first where they wait for an answer. */
const rank = sql`(r.status = 'new' and r.urgency = 'normal')`

/** One page: what is new with the urgent first and the oldest of them on top; what was answered, newest first. */
export async function listRequests(
  status: RequestStatus,
  after?: Cursor,
): Promise<{ rows: RequestRow[]; next: Cursor | null }> {
  const isNew = status === 'new'
  const order = isNew ? sql`${rank}, r.received_at, r.id` : sql`r.received_at desc, r.id desc`
  const beyond = !after
    ? sql``
    : isNew
      ? sql`and (${rank}, r.received_at, r.id) > (${after.rank}, ${after.at}, ${after.id})`
      : sql`and (r.received_at, r.id) < (${after.at}, ${after.id})`
  const found = await rows<RequestRow>(sql`select r.id, r.title, r.requester, r.source, r.urgency, r.customer, r.effort,
      r.because, r.initiative, r.received_at as receivedAt, r.answered_at as answeredAt, p.name as answeredBy,
      coalesce((select sum(d.person_weeks) from displacements d
        where d.request = r.id and d.initiative is not null and d.restored_at is null), 0) as displaced
    from requests r left join people p on p.id = r.answered_by
    where r.status = ${status} ${beyond} order by ${order} limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  const isMore = found.length > pageSize && last !== undefined
  const rankOf = ({ urgency }: RequestRow) => (isNew && urgency === 'normal' ? 1 : 0)
  return { rows: shown, next: isMore ? { rank: rankOf(last), at: last.receivedAt, id: last.id } : null }
}

export type Queue = {
  /** Each up to `countedUpTo`. */
  counts: Record<RequestStatus, number>
  urgent: number
  /** The moment at which the oldest that waits came in. */
  oldest: string | null
}

export const countedUpTo = 1000

export async function queue(): Promise<Queue> {
  const upTo = (status: RequestStatus) =>
    sql`(select count(*) from (select 1 from requests where status = ${status} limit ${countedUpTo}))`
  const found = await first<Queue['counts'] & { waits: number; urgent: number; oldest: string | null }>(sql`
    select ${upTo('new')} as waits, ${upTo('accepted')} as accepted, ${upTo('declined')} as declined, ${upTo('parked')} as parked,
      (select count(*) from requests where status = 'new' and urgency = 'urgent') as urgent,
      (select min(received_at) from requests where status = 'new') as oldest`)
  const { waits = 0, accepted = 0, declined = 0, parked = 0, urgent = 0, oldest = null } = found ?? {}
  return { counts: { new: waits, accepted, declined, parked }, urgent, oldest }
}

export type Waiting = { id: number; title: string; source: Source; receivedAt: string }

/** For Home: urgent ones that wait until somebody names what they displace, the longest waiting first. */
export const urgentWaiting = (): Promise<Waiting[]> =>
  rows(sql`select id, title, source, received_at as receivedAt from requests
    where status = 'new' and urgency = 'urgent' order by received_at limit 20`)

export type AskedRequest = {
  id: number
  title: string
  status: RequestStatus
  because: string
  receivedAt: string
  answeredAt: string | null
  /** Of the initiative it became part of. */
  stage: Stage | null
  quarter: string | null
  /** What was said to everybody who asked for this. */
  answer: string | null
}

/** What its requester may know of it. */
export const askedWith = (token: string): Promise<AskedRequest | undefined> =>
  first(sql`select r.id, r.title, r.status, r.because, r.received_at as receivedAt, r.answered_at as answeredAt,
      i.stage, i.quarter, t.answer
    from requests r left join initiatives i on i.id = r.initiative left join feedback_themes t on t.id = r.theme
    where r.token = ${fingerprint(token)}`)
