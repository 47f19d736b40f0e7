import type { Cursor, Entry } from '../../db/intake/ledger.ts'
import { topSource } from '../../src/domain/intake/tax.ts'
import { shortDay } from '../dates.ts'
import { percent } from '../words.ts'
import { type Tax, TaxTable } from './tax.tsx'
import { sourceNames, weeksLong, weeksShort } from './words.ts'

type Props = {
  rows: Entry[]
  next: Cursor | null
  /** Not the first page. */
  further: boolean
  tax: Tax
  canRestore: boolean
  /** Who looks at it: they may say that they have seen what of theirs was displaced. */
  reader: number
  dayOf: (moment: string) => string
  today: string
}

export const Ledger = (props: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/intake">Intake</a> · <b>Displacement ledger</b>
      </p>
      <h1>{finding(props)}</h1>
    </div>
    {props.rows.length === 0 && !props.further ? (
      <div class="empty">
        <p>
          Whatever is pushed out of the plan stands here: by which request or decision, for how many person-weeks, and
          when it comes back. Accepting an urgent request writes the first line.
        </p>
        <p class="acts">
          <a class="btn pri" href="/intake">
            Go to the intake
          </a>
        </p>
      </div>
    ) : (
      <>
        {props.tax.months.length > 0 && <TaxTable tax={props.tax} />}
        <Entries {...props} />
      </>
    )}
  </>
)

function finding({ rows, further, tax, today }: Props) {
  if (rows.length === 0 && !further) return 'Nothing was displaced yet.'
  const month = tax.months.find(({ month }) => today.startsWith(month))
  const top = topSource(tax.sources)
  const from = top ? `; ${percent(top.share)} of a year came from ${sourceNames[top.source].toLowerCase()}` : ''
  if (!month || month.weeks === 0) return `Nothing was displaced this month${from}.`
  const share = month.share === null ? '' : `, ${percent(month.share)} of its capacity`
  return `${weeksLong(month.weeks)} ${month.weeks === 1 ? 'was' : 'were'} pushed out this month${share}${from}.`
}

const columns = ['Item', 'Person-weeks', 'For', 'Source', 'Comes back', 'Since']

const Entries = (props: Props) => (
  <section class="sec" aria-labelledby="h-entries">
    <header>
      <h2 id="h-entries">What was displaced</h2>
      <p>restored ones are grey</p>
    </header>
    <table role="table" class="tbl keys stack t-rec">
      <caption class="vh">Displaced items</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th scope="col" role="columnheader" class={name === 'Person-weeks' ? 'num' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((entry) => (
          <Row {...props} entry={entry} />
        ))}
      </tbody>
    </table>
    <Pager {...props} />
  </section>
)

const Row = ({ entry, canRestore, reader, dayOf, today }: Props & { entry: Entry }) => {
  const isOver = entry.restoredAt !== null
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span class={isOver ? 'mute' : undefined}>
          {entry.initiative === null ? (
            'Buffer of the quarter'
          ) : (
            <a href={`/initiatives/${entry.initiative}`}>
              I-{entry.initiative} {entry.title}
            </a>
          )}
        </span>
        {entry.owner && <small>{entry.owner}</small>}
        {entry.ownerId === reader && entry.seenAt === null && !isOver && <Seeing entry={entry} />}
      </th>
      <td role="cell" class="num">
        {isOver ? <del>{weeksShort(entry.personWeeks)}</del> : weeksShort(entry.personWeeks)}
      </td>
      <td role="cell">
        <Cause entry={entry} />
        {entry.reason !== entry.requestTitle && <small>{entry.reason}</small>}
      </td>
      <td role="cell">{entry.source ? sourceNames[entry.source] : <span class="mute">the plan</span>}</td>
      <td role="cell" data-l={isOver ? undefined : 'comes back'}>
        <Back entry={entry} canRestore={canRestore} dayOf={dayOf} today={today} />
      </td>
      <td role="cell" class="nw" data-l="since">
        {shortDay(dayOf(entry.at), today)}
      </td>
    </tr>
  )
}

const Seeing = ({ entry }: { entry: Entry }) => (
  <form method="post" action={`/displacement/${entry.id}/seen?to=/displacement`}>
    <button class="btn quiet" type="submit">
      I have seen it
    </button>
  </form>
)

const Cause = ({ entry: { request, requestTitle, decision } }: { entry: Entry }) => (
  <>
    {request !== null && (
      <a href={`/intake/${request}`}>
        R-{request} {requestTitle}
      </a>
    )}
    {request !== null && decision !== null && ', '}
    {decision !== null && <a href={`/decisions/${decision}`}>D-{decision}</a>}
  </>
)

const Back = ({
  entry,
  canRestore,
  dayOf,
  today,
}: Pick<Props, 'canRestore' | 'dayOf' | 'today'> & { entry: Entry }) => {
  if (entry.restoredAt !== null) return <span class="mute">restored {shortDay(dayOf(entry.restoredAt), today)}</span>
  if (entry.initiative === null) return <span class="mute">–</span>
  return (
    <>
      {entry.restoreCondition ? `when ${entry.restoreCondition}` : <span class="mute">nobody said when</span>}
      {canRestore && (
        <small>
          <a href={`/displacement/${entry.id}/restoration`} aria-label={`Restore I-${entry.initiative} ${entry.title}`}>
            Restore
          </a>
        </small>
      )}
    </>
  )
}

const Pager = ({ next, further }: Props) =>
  next || further ? (
    <nav class="pager" aria-label="Pages">
      <p class="acts">
        {further && (
          <a class="btn" href="/displacement">
            Newest
          </a>
        )}
        {next && (
          <a class="btn" rel="next" href={`/displacement?after=${encodeURIComponent(`${next.at}~${next.id}`)}`}>
            Older
          </a>
        )}
      </p>
    </nav>
  ) : null
