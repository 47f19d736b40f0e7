import type { Behind } from '../../db/records/behind.ts'
import type { StoredRecords } from '../../db/records/load.ts'
import type { Metric } from '../../db/scorecard/metrics.ts'
import type { Told } from '../../db/scorecard/readings.ts'
import type { Quantiles } from '../../src/domain/scorecard/records/derive.ts'
import type { Derivable } from '../../src/domain/scorecard/records/derived.ts'
import { figure, periodName, sourceNames, withUnit } from '../scorecard/words.ts'
import { capitalised, counted as countOf, wholeNumber } from '../words.ts'
import { DeploymentTable } from './deployments.tsx'
import { FindingTable } from './findings.tsx'
import { IncidentTable } from './incidents.tsx'
import { lasting, type Place } from './words.ts'

type Props = {
  metric: Metric
  key: Derivable
  period: string
  /** Its last day. */
  until: string
  complete: boolean
  behind: Behind
  held: Told | undefined
  place: Place
  currency: string
  editable: boolean
}

/** A computed figure, down to the records it was computed from. */
export const FigureRows = ({ of }: { of: Props }) => {
  const { metric, period, behind, held } = of
  const [counted, rest] = titles[of.key]
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <a href={`/scorecard/${metric.key}`}>{metric.name}</a> ·{' '}
          <b>{capitalised(periodName(period, metric.rhythm))}</b>
        </p>
        <h1>{finding(of)}</h1>
      </div>
      {differs(held, behind) && (
        <p class="remark">
          On the scorecard stands {withUnit(held?.value ?? null, metric.unit, of.currency)},{' '}
          {held ? sourceNames[held.source].toLowerCase() : ''} {metric.derived ? 'before' : 'by hand'}: the records say
          otherwise now.
        </p>
      )}
      <section class="sec" aria-labelledby="h-how">
        <header>
          <h2 id="h-how">How it is computed</h2>
        </header>
        <dl class="facts wide-facts">
          <dt>Formula</dt>
          <dd>{metric.formula}</dd>
          <dt>Counts</dt>
          <dd>{countsText(of)}</dd>
          {behind.quantiles && <Spread quantiles={behind.quantiles} days={of.key === 'critical_patch_time'} />}
          {of.key === 'open_critical_high' && <PastDue of={of} />}
        </dl>
      </section>
      <Rows title={counted} records={behind.rows} of={of} />
      {rest && <Rows title={rest} records={behind.rest} of={of} />}
    </>
  )
}

const differs = (held: Told | undefined, { counted }: Behind) => held !== undefined && held.value !== counted.value

function finding({ metric, period, complete, behind, currency }: Props) {
  const name = periodName(period, metric.rhythm)
  const { value } = behind.counted
  if (value === null) return `${metric.name} has nothing to be computed from in ${name}.`
  const said = withUnit(value, metric.unit, currency)
  return complete ? `${metric.name} was ${said} in ${name}.` : `${metric.name} is ${said} in ${name} so far.`
}

/** What the numerator counts, and what else the denominator holds. */
const titles: Record<Derivable, readonly [counted: string, rest?: string]> = {
  change_failure_rate: ['Deployments that failed', 'The other deployments'],
  rollback_rate: ['Deployments rolled back', 'The other deployments'],
  rework_rate: ['Unplanned fixes', 'The other deployments'],
  mttr: ['Incidents restored'],
  deployment_recovery: ['Incidents of changes restored'],
  change_incidents: ['Incidents caused by a change', 'Deployments'],
  critical_patch_time: ['Closed in time', 'Closed late, or open past due'],
  open_critical_high: ['Open at the end'],
}

const countsText = ({ metric, key, behind: { figure: counts } }: Props) =>
  key === 'open_critical_high'
    ? `${wholeNumber(counts.numerator)} open`
    : `${figure(counts.numerator)} ${metric.ratio?.numerator ?? 'counted'} / ${figure(counts.denominator)} ${metric.ratio?.denominator ?? 'in all'}`

const Spread = ({ quantiles: { median, p90 }, days }: { quantiles: Quantiles; days: boolean }) => {
  const text = (value: number | null) =>
    value === null ? 'cannot be told yet' : days ? countOf(value, 'day') : lasting(value)
  return (
    <>
      <dt>Half within</dt>
      <dd>{text(median)}</dd>
      <dt>Nine of ten within</dt>
      <dd>
        {text(p90)}
        <small>{days ? known.patching : known.restoring}</small>
      </dd>
    </>
  )
}

const known = {
  patching: 'Kaplan–Meier, over every critical finding opened by then: what was still open counts as waiting.',
  restoring:
    'Kaplan–Meier, over the incidents detected in the period: what still went on at its end counts as waiting.',
}

const PastDue = ({ of: { behind, until } }: { of: Props }) => {
  const late = behind.rows.findings.filter(({ dueOn }) => dueOn !== null && dueOn < until).length
  return (
    <>
      <dt>Of them past due</dt>
      <dd>{wholeNumber(late)}</dd>
    </>
  )
}

const Rows = ({ title, records, of }: { title: string; records: StoredRecords; of: Props }) => {
  const { findings, incidents, deployments } = records
  const { place, editable } = of
  const id = `h-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
  return (
    <section class="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{wholeNumber(findings.length + incidents.length + deployments.length)}</p>
      </header>
      {findings.length + incidents.length + deployments.length === 0 && <p class="mute">None.</p>}
      {findings.length > 0 && <FindingTable rows={findings} today={place.today} editable={editable} />}
      {incidents.length > 0 && <IncidentTable rows={incidents} place={place} editable={editable} />}
      {deployments.length > 0 && <DeploymentTable rows={deployments} place={place} editable={editable} />}
    </section>
  )
}
