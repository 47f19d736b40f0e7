import type { ReviewedMetric } from '../../src/domain/scorecard/reviews/metric.ts'
import { Sparkline } from '../scorecard/sparkline.tsx'
import { Status } from '../scorecard/status.tsx'
import {
  figure,
  guardrailText,
  metricStatusNames,
  periodName,
  rhythmMarks,
  targetText,
  unitName,
} from '../scorecard/words.ts'
import { besides, isBreached } from './words.ts'

type Props = { metrics: ReviewedMetric[]; currency: string; caption: string; compared: boolean }

/** A table of metrics as a review meets them, under each what was said of it. */
export const Metrics = ({ metrics, currency, caption, compared }: Props) => (
  <table role="table" class="tbl stack t-score t-rev">
    <caption class="vh">{caption}</caption>
    <MetricsHead compared={compared} />
    <tbody role="rowgroup">
      {metrics.map((metric) => (
        <>
          <MetricRow {...{ metric, currency, compared }} />
          <Said metric={metric} columns={compared ? 7 : 6} />
        </>
      ))}
    </tbody>
  </table>
)

export const MetricsHead = ({ compared }: { compared: boolean }) => (
  <thead role="rowgroup">
    <tr role="row">
      <th scope="col" role="columnheader">
        Metric
      </th>
      <th scope="col" role="columnheader">
        Trend
      </th>
      <th scope="col" role="columnheader" class="num now">
        Latest
      </th>
      <th scope="col" role="columnheader" class="num tg">
        Target<small>guardrail</small>
      </th>
      {compared && (
        <th scope="col" role="columnheader" class="was">
          Last review
        </th>
      )}
      <th scope="col" role="columnheader" class="s">
        Status
      </th>
      <th scope="col" role="columnheader">
        Owner
      </th>
    </tr>
  </thead>
)

type RowProps = { metric: ReviewedMetric; currency: string; compared: boolean }

export const MetricRow = ({ metric, currency, compared }: RowProps) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <a href={`/scorecard/${metric.key}`}>{metric.name}</a>
      <small>
        {unitName(metric.unit, currency)} · {rhythmMarks[metric.rhythm]}
      </small>
    </th>
    <td role="cell" class="tr">
      <Sparkline
        values={metric.last.map(({ value }) => value)}
        target={metric.target}
        guardrail={metric.guardrail}
        status={metric.statuses[0]}
      />
    </td>
    <td role="cell" class="num now">
      {figure(metric.value)}
      {metric.period && <small>{periodName(metric.period, metric.rhythm)}</small>}
    </td>
    <td role="cell" class="num tg">
      {targetText(metric.target, metric.good)}
      <small>{guardrailText(metric.guardrail, metric.good)}</small>
    </td>
    {compared && (
      <td role="cell" class="was" data-l="last review">
        {metric.before ? (
          <>
            {figure(metric.before.value)} <span class="mute">{metricStatusNames[metric.before.status]}</span>
          </>
        ) : (
          <span class="mute">new</span>
        )}
      </td>
    )}
    <td role="cell" class="s">
      <Status of={metric.statuses[0]} />
      {besides(metric) && <small>also {besides(metric)}</small>}
    </td>
    <td role="cell" class="who">
      {metric.owner ?? <span class="mute">nobody</span>}
    </td>
  </tr>
)

const Said = ({ metric, columns }: { metric: ReviewedMetric; columns: number }) => {
  if (!isBreached(metric) && metric.said.length === 0) return null
  return (
    <tr role="row" class="ask">
      <td role="cell" colspan={columns}>
        <Reasons metric={metric} />
      </td>
    </tr>
  )
}

/** Since when a guardrail is breached and why, and whatever else was said. */
export const Reasons = ({ metric }: { metric: ReviewedMetric }) => (
  <ul>
    {isBreached(metric) && metric.breachedSince && (
      <li>
        Breached since {periodName(metric.breachedSince, metric.rhythm)}
        {metric.said.some(({ kind }) => kind === 'reason') ? ':' : '; nobody has said why.'}
      </li>
    )}
    {metric.said.map(({ period, kind, body, by }) => (
      <li>
        “{body}”{' '}
        <span class="mute">
          {kind === 'reason' ? 'reason' : 'note'} for {periodName(period, metric.rhythm)}
          {by && `, ${by}`}
        </span>
      </li>
    ))}
  </ul>
)
