import type { Child } from 'hono/jsx'
import type { Committed } from '../../db/roadmap/commitments.ts'
import { churn } from '../../src/domain/roadmap/churn.ts'
import { longDay } from '../dates.ts'
import { Mistakes } from '../parts/form.tsx'
import { milestonesFound, outcomesFound, technologyFound } from './finding.ts'
import { quarterText } from './initiative-words.ts'
import { Outcomes } from './outcomes.tsx'
import type { Reading } from './row.ts'
import { investmentsIn, Technology } from './technology.tsx'
import { deliveredIn, TimeLine } from './timeline.tsx'
import { churnText } from './words.ts'

export const roadmapViews = ['outcomes', 'technology', 'shared'] as const
export type RoadmapView = (typeof roadmapViews)[number]

export type RoadmapProps = {
  reading: Reading
  view: RoadmapView
  /** Asked for a quarter, and not for all that is open. */
  narrowed: boolean
  /** Every quarter that something is planned for, with this one and the next. */
  quarters: string[]
  committed: Committed | undefined
  /** The address, without a view or a quarter. */
  path: string
  mistakes?: Record<string, string>
}

export const RoadmapPage = (props: RoadmapProps) => {
  const { reading, committed, mistakes } = props
  const { outline, quarter, ranks } = reading
  const isEmpty = outline.themes.length + outline.initiatives.length === 0
  return (
    <>
      <div class="head">
        <p class="kick">
          <b>Roadmap</b> · {props.narrowed || props.view === 'shared' ? quarterText(quarter) : 'all that is open'}
        </p>
        <h1>{findingOf(props)}</h1>
        {ranks !== null && (
          <p class="acts">
            <a class="btn" href="/roadmap/links">
              Public links
            </a>
            {!isEmpty && (
              <a class="btn" href="/initiatives/new">
                Add an initiative
              </a>
            )}
            {!committed && !isEmpty && (
              <a class="btn pri" href={`/roadmap/${quarter}/commitment`}>
                Commit {quarterText(quarter)}
              </a>
            )}
          </p>
        )}
      </div>
      {mistakes && <Mistakes errors={mistakes} />}
      {isEmpty && !props.narrowed ? <Empty canEdit={ranks !== null} /> : <Shown {...props} />}
    </>
  )
}

export function findingOf({ view, reading }: Pick<RoadmapProps, 'view' | 'reading'>) {
  const { outline, quarter, today } = reading
  if (view === 'technology') return technologyFound(investmentsIn(outline.initiatives))
  if (view === 'outcomes') return outcomesFound(outline)
  const milestones = deliveredIn(reading).flatMap(({ id }) => outline.milestones.get(id) ?? [])
  return milestonesFound(milestones, quarter, today)
}

const Empty = ({ canEdit }: { canEdit: boolean }) => (
  <div class="empty">
    <p>
      A roadmap says which outcomes are worth a bet, what the bets are and in which order they come. It begins with a
      theme: an outcome, the metric that tells, where it stands and where it should get to.
    </p>
    {canEdit && (
      <p class="acts">
        <a class="btn pri big" href="/themes/new">
          Add a theme
        </a>
        <a class="btn big" href="/initiatives/new">
          Add an initiative
        </a>
      </p>
    )}
  </div>
)

const Shown = (props: RoadmapProps) => (
  <>
    <Views {...props} />
    <Quarters {...props} />
    <Stability {...props}>
      <a href={`/roadmap/${props.reading.quarter}/commitment`}>
        {props.committed ? 'What changed' : 'What is on its list'}
      </a>
    </Stability>
    <View {...props} />
  </>
)

export const View = ({ view, reading }: Pick<RoadmapProps, 'view' | 'reading'>) =>
  view === 'outcomes' ? (
    <Outcomes {...reading} />
  ) : view === 'technology' ? (
    <Technology {...reading} />
  ) : (
    <TimeLine {...reading} />
  )

const viewNames: Record<RoadmapView, string> = {
  outcomes: 'Outcomes',
  technology: 'Technology',
  shared: 'Outcomes and delivery',
}

export const Views = ({ view, path, reading, narrowed }: RoadmapProps) => (
  <nav class="tabs" aria-label="Views of the roadmap">
    {roadmapViews
      .filter((one) => one !== 'technology' || !reading.isPublic)
      .map((one) => (
        <a
          href={addressOf(path, one, narrowed ? reading.quarter : '')}
          aria-current={one === view ? 'page' : undefined}
        >
          {viewNames[one]}
        </a>
      ))}
  </nav>
)

export function addressOf(path: string, view: RoadmapView, quarter: string) {
  const query = new URLSearchParams({ ...(view !== 'outcomes' && { view }), ...(quarter && { quarter }) }).toString()
  return query ? `${path}?${query}` : path
}

export const Quarters = ({ view, path, quarters, reading, narrowed }: RoadmapProps) => (
  <form class="filter" action={path}>
    {view !== 'outcomes' && <input type="hidden" name="view" value={view} />}
    <select name="quarter" aria-label="Quarter">
      <option value="">{view === 'shared' ? 'This quarter' : 'All that is open'}</option>
      {quarters.map((one) => (
        <option value={one} selected={narrowed && one === reading.quarter}>
          {quarterText(one)}
        </option>
      ))}
    </select>
    <button type="submit" class="btn">
      Show
    </button>
  </form>
)

/** How much of what was committed still stands. */
export const Stability = ({
  committed,
  reading: { quarter },
  children,
}: Pick<RoadmapProps, 'committed' | 'reading'> & { children?: Child }) => (
  <p class="remark">
    <b>{quarterText(quarter)}</b>
    {committed
      ? `, since it was committed on ${longDay(committed.at)}: ${churnText(churn(committed.frozen, committed.current))}.`
      : ' is not committed yet.'}{' '}
    {children}
  </p>
)
