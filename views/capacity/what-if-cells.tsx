import type { ForecastItem } from '../../db/capacity/base.ts'
import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { Comparison, WhatIf } from '../../db/capacity/compare.ts'
import { mondayOfWeek } from '../../src/domain/capacity/forecast.ts'
import { capitalised, counted } from '../words.ts'
import type { WhatIfProps } from './what-if.tsx'
import { listed, weekName } from './words.ts'

type FloorsProps = { outcome: WhatIf['outcome']; from: string; buckets: readonly NamedBucket[] }

export const Floors = ({ outcome, from, buckets }: FloorsProps) => {
  if (outcome.floors.length === 0) return <span class="mute">none set</span>
  const nameOf = (key: string) => buckets.find((bucket) => bucket.key === key)?.name ?? key
  const broken = outcome.floors.filter(({ heldFrom }) => heldFrom === null)
  if (broken.length > 0) {
    return (
      <span class="st" data-s="bad">
        {listed(broken.map(({ bucket }) => nameOf(bucket)))} broken
      </span>
    )
  }
  const first = Math.max(...outcome.floors.map(({ heldFrom }) => heldFrom ?? 1))
  return first <= 1 ? (
    <span class="st" data-s="good">
      Held
    </span>
  ) : (
    <span class="st" data-s="off">
      Held from {weekName(mondayOfWeek(from, first))}
    </span>
  )
}

const most = 5

/** Not links: two on two lines would be too close to be hit. */
export const Late = ({ items }: { items: readonly ForecastItem[] }) =>
  items.length === 0 ? (
    <span class="mute">none</span>
  ) : (
    <>
      {items.slice(0, most).map(({ id, title }, at) => (
        <>
          {at > 0 && <br />}
          I-{id} {title}
        </>
      ))}
      {items.length > most && <small>and {counted(items.length - most, 'more', 'more')}</small>}
    </>
  )

export const Told = ({ told, comparison }: { told: ForecastItem; comparison: Comparison }) => (
  <>
    I-{told.id} done{' '}
    <small>
      {comparison.whatIfs.some(({ odds }) => odds.has(told.id))
        ? 'even odds, 85 % sure'
        : 'by the plan; odds need eight weeks of actuals'}
    </small>
  </>
)

export const Commit = ({
  one: { scenario },
  comparison,
  canCommit,
}: Pick<WhatIfProps, 'comparison' | 'canCommit'> & { one: WhatIf }) => {
  const { weeks } = comparison.base
  if (!scenario) return <span class="mute">{capitalised(counted(weeks, 'week is', 'weeks are'))} left.</span>
  if (scenario.committedAt) return <span class="mute">Committed.</span>
  return canCommit ? (
    <a class="btn" href={`/capacity/scenarios/${scenario.id}/commitment`}>
      Commit it and log the decision
    </a>
  ) : (
    <span class="mute">An editor can commit it.</span>
  )
}
