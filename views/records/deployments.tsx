import type { RecentDeployments } from '../../db/records/deployments.ts'
import type { Stored } from '../../db/records/shapes.ts'
import type { Deployment } from '../../src/domain/scorecard/records/records.ts'
import { capitalised, counted } from '../words.ts'
import { type ListProps, Named, RecordList } from './list.tsx'
import { deploymentMarks, momentText, type Place, saidOf } from './words.ts'

type Props = { rows: Stored<Deployment>[]; list: ListProps; summary: RecentDeployments; place: Place }

export const DeploymentList = ({ rows, list, summary, place }: Props) => (
  <RecordList
    list={list}
    words={{
      several: 'Deployments',
      add: 'Add a deployment',
      heading: finding(summary, place),
      empty:
        'Every deployment belongs here, the good ones too: from them the shares that fail, are rolled back or only repair are computed.',
      isEmpty: summary.all === 0,
    }}
  >
    <DeploymentTable rows={rows} place={place} editable={list.canAdd} />
  </RecordList>
)

function finding({ all, recent, failed, newest }: RecentDeployments, place: Place) {
  if (all === 0 || newest === null) return 'No deployment is recorded yet.'
  if (recent === 0) return `No deployment in the last four weeks; the newest was on ${momentText(newest, place)}.`
  const deployed = `${capitalised(counted(recent, 'deployment'))} in the last four weeks`
  if (recent === 1) return `${deployed}; it ${failed === 1 ? 'failed' : 'held'}.`
  return `${deployed}; ${failed === 0 ? 'none' : counted(failed, 'of them', 'of them')} failed.`
}

type TableProps = { rows: Stored<Deployment>[]; place: Place; editable: boolean }

export const DeploymentTable = ({ rows, place, editable }: TableProps) => (
  <table role="table" class="tbl keys stack t-rec">
    <caption class="vh">Deployments</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['Deployment', 'Deployed', 'What came of it'].map((name) => (
          <th scope="col" role="columnheader">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            <Named to={editable ? `/deployments/${row.id}/edit` : null}>{row.key}</Named>
          </th>
          <td role="cell" class="nw">
            {momentText(row.at, place)}
          </td>
          <td role="cell">{capitalised(saidOf(row, deploymentMarks) || 'held')}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
