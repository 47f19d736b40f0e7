import type { OpenFindings } from '../../db/records/findings.ts'
import type { Stored } from '../../db/records/shapes.ts'
import type { Finding } from '../../src/domain/scorecard/records/records.ts'
import { shortDay } from '../dates.ts'
import { capitalised, counted } from '../words.ts'
import { type ListProps, Named, RecordList } from './list.tsx'
import { exposureNames, saidOf, severityNames } from './words.ts'

type Props = { rows: Stored<Finding>[]; list: ListProps; summary: OpenFindings; today: string }

export const FindingList = ({ rows, list, summary, today }: Props) => (
  <RecordList
    list={list}
    words={{
      several: 'Findings',
      add: 'Add a finding',
      heading: finding(summary),
      empty:
        'Vulnerabilities belong here, each with the day by which it should be closed: from them the share patched in time is computed, and what is open past its day is seen.',
      isEmpty: summary.all === 0,
    }}
  >
    <FindingTable rows={rows} today={today} editable={list.canAdd} />
  </RecordList>
)

function finding({ all, open, pastDue, critical, criticalPastDue }: OpenFindings) {
  if (all === 0) return 'No vulnerability is recorded yet.'
  if (open === 0) return 'No finding is open.'
  if (critical === 0) {
    return `No critical finding is open; ${counted(open, 'other is', 'others are')}${past(pastDue, open)}.`
  }
  return `${capitalised(counted(critical, 'critical finding is', 'critical findings are'))} open${past(criticalPastDue, critical)}.`
}

const past = (late: number, of: number) => {
  if (late === 0) return of === 1 ? ', not past due' : '; none is past due'
  if (of === 1) return ' and past due'
  return `; ${counted(late, 'is', 'are')} past due`
}

export const FindingTable = ({
  rows,
  today,
  editable,
}: {
  rows: Stored<Finding>[]
  today: string
  editable: boolean
}) => (
  <table role="table" class="tbl keys stack t-dec t-rec">
    <caption class="vh">Findings</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['Key', 'Finding', 'Severity', 'Opened', 'Due', 'Closed'].map((name) => (
          <th scope="col" role="columnheader">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <Row row={row} today={today} to={editable ? `/findings/${row.id}/edit` : null} />
      ))}
    </tbody>
  </table>
)

const Row = ({ row, today, to }: { row: Stored<Finding>; today: string; to: string | null }) => {
  const { key, title, severity, openedOn, dueOn, closedOn } = row
  const flags = saidOf(row, exposureNames)
  const overdue = closedOn === null && dueOn !== null && dueOn < today
  return (
    <tr role="row">
      <td role="cell" class="id">
        {key}
      </td>
      <th scope="row" role="rowheader">
        <Named to={to}>{title}</Named>
        {flags && <small>{capitalised(flags)}</small>}
      </th>
      <td role="cell" class="ty">
        {severityNames[severity]}
      </td>
      <td role="cell" class="nw" data-l="opened">
        {shortDay(openedOn, today)}
      </td>
      <td role="cell" class="nw" data-l={overdue ? undefined : 'due'}>
        {overdue && (
          <>
            <span class="st" data-s="bad">
              overdue
            </span>{' '}
          </>
        )}
        {dueOn === null ? 'next upgrade' : shortDay(dueOn, today)}
      </td>
      <td role="cell" class="nw" data-l={closedOn === null ? undefined : 'closed'}>
        {closedOn === null ? 'open' : shortDay(closedOn, today)}
        {closedOn !== null && dueOn !== null && closedOn > dueOn && <span class="mute"> late</span>}
      </td>
    </tr>
  )
}
