import type { Child } from 'hono/jsx'
import type { Told } from '../../../db/scorecard/readings.ts'
import type { Signal } from '../../../src/domain/scorecard/behaviour.ts'
import { periodAfter } from '../../../src/domain/scorecard/periods.ts'
import { isPast } from '../../../src/domain/scorecard/status.ts'
import { targetAt } from '../../../src/domain/scorecard/targets.ts'
import { localDate } from '../../../src/domain/time/zone.ts'
import { shortDay } from '../../dates.ts'
import { counted, wholeNumber } from '../../words.ts'
import { figure, guardrailText, periodName, ruleNames, sourceNames, targetText, unitName } from '../words.ts'
import { amount } from './computed.ts'
import type { MetricProps } from './props.ts'

const fewest = 13

/** Every reading there is, newest first; a period that nobody entered is a row too. */
export const Readings = (props: MetricProps) => {
  const { metric, showAll, count, currency } = props
  const all = rowsOf(props)
  const shown = showAll ? all : all.slice(0, fewest)
  return (
    <section class="sec" aria-labelledby="h-readings">
      <header>
        <h2 id="h-readings">Readings</h2>
        <p>in {unitName(metric.unit, currency)}, newest first</p>
        {!showAll && shown.length < count && (
          <a class="small" href={`/scorecard/${metric.key}?readings=all#h-readings`}>
            All {wholeNumber(count)}
          </a>
        )}
      </header>
      <section class="wide" aria-label="Readings, all columns" tabindex={0}>
        <table role="table" class="tbl stack t-read">
          <thead role="rowgroup">
            <tr role="row">
              <Column>Period</Column>
              <Column right>Value</Column>
              <Column>Status then</Column>
              <Column right>Counts</Column>
              <Column right>Target then</Column>
              <Column>By, when, how</Column>
              <Column>Notes</Column>
            </tr>
          </thead>
          <tbody role="rowgroup">{shown.map((row) => rowOf(props, row))}</tbody>
        </table>
      </section>
    </section>
  )
}

const Column = ({ right, children }: { right?: boolean; children?: Child }) => (
  <th scope="col" role="columnheader" class={right ? 'num' : undefined}>
    {children}
  </th>
)

type Row = { period: string; reading: Told | undefined; corrected: number }

function rowsOf({ told, metric }: MetricProps): Row[] {
  const rows: Row[] = []
  for (const reading of told) {
    const last = rows.at(-1)
    if (last?.period === reading.period) {
      if (reading.replaced === 1) last.corrected += 1
      else last.reading ??= reading
      continue
    }
    for (let gap = last && periodAfter(last.period, metric.rhythm, -1); gap && gap > reading.period; ) {
      rows.push({ period: gap, reading: undefined, corrected: 0 })
      gap = periodAfter(gap, metric.rhythm, -1)
    }
    const holds = reading.replaced === 0
    rows.push({ period: reading.period, reading: holds ? reading : undefined, corrected: holds ? 0 : 1 })
  }
  return rows
}

function rowOf(
  { metric, targets, segments, notes, today, timeZone }: MetricProps,
  { period, reading, corrected }: Row,
) {
  const { target, guardrail } = targetAt(targets, period)
  const signals = segments.flatMap((one) => one.signals.filter((signal) => signal.period === period))
  const said = [reading?.note, ...notes.filter((note) => note.period === period).map(({ body }) => body)].filter(
    Boolean,
  )
  return (
    <tr role="row">
      <th scope="row" role="rowheader" class="nw">
        <a href={`/scorecard/${metric.key}/readings/${period}`}>{periodName(period, metric.rhythm)}</a>
        {metric.rhythm !== 'monthly' && <small>{shortDay(period, today)}</small>}
      </th>
      <td role="cell" class="num">
        <b>{figure(reading?.value ?? null)}</b>
      </td>
      <td role="cell">
        <StatusThen value={reading?.value ?? null} {...{ target, guardrail, good: metric.good }} />
        {signals.length > 0 && (
          <small>
            {signals.every(({ adverse }) => !adverse) && 'for the better: '}
            {rulesOf(signals)}
          </small>
        )}
      </td>
      <td role="cell" class="num" data-l="counts">
        {reading && reading.numerator !== null && reading.denominator !== null
          ? `${amount(reading.numerator)} / ${amount(reading.denominator)}`
          : '–'}
      </td>
      <td role="cell" class="num" data-l="target">
        {targetText(target, metric.good)}
        {guardrail !== null && <small>{guardrailText(guardrail, metric.good)}</small>}
      </td>
      <td role="cell">
        {reading ? (
          <>
            {reading.byName ?? 'Fulcrum'}, {shortDay(localDate(reading.at, timeZone), today)}
            <small>
              {sourceNames[reading.source]}, definition {reading.definitionNumber}
              {corrected > 0 && `, corrected${corrected > 1 ? ` ${corrected} times` : ''}`}
            </small>
          </>
        ) : (
          <span class="mute">nobody entered it</span>
        )}
      </td>
      <td role="cell">{said.join(' · ')}</td>
    </tr>
  )
}

/** The strongest, and how many more. */
function rulesOf(signals: readonly Signal[]) {
  const [first, ...more] = [...new Set(signals.map(({ rule }) => ruleNames[rule]))]
  return more.length > 0 ? `${first}, and ${counted(more.length, 'more sign')}` : first
}

type Then = Pick<Told, 'value'> & { target: number | null; guardrail: number | null; good: 'up' | 'down' }

/** How the value of one period stood against what held then. Wrapped: solid red is for what is true now. */
const StatusThen = ({ value, target, guardrail, good }: Then) => {
  if (value === null) return <Word shape="none">No data</Word>
  if (guardrail !== null && isPast(value, guardrail, good)) return <Word shape="bad">Past guardrail</Word>
  if (target === null) return <Word shape="none">No target</Word>
  return isPast(value, target, good) ? <Word shape="off">Off target</Word> : <Word shape="good">On target</Word>
}

const Word = ({ shape, children }: { shape: string; children?: Child }) => (
  <span>
    <span class="st" data-s={shape}>
      {children}
    </span>
  </span>
)
