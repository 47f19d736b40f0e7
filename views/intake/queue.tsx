import type { Cursor, Queue, RequestRow } from '../../db/intake/requests.ts'
import { type RequestStatus, requestStatuses } from '../../src/domain/intake/catalogue.ts'
import { daysBetween } from '../../src/domain/time/days.ts'
import { age } from '../dates.ts'
import { escaped, joined } from '../parts/text.ts'
import { capitalised, counted, wholeNumber } from '../words.ts'
import { requestStatusNames, sourceNames, weeksShort } from './words.ts'

type Props = Queue & {
  status: RequestStatus
  rows: RequestRow[]
  next: Cursor | null
  /** Not the first page. */
  further: boolean
  countedUpTo: number
  /** The day of a moment in the organisation's time zone. */
  dayOf: (moment: string) => string
  today: string
  canFile: boolean
  canLink: boolean
}

export const IntakeQueue = (props: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Intake</b> · <a href="/intake/themes">Feedback themes</a> · <a href="/displacement">Displacement ledger</a>
      </p>
      <h1>{finding(props)}</h1>
      {!isEmpty(props) && <Actions {...props} />}
    </div>
    {isEmpty(props) ? <Empty {...props} /> : <Requests {...props} />}
  </>
)

const isEmpty = ({ counts }: Props) => requestStatuses.every((status) => counts[status] === 0)

function finding(props: Props) {
  const { counts, urgent, oldest, status, dayOf, today } = props
  if (isEmpty(props)) return 'Nobody has asked for anything here yet.'
  const { [status]: count } = counts
  if (status === 'accepted') return `${capitalised(counted(count, 'request was', 'requests were'))} accepted.`
  if (status === 'declined')
    return `${capitalised(counted(count, 'request was', 'requests were'))} declined${count > 0 ? ', each with its reason' : ''}.`
  if (status === 'parked')
    return `${capitalised(counted(count, 'request is', 'requests are'))} parked${count > 0 ? ', each with its reason' : ''}.`
  if (count === 0 || oldest === null) return 'Every request is answered.'
  const waited = Math.max(0, daysBetween(dayOf(oldest), today))
  const waits = `${capitalised(counted(count, 'request waits', 'requests wait'))} for an answer`
  const since = waited === 0 ? 'came in today' : `has waited ${counted(waited, 'day')}`
  return `${waits}${urgentPart(count, urgent)}; ${count === 1 ? 'it' : 'the oldest'} ${since}.`
}

function urgentPart(count: number, urgent: number) {
  if (urgent === 0) return ''
  if (count === 1) return ', and it is urgent'
  return `, ${urgent === count ? 'all' : counted(urgent, 'of them', 'of them')} urgent`
}

const Actions = ({ canFile, canLink }: Props) =>
  canFile ? (
    <p class="acts">
      {canLink && (
        <a class="btn" href="/intake/links">
          Public links
        </a>
      )}
      <a class="btn pri" href="/intake/new">
        File a request
      </a>
    </p>
  ) : null

const Empty = (props: Props) => (
  <div class="empty">
    <p>
      Whatever is wanted from outside the plan comes in here, whoever asks: escalations, executive asks, feedback. Each
      gets an answer with its reason, and an urgent one is accepted only with what it displaces.
    </p>
    <Actions {...props} />
  </div>
)

const Requests = (props: Props) => (
  <>
    <nav class="tabs" aria-label="Requests by answer">
      {(['new', 'accepted', 'parked', 'declined'] as const).map((status) => (
        <a href={addressOf(status)} aria-current={status === props.status ? 'page' : undefined}>
          {requestStatusNames[status]}{' '}
          <span class="n">
            {props.counts[status] >= props.countedUpTo
              ? `${wholeNumber(props.countedUpTo - 1)}+`
              : wholeNumber(props.counts[status])}
          </span>
        </a>
      ))}
    </nav>
    {props.rows.length === 0 ? <p class="empty">{nothing[props.status]}</p> : <Table {...props} />}
    <Pager {...props} />
  </>
)

const nothing: Record<RequestStatus, string> = {
  new: 'Nothing waits for an answer. What comes in next stands here, urgent ones first.',
  accepted: 'Nothing was accepted yet.',
  parked: 'Nothing is parked. Parked requests stay here with their reason until somebody takes them up again.',
  declined: 'Nothing was declined yet. Declined requests stay here with their reason.',
}

const addressOf = (status: RequestStatus) => (status === 'new' ? '/intake' : `/intake?status=${status}`)

/** As text: fifty rows of components would be most of the page's time. */
const Table = ({ rows, status, today, dayOf }: Props) =>
  joined([headOf(status), ...rows.map((row) => rowOf(row, status, today, dayOf)), '</tbody></table>'])

const headOf = (status: RequestStatus) =>
  `<table role="table" class="tbl keys stack t-dec"><caption class="vh">Requests</caption><thead role="rowgroup"><tr role="row">${[
    ...['No.', 'Request', 'Urgency', 'Source', 'Requester'],
    ...(status === 'new' ? ['Customer', 'Age'] : ['Person-weeks', 'Age']),
  ]
    .map((name) => `<th scope="col" role="columnheader"${isFigure(name) ? ' class="num"' : ''}>${name}</th>`)
    .join('')}</tr></thead><tbody role="rowgroup">`

const isFigure = (name: string) => name === 'Person-weeks' || name === 'Age'

function rowOf(row: RequestRow, status: RequestStatus, today: string, dayOf: Props['dayOf']) {
  const below = status === 'new' ? '' : lineBelow(row)
  const urgent = row.urgency === 'urgent' ? '<span class="st" data-s="signal">Urgent</span>' : ''
  const weeks = row.effort === null ? '' : weeksShort(row.effort)
  return [
    `<tr role="row"><td role="cell" class="id n">R-${row.id}</td>`,
    `<th scope="row" role="rowheader"><a href="/intake/${row.id}">${escaped(row.title)}</a>`,
    `${below && `<small>${escaped(below)}</small>`}</th>`,
    `<td role="cell" class="s">${urgent}</td><td role="cell" class="ty">${sourceNames[row.source]}</td>`,
    `<td role="cell" class="who">${escaped(row.requester)}</td>`,
    status === 'new'
      ? `<td role="cell" class="who">${escaped(row.customer)}</td>`
      : `<td role="cell" class="num rev">${weeks}</td>`,
    `<td role="cell" class="num age">${age(dayOf(row.receivedAt), today)}</td></tr>`,
  ].join('')
}

function lineBelow({ because, initiative, displaced }: RequestRow) {
  const became = initiative === null ? '' : `I-${initiative}`
  const took = displaced > 0 ? `displaced ${weeksShort(displaced)}` : ''
  return [became, took, because].filter(Boolean).join(' · ')
}

const Pager = ({ status, next, further }: Props) => {
  if (!next && !further) return null
  const on = status === 'new' ? '' : `status=${status}&`
  return (
    <nav class="pager" aria-label="Pages">
      <p class="acts">
        {further && (
          <a class="btn" href={addressOf(status)}>
            First page
          </a>
        )}
        {next && (
          <a
            class="btn"
            rel="next"
            href={`/intake?${on}after=${encodeURIComponent(`${next.rank}~${next.at}~${next.id}`)}`}
          >
            More
          </a>
        )}
      </p>
    </nav>
  )
}
