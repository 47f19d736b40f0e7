import { type Change, changesOf } from '../../src/domain/scorecard/reviews/change.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { Status } from '../scorecard/status.tsx'
import { figure, targetText, unitName } from '../scorecard/words.ts'
import { courseNames, courses, reviewKindNames, sinceName } from './words.ts'

/** What is different from the review before, first of all. */
export const Changed = ({ snapshot }: { snapshot: Snapshot }) => {
  const changes = changesOf(snapshot)
  return (
    <section class="sec" aria-labelledby="h-changed">
      <header>
        <h2 id="h-changed">{sinceName(snapshot)}</h2>
        <p>{courses(changes)}</p>
      </header>
      {snapshot.previous === null ? (
        <p class="why">
          This is the first {reviewKindNames[snapshot.kind].toLowerCase()}. The next one begins with what has changed
          since.
        </p>
      ) : changes.length === 0 && snapshot.previous.gone.length === 0 ? (
        <p class="why">Every metric has the status it had then.</p>
      ) : (
        <table role="table" class="tbl stack">
          <caption class="vh">Metrics whose status or target changed</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Metric
              </th>
              <th scope="col" role="columnheader">
                Value
              </th>
              <th scope="col" role="columnheader">
                Status
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {changes.map((change) => (
              <ChangeRow change={change} currency={snapshot.currency} />
            ))}
            {snapshot.previous.gone.map(({ name }) => (
              <tr role="row">
                <th scope="row" role="rowheader">
                  {name}
                </th>
                <td role="cell" colspan={2}>
                  taken off the scorecard
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const ChangeRow = ({ change: { metric, before, after, course }, currency }: { change: Change; currency: string }) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <a href={`/scorecard/${metric.key}`}>{metric.name}</a>
    </th>
    <td role="cell">
      {before && `${figure(before.value)} → `}
      {figure(after?.value ?? null)} {unitName(metric.unit, currency)}
      {before && after && before.target !== after.target && (
        <small>
          target {targetText(before.target, metric.good)} → {targetText(after.target, metric.good)}
        </small>
      )}
    </td>
    <td role="cell">
      <span>
        {before && before.status !== after?.status && (
          <>
            <Status of={before.status} /> <span class="mute">→</span>{' '}
          </>
        )}
        {after && <Status of={after.status} />}
      </span>
      <span class="vh">, {courseNames[course].toLowerCase()}</span>
    </td>
  </tr>
)
