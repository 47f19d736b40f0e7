import { type SQL, sql } from 'drizzle-orm'
import type { Ending, Side, Status } from '../../src/domain/decisions/catalogue.ts'
import { first, rows } from '../rows.ts'
import { searchQuery } from './search.ts'
import { visibleTo } from './visibility.ts'

/** What the log is narrowed to; every field optional, all of them together. */
export type Filter = {
  text?: string | undefined
  view?: View | undefined
  status?: Status | undefined
  /** Key of a decision type. */
  type?: string | undefined
  decider?: number | undefined
  side?: Side | undefined
  tag?: string | undefined
  /** First day of the quarter and of the one after. */
  quarter?: { from: string; until: string } | undefined
}

/** The named views of the log. */
export const views = ['all', 'open', 'mine', 'revisit', 'leaks'] as const
export type View = (typeof views)[number]

export type Row = {
  number: number
  title: string
  status: Status
  type: string | null
  decider: string | null
  raisedAt: string | null
  decidedAt: string | null
  revisitOn: string | null
  business: string
  expected: string
  delegable: number | null
  byCpto: number
  ending: Ending | null
  because: string | null
  replacement: number | null
  /** The key of the row after which the next page starts. */
  sort: string
  /** Only in a search, with \u0001 and \u0002 around what was found. */
  marked?: string
  snippet?: string
}

const pageSize = 50

/** One page of the log: the latest change first; a search by number, newest first; a quarter by its own dates. */
export async function listDecisions(
  filter: Filter,
  { reader, today, after }: { reader: number; today: string; after?: Cursor | undefined },
): Promise<{ rows: Row[]; next: Cursor | null }> {
  const query = filter.text === undefined ? undefined : searchQuery(filter.text)
  if (query === null) return { rows: [], next: null }
  const order = query ? byNumber : filter.quarter ? byDate : byChange
  const found = await rows<Row>(sql`select ${columns}, ${order.key} as sort
    ${query ? sql`, highlight(decision_search, 0, char(1), char(2)) as marked, snippet(decision_search, 1, char(1), char(2), '…', 24) as snippet` : sql``}
    from ${query ? sql`decision_search s join decisions d on d.number = s.rowid` : sql`decisions d`}
    left join decision_types t on t.id = d.type
    left join people p on p.id = d.decider
    left join decision_endings e on e.decision = d.number
    where ${query ? sql`decision_search match ${query} and` : sql``} ${conditions(filter, reader, today)}
    ${after ? sql`and ${order.beyond(after)}` : sql``}
    order by ${order.by} limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: found.length > pageSize && last ? { sort: String(last.sort), number: last.number } : null,
  }
}

/** Where a page ended: the sort key of its last row and, because keys repeat, its number. */
export type Cursor = { sort: string; number: number }

const columns = sql.raw(`d.number, d.title, d.status, t.name as type, p.name as decider, d.raised_at as raisedAt,
  d.decided_at as decidedAt, d.revisit_on as revisitOn, d.business, d.expected, d.delegable, d.by_cpto as byCpto,
  e.kind as ending, e.because, e.replacement`)

const byChange = {
  key: sql`d.changed_at`,
  by: sql`d.changed_at desc, d.number desc`,
  beyond: ({ sort, number }: Cursor) => sql`(d.changed_at, d.number) < (${sort}, ${number})`,
}

const dated = sql`coalesce(d.decided_at, d.raised_at)`
const byDate = {
  key: dated,
  by: sql`${dated} desc, d.number desc`,
  beyond: ({ sort, number }: Cursor) => sql`(${dated}, d.number) < (${sort}, ${number})`,
}

const byNumber = {
  key: sql`s.rowid`,
  by: sql`s.rowid desc`,
  beyond: ({ number }: Cursor) => sql`s.rowid < ${number}`,
}

/** Counts stop here: nobody reads the difference, and counting ten years takes longer than showing a page. */
export const countedUpTo = 200

/** How many there are under this filter, `countedUpTo` meaning that many or more. */
export async function countDecisions(
  filter: Filter,
  { reader, today }: { reader: number; today: string },
): Promise<number> {
  const query = filter.text === undefined ? undefined : searchQuery(filter.text)
  if (query === null) return 0
  const row = await first<{ n: number }>(
    sql`select ${capped(
      sql`${query ? sql`decision_search s join decisions d on d.number = s.rowid` : sql`decisions d`}`,
      sql`${query ? sql`decision_search match ${query} and` : sql``} ${conditions(filter, reader, today)}`,
    )} as n`,
  )
  return row?.n ?? 0
}

export type ViewCounts = Record<View, number>

/** The numbers beside the views; `all` is exact. */
export async function countViews({ reader, today }: { reader: number; today: string }): Promise<ViewCounts> {
  const of = (view: View) => capped(sql`decisions d`, sql`${inView(view, reader, today)} and ${visibleTo(reader)}`)
  const counts = await first<ViewCounts>(sql`select
    (select count(*) from decisions) - (select count(*) from decisions d where d.restricted = 1 and not ${visibleTo(reader)}) as "all",
    ${of('open')} as open, ${of('mine')} as mine, ${of('revisit')} as revisit, ${of('leaks')} as leaks`)
  return counts ?? { all: 0, open: 0, mine: 0, revisit: 0, leaks: 0 }
}

/** When the decision that waits longest was raised. */
export async function oldestOpen({ reader }: { reader: number }): Promise<string | null> {
  const row = await first<{ at: string | null }>(
    sql`select min(d.raised_at) as at from decisions d where d.status = 'proposed' and ${visibleTo(reader)}`,
  )
  return row?.at ?? null
}

const capped = (from: SQL, where: SQL) =>
  sql`(select count(*) from (select 1 from ${from} where ${where} limit ${sql.raw(String(countedUpTo))}))`

function conditions(filter: Filter, reader: number, today: string): SQL {
  const { view, status, type, decider, side, tag, quarter } = filter
  return sql.join(
    [
      visibleTo(reader),
      ...(view && view !== 'all' ? [inView(view, reader, today)] : []),
      ...(status ? [sql`d.status = ${status}`] : []),
      ...(type ? [sql`d.type = (select id from decision_types where key = ${type})`] : []),
      ...(decider ? [sql`d.decider = ${decider}`] : []),
      ...(side ? [sql`d.side = ${side}`] : []),
      ...(tag ? [sql`exists (select 1 from decision_tags g where g.decision = d.number and g.tag = ${tag})`] : []),
      ...(quarter ? [sql`${dated} >= ${quarter.from} and ${dated} < ${quarter.until}`] : []),
    ],
    sql` and `,
  )
}

function inView(view: View, reader: number, today: string): SQL {
  if (view === 'open') return sql`d.status = 'proposed'`
  if (view === 'mine') return sql`d.status = 'proposed' and d.decider = ${reader}`
  if (view === 'revisit') return sql`d.status = 'decided' and d.revisit_on is not null and d.revisit_on <= ${today}`
  if (view === 'leaks') return sql`d.delegable = 1 and d.by_cpto = 1`
  return sql`true`
}
