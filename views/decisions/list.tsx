import type { Cursor, Row, View, ViewCounts } from '../../db/decisions/list.ts'
import { age, shortDay } from '../dates.ts'
import { escaped, joined, marked } from '../parts/text.ts'
import { capitalised, counted, statusNames, wholeNumber } from '../words.ts'
import { type FilterChoices, Filters } from './filters.tsx'

export type LogPage = {
  rows: Row[]
  next: Cursor | null
  counts: ViewCounts
  countedUpTo: number
  /** How many this filter finds. */
  found: number
  oldestOpen: string | null
  /** The query string as it came, without the cursor. */
  query: URLSearchParams
  /** Not the first page. */
  further: boolean
  choices: FilterChoices
  today: string
}

export const DecisionLog = (log: LogPage) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Decision log</b>
      </p>
      <h1>{finding(log)}</h1>
      <p class="acts">
        <a class="btn" href="/decisions/import">
          Import
        </a>
        <a class="btn pri" href="/decisions/new">
          Log a decision
        </a>
      </p>
    </div>
    {log.counts.all === 0 ? <Empty /> : <Log {...log} />}
  </>
)

function finding({ counts, oldestOpen, today }: LogPage) {
  if (counts.all === 0) return 'Nothing is decided here yet.'
  if (counts.open === 0) return `${capitalised(counted(counts.all, 'decision'))}, and none is open.`
  const open = `${capitalised(counted(counts.open, 'decision is', 'decisions are'))} open`
  if (oldestOpen === null) return `${open}.`
  const waited = daysBetween(oldestOpen, today)
  if (waited === 0) return `${open}, raised today.`
  return `${open}; ${counts.open === 1 ? 'it' : 'the oldest'} has waited ${counted(waited, 'day')}.`
}

const Empty = () => (
  <div class="empty">
    <p>
      The log holds what was decided, why, what it displaces and when it is looked at again. One line is enough to
      start; the rest can follow.
    </p>
    <p class="acts">
      <a class="btn pri big" href="/decisions/new">
        Log the first decision
      </a>
      <a class="btn big" href="/decisions/import">
        Import decision records
      </a>
    </p>
  </div>
)

const Log = (log: LogPage) => (
  <>
    <Views {...log} />
    <Filters query={log.query} choices={log.choices} />
    {log.rows.length === 0 ? (
      <p class="empty">No decision matches. Try fewer words, or another view.</p>
    ) : (
      <Table rows={log.rows} today={log.today} />
    )}
    <Pager {...log} />
  </>
)

const viewNames: Record<View, string> = {
  all: 'All',
  open: 'Open',
  mine: 'Waiting for me',
  revisit: 'Revisit due',
  leaks: 'Delegable, with the CPTO',
}

const Views = ({ counts, countedUpTo, query }: LogPage) => (
  <nav class="tabs" aria-label="Views of the log">
    {(Object.keys(viewNames) as View[]).map((view) => (
      <a
        href={view === 'all' ? '/decisions' : `/decisions?view=${view}`}
        aria-current={(query.get('view') || 'all') === view ? 'page' : undefined}
      >
        {viewNames[view]}{' '}
        <span class="n">{atMost(counts[view], view === 'all' ? Number.POSITIVE_INFINITY : countedUpTo)}</span>
      </a>
    ))}
  </nav>
)

const atMost = (count: number, most: number) => (count >= most ? `${wholeNumber(most - 1)}+` : wholeNumber(count))

/** As text, not as components: fifty rows are most of the page, and components would be most of its time. */
const Table = ({ rows, today }: { rows: Row[]; today: string }) =>
  joined([tableHead, ...rows.map((row) => rowOf(row, today)), '</tbody></table>'])

const columns = ['No.', 'Decision', 'Status', 'Type', 'Decides', 'Age', 'Revisit']
const tableHead = `<table role="table" class="tbl keys stack t-dec"><caption class="vh">Decisions</caption><thead role="rowgroup"><tr role="row">${columns
  .map((name, at) => `<th scope="col" role="columnheader"${at > 4 ? ' class="num"' : ''}>${name}</th>`)
  .join('')}</tr></thead><tbody role="rowgroup">`

const rowOf = (row: Row, today: string) => {
  const { number, title, status, type, decider, snippet, marked: titleMarked } = row
  const since = row.decidedAt ?? row.raisedAt
  const below = snippet ? marked(snippet) : escaped(lineBelow(row) ?? '')
  return `<tr role="row"><td role="cell" class="id n">D-${number}</td><th scope="row" role="rowheader"><a href="/decisions/${number}">${
    titleMarked ? marked(titleMarked) : escaped(title)
  }</a>${below && `<small>${below}</small>`}</th><td role="cell" class="s"><span class="st" data-s="${status}">${
    statusNames[status]
  }</span></td><td role="cell" class="ty">${escaped(type ?? '')}</td><td role="cell" class="who">${escaped(
    decider ?? '',
  )}</td><td role="cell" class="num age">${since ? age(since, today) : ''}</td>${revisit(row, today)}</tr>`
}

const lineBelow = (row: Row) => {
  if (row.ending === 'superseded' && row.replacement) return `Replaced by D-${row.replacement}`
  if (row.ending) return row.because
  if (row.delegable && row.byCpto)
    return row.status === 'proposed' ? 'Delegable, waits on the CPTO' : 'Delegable, decided by the CPTO'
  if (row.business) return row.business
  return row.expected && `Expected: ${row.expected}`
}

const revisit = ({ status, revisitOn }: Row, today: string) => {
  if (status !== 'decided' || !revisitOn) return '<td role="cell" class="num rev"></td>'
  const late = revisitOn < today ? '<span class="st" data-s="off">overdue</span> ' : ''
  return `<td role="cell" class="num rev" data-l="revisit">${late}${shortDay(revisitOn, today)}</td>`
}

const Pager = ({ rows, next, found, counts, countedUpTo, query, further }: LogPage) => (
  <nav class="pager" aria-label="Pages">
    <p>
      {rows.length > 0 &&
        `${wholeNumber(rows.length)} of ${found === counts.all ? wholeNumber(found) : atMost(found, countedUpTo)} shown`}
    </p>
    <p class="acts">
      {further && (
        <a class="btn" href={`/decisions?${query}`}>
          Newest
        </a>
      )}
      {next && (
        <a class="btn" rel="next" href={`/decisions?${withCursor(query, next)}`}>
          Older
        </a>
      )}
    </p>
  </nav>
)

function withCursor(query: URLSearchParams, { sort, number }: Cursor) {
  const further = new URLSearchParams(query)
  further.set('after', `${sort}~${number}`)
  return further
}

const daysBetween = (from: string, today: string) =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(from.slice(0, 10))) / 86_400_000))
