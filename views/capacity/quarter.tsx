import type { NamedBucket } from '../../db/capacity/buckets.ts'
import { joined } from '../parts/text.ts'
import { capitalised, counted } from '../words.ts'
import { bar } from './bar.ts'
import { type Found, finding } from './finding.ts'
import { BelowTheLine, PushedInside } from './outside.tsx'
import { type SplitRow, SplitTable } from './split-table.tsx'
import { type WhatIfProps, WhatIfTable } from './what-if.tsx'
import { quarterTitle, weekName } from './words.ts'

export type QuarterProps = {
  quarter: string
  before: string
  after: string
  /** Weeks of the quarter that are over, and all. */
  over: number
  weeks: number
  /** The newest week with actuals, and the one to enter next. */
  at: string | null
  next: string | null
  found: Omit<Found, 'name' | 'buckets'>
  rows: SplitRow[]
  all: SplitRow
  buckets: readonly NamedBucket[]
  isPlanned: boolean
  committed: { decision: number | null } | null
  unestimated: number
  whatIf: WhatIfProps | null
  below: Parameters<typeof BelowTheLine>[0]
  pushed: Parameters<typeof PushedInside>[0]
  /** The quarter a plan can be copied from. */
  last: string | null
  canEnter: boolean
  canEdit: boolean
}

export const QuarterPage = (props: QuarterProps) => {
  const path = `/capacity/${props.quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <b>Capacity</b> ·{' '}
          <a href={`/capacity/${props.before}`} data-key="[">
            {quarterTitle(props.before)}
          </a>{' '}
          · {reach(props)} ·{' '}
          <a href={`/capacity/${props.after}`} data-key="]">
            {quarterTitle(props.after)}
          </a>
        </p>
        <h1>{finding({ ...props.found, name: quarterTitle(props.quarter), buckets: props.buckets })}</h1>
        <Actions {...props} path={path} />
      </div>
      {props.isPlanned || props.at !== null ? <Split {...props} /> : <Empty {...props} path={path} />}
      {props.isPlanned && <WhatIf {...props} path={path} />}
      {(props.isPlanned || props.below.below.length > 0 || props.pushed.pushed.length > 0) && (
        <div class="pair">
          <BelowTheLine {...props.below} />
          <PushedInside {...props.pushed} />
        </div>
      )}
    </>
  )
}

/** "2026 Q4, six of thirteen weeks · actuals to week 45" */
function reach({ quarter, over, weeks, at, committed }: QuarterProps) {
  const part = over === 0 || over >= weeks ? '' : `, ${counted(over, '', '').trim()} of ${counted(weeks, 'week')}`
  const entered = at === null ? '' : ` · actuals to ${weekName(at)}`
  return (
    <>
      {quarterTitle(quarter)}
      {part}
      {entered}
      {committed && (
        <>
          {' '}
          · committed
          {committed.decision !== null && (
            <>
              {' '}
              by <a href={`/decisions/${committed.decision}`}>D-{committed.decision}</a>
            </>
          )}
        </>
      )}
    </>
  )
}

type At = { path: string }

const Actions = ({ path, next, canEnter, canEdit, isPlanned }: QuarterProps & At) => {
  if (!isPlanned) return null
  return (
    <p class="acts">
      {canEdit && (
        <a class="btn" href={`${path}/plan`} data-key="e">
          Plan
        </a>
      )}
      <a class="btn" href={next === null ? `${path}/actuals` : `${path}/actuals?week=${next}`}>
        {canEnter && next !== null ? `Enter ${weekName(next)}` : 'Actuals'}
      </a>
      {canEnter && (
        <a class="btn pri" href={`${path}/scenarios/new`} data-key="w">
          New what-if <kbd>w</kbd>
        </a>
      )}
    </p>
  )
}

const Empty = ({ path, quarter, last, canEdit }: QuarterProps & At) => (
  <div class="empty form">
    <p>
      How many people each team has in {quarterTitle(quarter)}, and how its weeks are split between product bets, the
      platform and lower risk: what is planned here, every week is held against.
    </p>
    {canEdit ? (
      <form method="post" action={`${path}/plan`} class="acts">
        {last && (
          <button type="submit" class="btn pri big" name="start" value="last">
            Start from {quarterTitle(last)}
          </button>
        )}
        <a class={last ? 'btn big' : 'btn pri big'} href={`${path}/plan`}>
          Plan the quarter
        </a>
        <a class="btn big" href="/capacity/import">
          Import actuals
        </a>
      </form>
    ) : (
      <p>An editor can plan it.</p>
    )}
  </div>
)

const Split = ({ rows, all, buckets, quarter, at, isPlanned, canEdit }: QuarterProps) => (
  <section class="sec" aria-labelledby="h-split">
    <header>
      <h2 id="h-split">Split by team</h2>
      <p>
        {at === null
          ? 'share of person-weeks, as planned, percent'
          : `share of person-weeks, mean of the last four weeks${isPlanned ? '' : '; nothing is planned'}, percent`}
        {canEdit && (
          <>
            {' '}
            · <a href="/capacity/buckets">buckets and floors</a>
          </>
        )}
      </p>
      <ul class="key">
        <li>{joined([bar({ actual: 45, plan: 68, floor: null, width: 44 })])} actual, and its plan</li>
        <li>
          {joined(['<svg class="bu" width="8" height="16" aria-hidden="true"><path class="floor" d="M4 0V16"/></svg>'])}{' '}
          floor
        </li>
      </ul>
    </header>
    <SplitTable rows={rows} all={all} buckets={buckets} title={quarterTitle(quarter)} />
  </section>
)

const WhatIf = ({ whatIf, path, unestimated, canEnter }: QuarterProps & At) => {
  if (!whatIf) return null
  const scenarios = whatIf.comparison.whatIfs.flatMap(({ scenario }) => scenario ?? [])
  return (
    <section class="sec" aria-labelledby="h-what">
      <header>
        <h2 id="h-what">What if</h2>
        <p>
          {scenarios.length === 0
            ? 'no scenario is open'
            : `${counted(scenarios.length, 'scenario')}, from ${weekName(whatIf.comparison.base.from)}`}
        </p>
        <a class="small" href={`${path}/compare`}>
          Compare others
        </a>
      </header>
      <WhatIfTable {...whatIf} />
      {unestimated > 0 && (
        <p class="hint">
          {capitalised(counted(unestimated, 'initiative'))} of the quarter without a team or an effort{' '}
          {unestimated === 1 ? 'is' : 'are'} in no forecast.
        </p>
      )}
      {scenarios.length === 0 && canEnter && (
        <p class="hint">
          <a href={`${path}/scenarios/new`}>Copy the plan</a>, change people, splits or the order, and see what would be
          late.
        </p>
      )}
    </section>
  )
}
