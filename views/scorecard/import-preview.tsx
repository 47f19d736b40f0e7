import type { ImportPlan, MetricPlan, Upload } from '../../db/scorecard/import.ts'
import type { Told } from '../../src/domain/scorecard/readings/compare.ts'
import { Mistakes, Tick } from '../parts/form.tsx'
import { capitalised, counted, wholeNumber } from '../words.ts'
import { JourneyField } from './import.tsx'
import { comesInAs, faultSentence, faultyRows, isPlain, periodSaid, plannedSentence } from './import-words.ts'
import { rhythmNames, typedAs } from './words.ts'

type Props = {
  plan: ImportPlan
  upload: Upload
  currency: string
  /** The name of the file; empty: it was pasted. */
  file: string
  /** Comes back with the confirmation, to see that it is of this preview. */
  state: string
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

export const ImportPreview = (props: Props) => {
  const { plan, file, errors } = props
  const faulty = faultyRows(plan.faults)
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <a href="/scorecard/import">Import</a> · <b>{file || 'Pasted rows'}</b>
        </p>
        <h1>
          {plannedSentence(plan)}
          {faulty > 0 && ` ${capitalised(counted(faulty, 'row'))} cannot come in.`}
        </h1>
      </div>
      <Mistakes errors={errors} />
      {plan.dates.ambiguous && (
        <p class="remark">
          Which is the day and which the month cannot be told from these dates. They were read as {plan.dates.format}.
          Where that is wrong, please write them as YYYY-MM-DD.
        </p>
      )}
      {plan.metrics.length > 0 && <Metrics {...props} />}
      <Confirm {...props} />
      <Faults plan={plan} />
      <Corrections metrics={plan.metrics} />
    </>
  )
}

const Metrics = ({ plan, upload, currency }: Props) => (
  <section class="sec" aria-labelledby="h-metrics">
    <header>
      <h2 id="h-metrics">By metric</h2>
    </header>
    <table class="tbl stack" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Metric
          </th>
          <th role="columnheader" scope="col">
            Comes in as
          </th>
          {['New', 'Corrected', 'There already', 'Left out'].map((title) => (
            <th role="columnheader" scope="col" class="num">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {plan.metrics.map((one) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {one.metric.name}{' '}
              {one.isNew && <small>{one.fresh.length > 0 ? 'joins the scorecard' : 'stays out'}</small>}
            </th>
            <td role="cell">
              <ComesInAs {...{ upload, currency }} plan={one} />
            </td>
            <Count of={one.fresh.length} label="New" />
            <Count of={one.corrected.length} label="Corrected" />
            <Count of={one.unchanged} label="There already" />
            <Count of={one.faults.length} label="Left out" />
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

type Joining = { plan: MetricPlan; upload: Upload; currency: string }

/** What a metric that joins is measured in can still be said; of one that is there it stands. */
const ComesInAs = ({ plan: { isNew, metric, fresh }, upload, currency }: Joining) => {
  const isOpen = isNew && fresh.length > 0 && !isPlain(metric.unit) && metric.unit !== 'money'
  if (!isOpen) return <>{comesInAs(metric, currency)}</>
  return (
    <>
      {rhythmNames[metric.rhythm]}{' '}
      <input
        form="confirm"
        name={`unit-${metric.key}`}
        value={upload.units[metric.key] ?? metric.unit}
        aria-label={`Unit of ${metric.name}`}
        size={10}
        maxlength={40}
      />
    </>
  )
}

/** Nothing to count leaves no line on a phone. */
const Count = ({ of, label }: { of: number; label: string }) => (
  <td role="cell" class="num" {...(of > 0 && { 'data-l': label })}>
    {of > 0 && wholeNumber(of)}
  </td>
)

const Confirm = ({ plan, upload, file, state, values, errors }: Props) => {
  const typed = { values: {}, errors }
  const count = plan.fresh + plan.corrected
  return (
    <section class="sec" aria-labelledby="h-confirm">
      <header>
        <h2 id="h-confirm">Import</h2>
      </header>
      <form
        id="confirm"
        class="form"
        method="post"
        action="/scorecard/import"
        enctype="multipart/form-data"
        hx-boost="false"
      >
        <input type="hidden" name="state" value={state} />
        <input type="hidden" name="fileName" value={file} />
        <input type="hidden" name="text" value={upload.text} />
        <JourneyField typed={typed} value={upload.journey} />
        {plan.faults.length > 0 && count > 0 && (
          <Tick name="leaveOut" label="Leave out the rows with errors" typed={typed} on={'leaveOut' in values} />
        )}
        <p class="acts">
          {count > 0 && (
            <button class="btn pri" type="submit" name="confirmed" value="1">
              Import {counted(count, 'reading')}
            </button>
          )}
          <button class="btn" type="submit">
            Look again
          </button>
          <a href="/scorecard/import">Another file</a>
        </p>
      </form>
    </section>
  )
}

const shownFaults = 200

const Faults = ({ plan: { faults } }: { plan: ImportPlan }) =>
  faults.length === 0 ? null : (
    <section class="sec" aria-labelledby="h-faults">
      <header>
        <h2 id="h-faults">Cannot come in, by row</h2>
        {faults.length > shownFaults && (
          <p>
            the first {shownFaults} of {wholeNumber(faults.length)}
          </p>
        )}
      </header>
      <ul class="list log">
        {faults.slice(0, shownFaults).map((fault) => (
          <li>
            <span class="mute">
              <span class="vh">Row </span>
              {fault.row}
            </span>
            <span>{faultSentence(fault)}</span>
          </li>
        ))}
      </ul>
    </section>
  )

const shownCorrections = 20

const Corrections = ({ metrics }: { metrics: readonly MetricPlan[] }) => {
  const all = metrics.flatMap(({ metric, corrected }) => corrected.map((one) => ({ metric, ...one })))
  if (all.length === 0) return null
  return (
    <section class="sec" aria-labelledby="h-corrections">
      <header>
        <h2 id="h-corrections">Corrections</h2>
        {all.length > shownCorrections && (
          <p>
            the first {shownCorrections} of {wholeNumber(all.length)}
          </p>
        )}
      </header>
      <table class="tbl stack" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {['Metric', 'Period'].map((title) => (
              <th role="columnheader" scope="col">
                {title}
              </th>
            ))}
            {['Was', 'Becomes'].map((title) => (
              <th role="columnheader" scope="col" class="num">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {all.slice(0, shownCorrections).map(({ metric, before, after }) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                {metric.name}
              </th>
              <td role="cell">{periodSaid(after.period, metric.rhythm)}</td>
              <td role="cell" class="num" data-l="Was">
                <del>{said(before)}</del>
              </td>
              <td role="cell" class="num" data-l="Becomes">
                <ins>{said(after, before)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** With its note where that is what differs. */
const said = (told: Told, before?: Told) =>
  `${typedAs(told) || 'no data'}${before && told.note !== before.note && told.note ? ` “${told.note}”` : ''}`
