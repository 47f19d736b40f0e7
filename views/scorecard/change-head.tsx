import type { Child } from 'hono/jsx'
import type { Metric } from '../../db/scorecard/metrics.ts'

/** What of a metric can be changed, each on a page of its own. */
const parts = { edit: 'Owner', definition: 'Definition', target: 'Target and guardrail', baseline: 'Baseline' }

type Props = { metric: Metric; part: keyof typeof parts; children: Child }

/** The head of these pages; its children are the heading. */
export const ChangeHead = ({ metric, part, children }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <a href={`/scorecard/${metric.key}`}>{metric.name}</a> ·{' '}
        <b>{parts[part]}</b>
        {metric.retiredAt && ' · off the scorecard'}
      </p>
      <h1>{children}</h1>
    </div>
    <div class="bar">
      <nav class="tabs" aria-label="What to change">
        {Object.entries(parts).map(([at, name]) => (
          <a href={`/scorecard/${metric.key}/${at}`} aria-current={at === part ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </div>
  </>
)

/** The same end for each of their forms. */
export const SaveOrLeave = ({ metric, save = 'Save' }: { metric: Metric; save?: string }) => (
  <p class="acts">
    <button class="btn pri" type="submit">
      {save}
    </button>
    <a href={`/scorecard/${metric.key}`}>Leave it as it is</a>
  </p>
)
