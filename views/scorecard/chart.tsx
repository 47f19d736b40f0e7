import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type MarkerKind, markerNames } from './metric/markers.ts'
import type { Mark, Plot } from './metric/plot.ts'

/** Pixels from the top: where the field of the chart begins and ends, and where the names of its days stand. */
const top = 16
const bottom = 308
const named = 328
const field = 1000

/**
 * A process behaviour chart, drawn on the server. Its field stretches with the page while lines and words keep their
 * size. The browser's drawing takes its place where scripts run, from the data that stand beside it.
 */
export const Chart = ({ plot, sentence, script }: { plot: Plot; sentence: string; script: string }) => (
  <div class="plot" data-charts={script}>
    <svg class="sp" width="100%" height={named + 12} role="img" aria-label={sentence}>
      <Levels plot={plot} />
      <Guardrail plot={plot} />
      <Lines plot={plot} />
      {plot.points.map(({ at, value, mark }) =>
        value === null || mark === null ? null : (
          <At x={across(plot, at)} y={down(plot, value)}>
            {marks[mark]}
          </At>
        ),
      )}
      <Markers plot={plot} />
      <Days plot={plot} />
    </svg>
    <script type="application/json">{raw(JSON.stringify(plot).replaceAll('<', '\\u003c'))}</script>
  </div>
)

const Levels = ({ plot }: { plot: Plot }) => (
  <>
    {plot.levels.map(({ value, label }) => (
      <>
        <line x1="0" x2="100%" y1={down(plot, value)} y2={down(plot, value)} stroke="var(--line)" stroke-width="1" />
        <text x="0" y={down(plot, value) - 3}>
          {label}
        </text>
      </>
    ))}
  </>
)

/** The side one must not get to is hatched, so that it is told without colour too. */
const Guardrail = ({ plot }: { plot: Plot }) => (
  <>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke={plot.breached ? 'var(--bad)' : 'var(--edge)'} stroke-width="1" />
    </pattern>
    {plot.targets.map(({ from, to, guardrail }) => {
      if (guardrail === null) return null
      const at = Math.min(bottom, Math.max(top, down(plot, guardrail)))
      const [y, height] = plot.bad === 'high' ? [top, at - top] : [at, bottom - at]
      const [x, width] = [across(plot, from), `${share(plot, to) - share(plot, from)}%`]
      return <rect x={x} width={width} y={y} height={height} fill="url(#hatch)" stroke="none" />
    })}
  </>
)

