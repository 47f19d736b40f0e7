import type { Seal } from '../../db/reviews/close.ts'
import { reviewed } from '../../src/domain/scorecard/reviews/catalogue.ts'
import type { ReviewDecision, Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { categoryNames } from '../scorecard/words.ts'
import { Actions } from './actions.tsx'
import { Changed } from './changed.tsx'
import { MetricRow, MetricsHead, Reasons } from './metrics.tsx'
import { SealLine } from './seal.tsx'
import { whenOf } from './show.tsx'
import { finding, isBreached, reviewKindNames, sidesSentence } from './words.ts'

type Props = { snapshot: Snapshot; decisions: ReviewDecision[]; seal: Seal | null }

/** What the board gets: one or two pages of paper. */
export const BoardPack = ({ snapshot, decisions, seal }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <b>{snapshot.organisation}</b> · <a href={`/reviews/${snapshot.review}`}>{reviewKindNames[snapshot.kind]}</a>,{' '}
        {whenOf(snapshot)} · {sidesSentence(snapshot.sides, snapshot.attendance.length, snapshot.closedOn !== null)}
      </p>
      <h1>{finding(snapshot.metrics)}</h1>
    </div>
    {seal === null && <p class="remark">A draft: the review is still open.</p>}
    {seal?.holds === false && <SealLine seal={seal} closedOn={snapshot.closedOn ?? ''} />}
    <Changed snapshot={snapshot} />
    <Scorecard snapshot={snapshot} />
    <Breaches snapshot={snapshot} />
    <div class="pair">
      <DecisionsMade decisions={decisions} />
      <ActionsAgreed snapshot={snapshot} />
    </div>
    {seal?.holds && <SealLine seal={seal} closedOn={snapshot.closedOn ?? ''} />}
  </>
)

const Scorecard = ({ snapshot }: { snapshot: Snapshot }) => {
  const compared = snapshot.previous !== null
  const categories = reviewed[snapshot.kind].map((category) => ({
    category,
    metrics: snapshot.metrics.filter((metric) => metric.category === category),
  }))
  return (
    <section class="sec" aria-labelledby="h-metrics">
      <header>
        <h2 id="h-metrics">Scorecard</h2>
      </header>
      <table role="table" class="tbl stack t-score t-rev">
        <caption class="vh">Every metric with its latest value, target and status</caption>
        <MetricsHead compared={compared} />
        {categories
          .filter(({ metrics }) => metrics.length > 0)
          .map(({ category, metrics }) => (
            <tbody role="rowgroup">
              <tr role="row" class="cat">
                <th scope="row" role="rowheader" colspan={compared ? 7 : 6}>
                  {categoryNames[category]}
                </th>
              </tr>
              {metrics.map((metric) => (
                <MetricRow metric={metric} currency={snapshot.currency} compared={compared} />
              ))}
            </tbody>
          ))}
      </table>
    </section>
  )
}

const Breaches = ({ snapshot }: { snapshot: Snapshot }) => {
  const breached = snapshot.metrics.filter(isBreached)
  if (breached.length === 0) return null
  return (
    <section class="sec" aria-labelledby="h-breaches">
      <header>
        <h2 id="h-breaches">Breached guardrails</h2>
      </header>
      <ul class="list">
        {breached.map((metric) => (
          <li>
            <span>
              <b>{metric.name}</b>
              <Reasons metric={metric} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const DecisionsMade = ({ decisions }: { decisions: ReviewDecision[] }) => (
  <section class="sec" aria-labelledby="h-decisions">
    <header>
      <h2 id="h-decisions">Decisions</h2>
    </header>
    {decisions.length === 0 && <p class="why">None were made.</p>}
    <ul class="list">
      {decisions.map(({ number, title, business }) => (
        <li>
          <span>
            <a href={`/decisions/${number}`}>D-{number}</a> {business || title}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const ActionsAgreed = ({ snapshot: { actions, carried } }: { snapshot: Snapshot }) => (
  <section class="sec" aria-labelledby="h-actions">
    <header>
      <h2 id="h-actions">Actions</h2>
    </header>
    {actions.length + carried.length === 0 && <p class="why">None were agreed.</p>}
    <Actions actions={[...actions, ...carried]} review={null} />
  </section>
)
