import type { Child } from 'hono/jsx'
import type { ReviewRow } from '../../db/decisions/made.ts'
import type { Quadrant } from '../../src/domain/decisions/process.ts'
import type { Ratio } from '../../src/domain/decisions/quality.ts'
import type { Calibration } from '../../src/domain/statistics/calibration.ts'
import { capitalised, counted, percent, verdictNames, wholeNumber } from '../words.ts'
import { CalibrationCurve } from './calibration.tsx'

export type QualityFigures = {
  latency: { median: number | null; count: number; open: number }
  delegation: Ratio
  reversals: Ratio & { newInformation: number; error: number }
  revisits: Ratio
  calibration: Calibration
  reviewed: (ReviewRow & { where: Quadrant | null })[]
  quadrants: Record<Quadrant | 'unknown', number>
}

type Props = QualityFigures & { weeks: number; windows: number[]; today: string }

export const Quality = (props: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/decisions">Decisions</a> · <b>Quality</b> · last {props.weeks} weeks
      </p>
      <h1>{finding(props)}</h1>
    </div>
    <nav class="tabs" aria-label="How far back">
      {props.windows.map((weeks) => (
        <a href={`/decisions/quality?weeks=${weeks}`} aria-current={weeks === props.weeks ? 'page' : undefined}>
          {weeks} weeks
        </a>
      ))}
    </nav>
    <div class="figures">
      <Figure
        name="Time to decide"
        value={props.latency.median === null ? '–' : String(props.latency.median)}
        unit="business days, median"
        how={`From raised to decided, Kaplan–Meier over ${counted(props.latency.count, 'decision')}, of which ${counted(props.latency.open, 'is', 'are')} still open and count as having taken at least as long as they waited.`}
      />
      <Share
        name="Decided by others"
        ratio={props.delegation}
        unit="of delegable decisions"
        how="Delegable decisions taken by somebody else than the CPTO, out of all delegable ones that were decided."
      />
      <Share
        name="Reversed within 90 days"
        ratio={props.reversals}
        unit="of decisions old enough to tell"
        how={`${wholeNumber(props.reversals.newInformation)} through new information, ${wholeNumber(props.reversals.error)} because it was a mistake with what was known.`}
      />
      <Share
        name="Looked at again in time"
        ratio={props.revisits}
        unit="of revisits due"
        how="Reviewed by the day set plus seven, out of those for which that is past."
      />
    </div>
    <div class="pair">
      <CalibrationSection {...props} />
      <Quadrants {...props} />
    </div>
    <Reviewed {...props} />
  </>
)

function finding({ quadrants, calibration, reviewed }: Props) {
  if (reviewed.length === 0) return 'No outcome has been reviewed yet, so it cannot be told how well we decide.'
  const { lucky } = quadrants
  const told = quadrants.earned + quadrants.unlucky + quadrants.lucky + quadrants.deserved
  const came = quadrants.earned + quadrants.lucky
  const luck = lucky > 0 ? `, ${counted(lucky, 'of them by luck', 'of them by luck')}` : ''
  const first = `${capitalised(counted(came, 'expected result'))} of ${told} came${luck}.`
  return calibration.stage === 'list' || calibration.scores.overconfidence < 0.05
    ? first
    : `${first} We were surer than we should have been.`
}

const Figure = ({ name, value, unit, how }: { name: string; value: string; unit: string; how: Child }) => (
  <section class="sec">
    <header>
      <h2>{name}</h2>
    </header>
    <p class="fig">
      <b class="n">{value}</b> {unit}
    </p>
    <details class="how">
      <summary>How this is counted</summary>
      <p>{how}</p>
    </details>
  </section>
)

const Share = ({ name, ratio, unit, how }: { name: string; ratio: Ratio; unit: string; how: string }) => (
  <Figure
    name={name}
    value={ratio.value === null ? '–' : percent(ratio.value)}
    unit={unit}
    how={`${ratio.numerator} of ${ratio.denominator}. ${how}`}
  />
)