const Lines = ({ plot }: { plot: Plot }) => {
  const x = (at: number) => Math.round((share(plot, at) / 100) * field)
  const y = (value: number) => Math.round(((down(plot, value) - top) / (bottom - top)) * field)
  const steps = (of: (span: Plot['spans'][number]) => number) =>
    plot.spans.map((span) => `M${x(span.from)} ${y(of(span))}H${x(span.to)}`).join('')

  return (
    <svg
      x="0"
      y={top}
      width="100%"
      height={bottom - top}
      viewBox={`0 0 ${field} ${field}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <Line d={`M0 ${field}H${field}`} stroke="var(--edge)" stroke-width="1" />
      <Line d={targetSteps(plot, x, y)} stroke="var(--ink3)" stroke-width="1.5" stroke-dasharray="1 4" />
      <Line d={plot.borders.map((at) => `M${x(at)} 0V${field}`).join('')} stroke="var(--ink3)" stroke-width="1" />
      <Line d={steps(({ mean }) => mean)} stroke="var(--ink3)" stroke-width="1" />
      <Line
        d={steps(({ upper }) => upper) + steps(({ lower }) => lower)}
        stroke="var(--ink3)"
        stroke-width="1"
        stroke-dasharray="6 4"
      />
      <Line d={courseOf(plot, x, y)} stroke="var(--ink)" stroke-width="1.5" />
      <Line
        d={plot.points.map(({ at, value, dot }) => (value !== null && dot ? `M${x(at)} ${y(value)}h0` : '')).join('')}
        stroke="var(--ink)"
        stroke-width="5"
        stroke-linecap="round"
      />
    </svg>
  )
}

const Line = (attributes: Record<string, string>) =>
  attributes.d ? <path {...attributes} vector-effect="non-scaling-stroke" /> : null

type Place = (of: number) => number

const targetSteps = (plot: Plot, x: Place, y: Place) =>
  plot.targets
    .map(({ from, to, target }) => (isShown(plot, target) ? `M${x(from)} ${y(target)}H${x(to)}` : ''))
    .join('')

/** Broken where a period is missing. */
function courseOf({ points }: Plot, x: Place, y: Place) {
  let drawing = false
  return points
    .map(({ at, value }) => {
      const step = value === null ? '' : `${drawing ? 'L' : 'M'}${x(at)} ${y(value)}`
      drawing = value !== null
      return step
    })
    .join('')
}

/** On the axis of days; a label where the one before leaves room. */
const Markers = ({ plot }: { plot: Plot }) => {
  let free = 0
  return (
    <>
      {plot.markers.map(({ at, kind, label, text }) => {
        const x = share(plot, at)
        const named = label !== '' && x >= free
        if (named) free = x + 12
        return (
          <>
            <At x={`${x}%`} y={bottom}>
              <title>{text}</title>
              {markerShapes[kind]}
            </At>
            {named && (
              <text x={`${x}%`} y={bottom - 12} text-anchor="middle">
                {label}
              </text>
            )}
          </>
        )
      })}
      {plot.targets.slice(-1).map(({ target }) =>
        isShown(plot, target) ? (
          <At x="100%" y={down(plot, target)}>
            <path d="M-9 0 0-5V5z" fill="var(--ink)" stroke="none" />
          </At>
        ) : null,
      )}
    </>
  )
}

const Days = ({ plot }: { plot: Plot }) => (
  <>
    {plot.ticks.map(({ at, label }) => (
      <text x={across(plot, at)} y={named} text-anchor="middle">
        {label}
      </text>
    ))}
  </>
)

/** Something drawn around a place of its own. */
const At = ({ x, y, children }: { x: string; y: number; children?: Child }) => (
  <svg x={x} y={y} width="1" height="1" aria-hidden="true">
    {children}
  </svg>
)

const marks: Record<Exclude<Mark, null>, Child> = {
  past: <path d="M-6-5H6L0 6z" fill="var(--bad)" stroke="var(--paper)" stroke-width="1" />,
  adverse: <path d="M0-7 7 0 0 7-7 0z" fill="var(--warn)" stroke="var(--paper)" stroke-width="1" />,
  favourable: <path d="M0-6 6 0 0 6-6 0z" fill="var(--paper)" stroke="var(--good)" stroke-width="2" />,
}

const markerShapes: Record<MarkerKind, Child> = {
  decision: <path d="M0-7 6 4H-6z" fill="var(--ink)" stroke="none" />,
  review: <path d="M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5" />,
  incident: <path d="M-4-4 4 4M4-4-4 4" stroke="var(--ink)" stroke-width="2" />,
  reason: <path d="M-5-4H5L0 5z" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5" />,
  note: <path d="M-3-3H3V3H-3z" fill="var(--ink3)" stroke="none" />,
}

/** What the lines and shapes of the chart are; only those that it has. */
export const ChartKey = ({ plot }: { plot: Plot }) => {
  const kinds = new Set(plot.markers.map(({ kind }) => kind))
  const shown = new Set(plot.points.map(({ mark }) => mark))
  const { target = null, guardrail = null } = plot.targets.at(-1) ?? {}
  const entries: [Child, string, boolean][] = [
    [<path d="M-10 0H10" stroke="var(--ink3)" stroke-width="1" />, 'Mean', plot.spans.length > 0],
    [
      <path d="M-10 0H10" stroke="var(--ink3)" stroke-width="1" stroke-dasharray="6 4" />,
      'Limits of what chance explains',
      plot.spans.length > 0,
    ],
    [
      <path d="M5 0-4 5V-5z" transform="scale(-1 1)" fill="var(--ink)" stroke="none" />,
      'Target',
      isShown(plot, target),
    ],
    [
      <path d="M-9 5 1-5M-4 5 6-5M1 5 10-4" stroke="var(--ink3)" stroke-width="1" />,
      'Guardrail',
      isShown(plot, guardrail),
    ],
    [marks.past, 'A value past the guardrail', shown.has('past')],
    [marks.adverse, 'Signal for the worse', shown.has('adverse')],
    [marks.favourable, 'Signal for the better', shown.has('favourable')],
    ...(Object.keys(markerShapes) as MarkerKind[]).map((kind): [Child, string, boolean] => [
      markerShapes[kind],
      markerNames[kind],
      kinds.has(kind),
    ]),
    [<path d="M0-7V7" stroke="var(--ink3)" stroke-width="1" />, 'A new baseline', plot.borders.length > 0],
  ]
  return (
    <ul class="key">
      {entries.map(([shape, name, isThere]) =>
        isThere ? (
          <li>
            <svg class="sp" width="20" height="16" viewBox="-10 -8 20 16" aria-hidden="true">
              {shape}
            </svg>
            {name}
          </li>
        ) : null,
      )}
    </ul>
  )
}

const isShown = ({ low, high }: Plot, value: number | null): value is number =>
  value !== null && value >= low && value <= high

const share = ({ days }: Plot, at: number) => Math.round((6 + (at / days) * 93) * 10) / 10
const across = (plot: Plot, at: number) => `${share(plot, at)}%`

function down({ scale, low, high }: Plot, value: number) {
  const to = (of: number) => (scale === 'log' ? Math.log(of) : of)
  return Math.round((bottom - ((to(value) - to(low)) / (to(high) - to(low))) * (bottom - top)) * 10) / 10
}
