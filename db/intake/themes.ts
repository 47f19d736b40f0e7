import { and, eq, sql } from 'drizzle-orm'
import type { RequestStatus, Source } from '../../src/domain/intake/catalogue.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { first, rows } from '../rows.ts'
import { feedbackThemes } from '../schema/intake.ts'
import { Stale } from '../stale.ts'
import { type By, type Transaction, write } from '../write.ts'
import { seenRequest, setRequest } from './answers.ts'
import { shownTo } from './decision-shown.ts'

export type ThemeContent = { name: string; answer: string; initiative: number | null; decision: number | null }

/** Fails on the unique name when there is one already. */
export const addTheme = (by: By, name: string): Promise<number> =>
  write(by, async (tx, note) => {
    const { id } = await tx.insert(feedbackThemes).values({ name }).returning({ id: feedbackThemes.id }).get()
    await note({ kind: 'feedback.theme_added', record: 'feedback_theme', recordId: id, after: { name } })
    return id
  })

export const changeTheme = (by: By, id: number, seen: number, content: ThemeContent): Promise<void> =>
  write(by, async (tx, note) => {
    const found = await tx.select().from(feedbackThemes).where(eq(feedbackThemes.id, id)).get()
    if (!found || found.version !== seen) throw new Stale(found)
    await tx
      .update(feedbackThemes)
      .set({ ...content, version: seen + 1 })
      .where(and(eq(feedbackThemes.id, id), eq(feedbackThemes.version, seen)))
    const { id: _id, version: _version, ...before } = found
    await note({ kind: 'feedback.theme_changed', record: 'feedback_theme', recordId: id, before, after: content })
  })

export const sortInto = (by: By, request: number, seen: number, theme: number | null): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await seenRequest(tx, request, seen)
    await setRequest(tx, before, { theme })
    const name = theme === null ? null : await nameOf(tx, theme)
    await note({ kind: 'request.sorted', record: 'request', recordId: request, after: { theme: name } })
  })

async function nameOf(tx: Transaction, theme: number): Promise<string | null> {
  const found = await first<{ name: string }>(sql`select name from feedback_themes where id = ${theme}`, tx)
  return found?.name ?? null
}

/** Whoever asked was told what came of it, by mail or by word. */
export const tell = (by: By, request: number): Promise<void> =>
  write(by, (_tx, note) => note({ kind: 'request.told', record: 'request', recordId: request }))

export const themeNames = (): Promise<{ id: number; name: string }[]> =>
  rows(sql`select id, name from feedback_themes order by name`)

export type ListedTheme = {
  id: number
  name: string
  answer: string
  initiative: number | null
  initiativeTitle: string | null
  decision: number | null
  requests: number
  /** Different ones that are named. */
  customers: number
  newest: string | null
  /** Of those answered, how many were told or can see it themselves. */
  told: number
}

/** An address of one's own shows it; otherwise somebody has to say so. */
const wasTold = sql`(r.token is not null or exists (
  select 1 from events v where v.record = 'request' and v.record_id = r.id and v.kind = 'request.told'))`

/** Most asked for first. */
export const listThemes = (reader: number): Promise<ListedTheme[]> =>
  rows(sql`select t.id, t.name, t.answer, t.initiative, i.title as initiativeTitle, ${shownTo(reader, 't.decision')} as decision, count(r.id) as requests,
      count(distinct nullif(r.customer, '')) as customers, max(r.received_at) as newest,
      coalesce(sum(case when r.id is not null and ${wasTold} then 1 else 0 end), 0) as told
    from feedback_themes t left join requests r on r.theme = t.id left join initiatives i on i.id = t.initiative
    group by t.id order by requests desc, t.name limit 200`)

export type Voice = {
  id: number
  title: string
  requester: string
  source: Source
  status: RequestStatus
  customer: string
  segment: string
  competitor: string
  receivedAt: string
  followed: number
  toldAt: string | null
  toldBy: string | null
}

export type Theme = Omit<ListedTheme, 'requests' | 'customers' | 'newest' | 'told'> & {
  version: number
  stage: Stage | null
  voices: Voice[]
}

export async function findTheme(id: number, reader: number): Promise<Theme | undefined> {
  const theme = await first<Omit<Theme, 'voices'>>(sql`select t.id, t.version, t.name, t.answer, t.initiative,
      i.title as initiativeTitle, i.stage, ${shownTo(reader, 't.decision')} as decision
    from feedback_themes t left join initiatives i on i.id = t.initiative where t.id = ${id}`)
  return theme && { ...theme, voices: await voicesOf(id) }
}

const voicesOf = (theme: number): Promise<Voice[]> =>
  rows(sql`select r.id, r.title, r.requester, r.source, r.status, r.customer, r.segment, r.competitor,
      r.received_at as receivedAt, r.token is not null as followed, v.at as toldAt, p.name as toldBy
    from requests r
    left join events v on v.id = (select max(id) from events
      where record = 'request' and record_id = r.id and kind = 'request.told')
    left join people p on p.id = v.person
    where r.theme = ${theme} order by r.received_at desc, r.id desc limit 500`)