const signed = (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.round(Math.abs(share) * 100)} points`

const CalibrationSection = ({ calibration }: Props) => (
  <section class="sec" aria-labelledby="h-cal">
    <header>
      <h2 id="h-cal">Were we as sure as we should have been?</h2>
    </header>
    {calibration.stage === 'list' ? (
      <p>
        {capitalised(counted(calibration.count, 'reviewed decision'))} had a confidence stated beforehand. From ten on
        there is a score; below that the list has to do.
      </p>
    ) : (
      <>
        <dl class="facts">
          <dt>Brier score</dt>
          <dd>
            {calibration.scores.brier.toFixed(3)}
            <small>0 is perfect; always stating the average would give {calibration.scores.reference.toFixed(3)}</small>
          </dd>
          <dt>Skill</dt>
          <dd>{calibration.scores.skill === null ? '–' : calibration.scores.skill.toFixed(2)}</dd>
          <dt>Overconfidence</dt>
          <dd>
            {signed(calibration.scores.overconfidence)}
            <small>mean confidence less what came true, over {calibration.scores.count}</small>
          </dd>
        </dl>
        <p class="why">
          {calibration.stage === 'too_few'
            ? 'Too few to judge: under thirty, chance alone makes gaps like these.'
            : calibration.significant
              ? `More than chance explains (z = ${calibration.z.toFixed(1)}).`
              : `Chance alone could explain it (z = ${calibration.z.toFixed(1)}).`}
        </p>
        {calibration.stage === 'curve' && <CalibrationCurve bins={calibration.bins} />}
      </>
    )}
  </section>
)

const quadrantNames: Record<Quadrant, [string, string]> = {
  earned: ['Earned', 'well made, and it came'],
  unlucky: ['Unlucky', 'well made, and it did not come'],
  lucky: ['Lucky', 'not well made, and it came all the same'],
  deserved: ['Deserved', 'not well made, and it did not come'],
}

const Quadrants = ({ quadrants }: Props) => (
  <section class="sec" aria-labelledby="h-luck">
    <header>
      <h2 id="h-luck">Quality and luck</h2>
      <p>how it was made against how it came out</p>
    </header>
    <dl class="facts">
      {(Object.keys(quadrantNames) as Quadrant[]).map((name) => (
        <>
          <dt>{quadrantNames[name][0]}</dt>
          <dd>
            <b class="n">{quadrants[name]}</b>
            <small>{quadrantNames[name][1]}</small>
          </dd>
        </>
      ))}
      <dt>Not told</dt>
      <dd>
        <b class="n">{quadrants.unknown}</b>
        <small>the outcome, or how it was made, cannot be told; never counted as a success</small>
      </dd>
    </dl>
  </section>
)

const Reviewed = ({ reviewed }: Props) => (
  <section class="sec" aria-labelledby="h-reviewed">
    <header>
      <h2 id="h-reviewed">Reviewed</h2>
      <p>latest first</p>
    </header>
    {reviewed.length === 0 ? (
      <p class="empty">
        When the day set on a decision comes, Home asks what came of it. Two minutes each; after ten there is something
        to learn here.
      </p>
    ) : (
      <table role="table" class="tbl keys stack t-reviewed">
        <caption class="vh">Reviewed decisions</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Decision
            </th>
            <th scope="col" role="columnheader">
              Type
            </th>
            <th scope="col" role="columnheader" class="num">
              Confidence
            </th>
            <th scope="col" role="columnheader">
              It came
            </th>
            <th scope="col" role="columnheader" class="num">
              Made, of 7
            </th>
            <th scope="col" role="columnheader">
              So it was
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {reviewed.slice(0, 50).map(({ number, title, type, confidence, came, processScore, where }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a href={`/decisions/${number}`}>
                  D-{number} {title}
                </a>
              </th>
              <td role="cell">{type}</td>
              <td role="cell" class="num" data-l="confidence">
                {confidence === null ? '' : `${confidence} %`}
              </td>
              <td role="cell" data-l="it came">
                {verdictNames[came]}
              </td>
              <td role="cell" class="num" data-l="made">
                {processScore}
              </td>
              <td role="cell">
                {where === 'lucky' ? (
                  <span class="st" data-s="off">
                    Lucky
                  </span>
                ) : (
                  where && quadrantNames[where][0]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
