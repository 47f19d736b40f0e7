import { localDate } from '../../../src/domain/time/zone.ts'
import { longDay, shortDay } from '../../dates.ts'
import { figure, goodNames, guardrailText, rhythmNames, scaleNames, targetText, unitName } from '../words.ts'
import type { MetricProps } from './props.ts'

/** What is measured, and how that came to be. */
export const Meaning = ({ metric, definitions, currency, timeZone, canEdit }: MetricProps) => (
  <section class="sec" aria-labelledby="h-meaning">
    <header>
      <h2 id="h-meaning">Definition</h2>
      <p>version {metric.definitionNumber}</p>
      {canEdit && (
        <a class="small" href={`/scorecard/${metric.key}/definition`}>
          Change
        </a>
      )}
    </header>
    <dl class="facts">
      <dt>Formula</dt>
      <dd>{metric.formula}</dd>
      {metric.ratio && (
        <>
          <dt>Counts</dt>
          <dd>
            {metric.ratio.numerator} / {metric.ratio.denominator}
            {metric.ratio.factor !== 1 && `, times ${figure(metric.ratio.factor)}`}
          </dd>
        </>
      )}
      <dt>Unit</dt>
      <dd>{unitName(metric.unit, currency)}</dd>
      <dt>Direction</dt>
      <dd>{goodNames[metric.good]}</dd>
      <dt>Rhythm</dt>
      <dd>{rhythmNames[metric.rhythm]}</dd>
      <dt>Scale</dt>
      <dd>{scaleNames[metric.scale]}</dd>
      <dt>Bounds</dt>
      <dd>{boundsOf(metric)}</dd>
      {metric.source && (
        <>
          <dt>Source</dt>
          <dd>{metric.source}</dd>
        </>
      )}
      {metric.derived && (
        <>
          <dt>Readings</dt>
          <dd>computed from records, not entered</dd>
        </>
      )}
    </dl>
    <details class="how">
      <summary>Every version</summary>
      <ol class="log wide-log">
        {definitions.map(({ number, name, formula, reason, byName, at }) => (
          <li>
            <span>
              Version {number}
              <small>{longDay(localDate(at, timeZone))}</small>
            </span>
            <p>
              {name}: {formula}
              <small>
                {reason || 'As it was put on the scorecard'}
                {byName && ` · ${byName}`}
              </small>
            </p>
          </li>
        ))}
      </ol>
    </details>
  </section>
)

const boundsOf = ({ least, most, scale }: MetricProps['metric']) => {
  if (least !== null && most !== null) return `${figure(least)} to ${figure(most)}`
  if (most !== null) return `at most ${figure(most)}`
  return least !== null ? `at least ${figure(least)}` : scale === 'log' ? 'above 0' : 'none'
}

/** What it should reach and must not pass, day by day; the newest of a day holds. */
export const Targets = ({ metric, targets, today, timeZone, canEdit }: MetricProps) => (
  <section class="sec" aria-labelledby="h-targets">
    <header>
      <h2 id="h-targets">Targets over time</h2>
      {canEdit && (
        <a class="small" href={`/scorecard/${metric.key}/target`}>
          Set a new one
        </a>
      )}
    </header>
    <ol class="log wide-log">
      {[...targets].reverse().map(({ startsOn, target, guardrail, reason, byName, at }) => (
        <li>
          <span>
            {startsOn.startsWith('1970') ? 'From the start' : longDay(startsOn)}
            {startsOn > today && <small>to come</small>}
          </span>
          <p>
            {target === null ? 'No target' : targetText(target, metric.good)}
            {guardrail === null ? ', no guardrail' : `, guardrail ${guardrailText(guardrail, metric.good)}`}
            <small>
              {reason} · {byName && `${byName}, `}
              {shortDay(localDate(at, timeZone), today)}
            </small>
          </p>
        </li>
      ))}
    </ol>
  </section>
)
