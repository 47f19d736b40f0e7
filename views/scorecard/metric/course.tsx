import { shortDay } from '../../dates.ts'
import { figure, stageSentences } from '../words.ts'
import { type Marker, markerNames } from './markers.ts'
import type { MetricProps } from './props.ts'
import { when } from './when.ts'

/** The baselines it was held against, newest first. */
export const Baselines = ({ metric, segments, begun, today }: MetricProps) => (
  <section class="sec" aria-labelledby="h-baselines">
    <header>
      <h2 id="h-baselines">Baselines</h2>
    </header>
    <ol class="log wide-log">
      {[...segments].reverse().map(({ from, limits, stage }) => {
        const why = begun.find(({ startsOn }) => startsOn === from)
        return (
          <li>
            <span>From {when(from, metric.rhythm, today)}</span>
            <p>
              {limits
                ? `Mean ${figure(limits.mean)}, limits ${figure(limits.lower)} to ${figure(limits.upper)}`
                : stageSentences[stage]}
              <small>
                {why?.cause ?? 'The first baseline'}
                {why?.decision && (
                  <>
                    {' '}
                    · <a href={`/decisions/${why.decision}`}>D-{why.decision}</a>
                  </>
                )}
              </small>
            </p>
          </li>
        )
      })}
    </ol>
  </section>
)

const most = 20

/** What the chart marks on its axis, in words. */
export const Meanwhile = ({ markers, today }: { markers: readonly Marker[]; today: string }) =>
  markers.length === 0 ? null : (
    <section class="sec" aria-labelledby="h-meanwhile">
      <header>
        <h2 id="h-meanwhile">What happened meanwhile</h2>
        {markers.length > most && <p>newest {most}</p>}
      </header>
      <ol class="log wide-log">
        {markers
          .slice(-most)
          .reverse()
          .map(({ day, kind, text, href }) => (
            <li>
              <time datetime={day}>{shortDay(day, today)}</time>
              <p>
                {href ? <a href={href}>{text}</a> : text}
                <small>{markerNames[kind]}</small>
              </p>
            </li>
          ))}
      </ol>
    </section>
  )
