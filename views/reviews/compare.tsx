import type { Seal } from '../../db/reviews/close.ts'
import type { Sealed } from '../../db/reviews.ts'
import { type Change, compared } from '../../src/domain/scorecard/reviews/change.ts'
import type { Then } from '../../src/domain/scorecard/reviews/metric.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { longDay } from '../dates.ts'
import { Status } from '../scorecard/status.tsx'
import { figure, targetText, unitName } from '../scorecard/words.ts'
import { capitalised, counted } from '../words.ts'
import { SealLine } from './seal.tsx'
import { courseNames, reviewKindNames } from './words.ts'

export type Side = { snapshot: Snapshot; seal: Seal }

type Props = { choices: Sealed[]; chosen: [number | undefined, number | undefined]; sides: [Side, Side] | null }

export const Comparison = ({ choices, chosen, sides }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/reviews">Reviews</a> · <b>Two side by side</b>
      </p>
      <h1>{sides ? headline(sides) : 'Which two reviews do you want to compare?'}</h1>
    </div>
    {choices.length < 2 ? (
      <p class="empty">Once two reviews are closed, they can be put side by side here.</p>
    ) : (
      <Chooser choices={choices} chosen={chosen} />
    )}
    {sides?.map(({ seal, snapshot }) => !seal.holds && <SealLine seal={seal} closedOn={snapshot.closedOn ?? ''} />)}
    {sides && <SideBySide sides={sides} />}
  </>
)

function headline([a, b]: [Side, Side]) {
  const changes = compared(a.snapshot.metrics, b.snapshot.metrics)
  const of = (course: Change['course']) => changes.filter((change) => change.course === course).length
  const said = `${counted(of('worse'), 'metric')} got worse and ${counted(of('better'), 'metric')} better`
  return `${capitalised(said)} from ${dayOf(a.snapshot)} to ${dayOf(b.snapshot)}.`
}

const dayOf = ({ closedOn }: Snapshot) => longDay(closedOn ?? '')

const Chooser = ({ choices, chosen }: Pick<Props, 'choices' | 'chosen'>) => (
  <search>
    <form class="acts" action="/reviews/compare">
      <ReviewSelect name="a" label="From" choices={choices} chosen={chosen[0] ?? choices[1]?.id} />
      <ReviewSelect name="b" label="to" choices={choices} chosen={chosen[1] ?? choices[0]?.id} />
      <button class="btn" type="submit">
        Compare
      </button>
    </form>
  </search>
)

type SelectProps = { name: string; label: string; choices: Sealed[]; chosen: number | undefined }

const ReviewSelect = ({ name, label, choices, chosen }: SelectProps) => (
  <>
    <label for={`f-${name}`}>{label}</label>
    <select id={`f-${name}`} name={name}>
      {choices.map(({ id, kind, closedOn }) => (
        <option value={id} selected={id === chosen}>
          {closedOn && longDay(closedOn)}, {kind}
        </option>
      ))}
    </select>
  </>
)

const SideBySide = ({ sides: [a, b] }: { sides: [Side, Side] }) => (
  <section class="sec process" aria-label="The two reviews">
    <table role="table" class="tbl stack">
      <caption class="vh">Every metric in both reviews</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Metric
          </th>
          {[a, b].map(({ snapshot }) => (
            <th scope="col" role="columnheader" colspan={2}>
              <a href={`/reviews/${snapshot.review}`}>
                {reviewKindNames[snapshot.kind]}, {dayOf(snapshot)}
              </a>
            </th>
          ))}
          <th scope="col" role="columnheader">
            Changed
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {compared(a.snapshot.metrics, b.snapshot.metrics).map((change) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              <a href={`/scorecard/${change.metric.key}`}>{change.metric.name}</a>
              <small>{unitName(change.metric.unit, b.snapshot.currency)}</small>
            </th>
            <Cells then={change.before} label={dayOf(a.snapshot)} />
            <Cells then={change.after} label={dayOf(b.snapshot)} />
            <td role="cell">
              <Difference change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Cells = ({ then, label }: { then: Then | null; label: string }) => (
  <>
    <td role="cell" class="num" data-l={label}>
      {then ? figure(then.value) : <span class="mute">–</span>}
    </td>
    <td role="cell">{then ? <Status of={then.status} /> : <span class="mute">not reviewed</span>}</td>
  </>
)

/** How its status went, by how much its value, and the target where that was moved. */
function Difference({ change: { metric, before, after, course } }: { change: Change }) {
  const moved = before && after && before.value !== null && after.value !== null ? after.value - before.value : 0
  return (
    <>
      {course === 'same' ? <span class="mute">{courseNames.same}</span> : courseNames[course]}
      {moved !== 0 && (
        <span class="mute">
          , {moved > 0 && '+'}
          {figure(moved)}
        </span>
      )}
      {before && after && before.target !== after.target && (
        <small>
          target {targetText(before.target, metric.good)} → {targetText(after.target, metric.good)}
        </small>
      )}
    </>
  )
}
