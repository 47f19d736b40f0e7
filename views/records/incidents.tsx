import type { RecentIncidents } from '../../db/records/incidents.ts'
import type { Stored } from '../../db/records/shapes.ts'
import type { Incident } from '../../src/domain/scorecard/records/records.ts'
import { capitalised, counted } from '../words.ts'
import { type ListProps, Named, RecordList } from './list.tsx'
import { incidentMarks, lasting, momentText, type Place, saidOf } from './words.ts'

type Props = { rows: Stored<Incident>[]; list: ListProps; summary: RecentIncidents; place: Place }

export const IncidentList = ({ rows, list, summary, place }: Props) => (
  <RecordList
    list={list}
    words={{
      several: 'Incidents',
      add: 'Add an incident',
      heading: finding(summary, place),
      empty:
        'What broke belongs here, with when it was noticed and when it was over: from that the time to restore is computed, and how many incidents changes cause.',
      isEmpty: summary.all === 0,
    }}
  >
    <IncidentTable rows={rows} place={place} editable={list.canAdd} />
  </RecordList>
)

function finding({ all, open, recent, byChange, openSince }: RecentIncidents, place: Place) {
  if (all === 0) return 'No incident is recorded yet.'
  if (open > 0 && openSince !== null) {
    const since = momentText(openSince, place)
    return `${capitalised(counted(open, 'incident is', 'incidents are'))} going on${open === 1 ? '' : ', the oldest'} since ${since}.`
  }
  if (recent === 0) return 'No incident is going on, and there was none in four weeks.'
  return `No incident is going on; ${counted(recent, 'was', 'were')} in the last four weeks, ${cause(recent, byChange)}.`
}

function cause(recent: number, byChange: number) {
  if (recent === 1) return byChange === 1 ? 'caused by a change' : 'not caused by a change'
  if (byChange === 0) return 'none caused by a change'
  return `${byChange === recent ? 'all' : counted(byChange, 'of them', 'of them')} caused by a change`
}

type TableProps = { rows: Stored<Incident>[]; place: Place; editable: boolean }

export const IncidentTable = ({ rows, place, editable }: TableProps) => (
  <table role="table" class="tbl keys stack t-dec t-rec">
    <caption class="vh">Incidents</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['Key', 'Incident', 'Journey', 'Detected', 'Restored', 'Took'].map((name) => (
          <th scope="col" role="columnheader">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <Row row={row} place={place} to={editable ? `/incidents/${row.id}/edit` : null} />
      ))}
    </tbody>
  </table>
)

const Row = ({ row, place, to }: { row: Stored<Incident>; place: Place; to: string | null }) => {
  const { key, title, journey, detectedAt, restoredAt } = row
  const marks = saidOf(row, incidentMarks)
  return (
    <tr role="row">
      <td role="cell" class="id">
        {key}
      </td>
      <th scope="row" role="rowheader">
        <Named to={to}>{title}</Named>
        {marks && <small>{capitalised(marks)}</small>}
      </th>
      <td role="cell" class="ty">
        {journey}
      </td>
      <td role="cell" class="nw" data-l="detected">
        {momentText(detectedAt, place)}
      </td>
      <td role="cell" class="nw" data-l={restoredAt === null ? undefined : 'restored'}>
        {restoredAt === null ? (
          <span class="st" data-s="bad">
            going on
          </span>
        ) : (
          momentText(restoredAt, place)
        )}
      </td>
      <td role="cell" class="nw" data-l={restoredAt === null ? undefined : 'took'}>
        {restoredAt !== null && lasting((Date.parse(restoredAt) - Date.parse(detectedAt)) / 60_000)}
      </td>
    </tr>
  )
}
