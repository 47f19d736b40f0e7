import type { Measured } from '../../db/roadmap/measured.ts'
import { statusesOf } from '../../src/domain/scorecard/status.ts'
import { Prose } from '../parts/prose.tsx'
import { Sparkline } from '../scorecard/sparkline.tsx'
import { Status } from '../scorecard/status.tsx'
import { goodNames, guardrailText, periodName, targetText, withUnit } from '../scorecard/words.ts'
import type { InitiativeProps } from './initiative-props.ts'

const periods = 13

/** What it bets on: the metric it is to move, and the one it must not harm. */
export const MetricPair = (props: InitiativeProps) => {
  const { initiative, primary, guardrail, currency, canEdit } = props
  const { id, hypothesis, leastEffect } = initiative
  return (
    <section class="sec" aria-labelledby="h-bet">
      <header>
        <h2 id="h-bet">The bet</h2>
      </header>
      {hypothesis ? <Prose text={hypothesis} /> : <p class="hint">No hypothesis is written down.</p>}
      <table role="table" class="tbl stack t-rec mid">
        <caption class="vh">Its two metrics, as they stand</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Metric', 'Course', 'Now', 'Target', 'Status'].map((name) => (
              <th scope="col" role="columnheader" class={name === 'Now' || name === 'Target' ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <Row what="to move" measured={primary} {...props} />
          <Row what="not to harm" measured={guardrail} {...props} />
        </tbody>
      </table>
      <p class="hint">
        {primary &&
          leastEffect !== null &&
          `A change of ${withUnit(leastEffect, primary.metric.unit, currency)} is the least that counts. `}
        {(!primary || !guardrail) && canEdit && <a href={`/initiatives/${id}/edit`}>Choose its metrics</a>}
      </p>
    </section>
  )
}

type RowProps = InitiativeProps & { what: 'to move' | 'not to harm'; measured: Measured | undefined }

const Row = ({ what, measured, today, currency }: RowProps) => {
  if (!measured) {
    return (
      <tr role="row">
        <th scope="row" role="rowheader">
          Not chosen yet
          <small>{what}</small>
        </th>
        <td role="cell" colspan={4} />
      </tr>
    )
  }
  const { metric, standing } = measured
  const { key, name, unit, good, rhythm } = metric
  const [status] = statusesOf(standing, metric, today)
  const { target, guardrail, recent, value, period } = standing
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/scorecard/${key}`}>{name}</a>
        <small>
          {what} · {goodNames[good].toLowerCase()}
        </small>
      </th>
      <td role="cell">
        <Sparkline {...{ target, guardrail, status }} values={recent.slice(-periods).map((one) => one.value)} />
      </td>
      <td role="cell" class="num">
        <b>{withUnit(value, unit, currency)}</b>
        {period && <small>{periodName(period, rhythm)}</small>}
      </td>
      <td role="cell" class="num" data-l="target">
        {targetText(target, good)}
        {guardrail !== null && <small>{guardrailText(guardrail, good)}</small>}
      </td>
      <td role="cell">
        <Status of={status} />
      </td>
    </tr>
  )
}
