import type { Status } from '../../decisions/catalogue.ts'
import type { ExecutiveRole } from '../../people/catalogue.ts'
import { type Category, categories } from '../catalogue.ts'
import { type Sides, sidesOf } from './attendance.ts'
import { type ReviewKind, reviewed } from './catalogue.ts'
import { type Met, type ReviewedMetric, reviewedMetric, type Said } from './metric.ts'

export type Attendee = { id: number; name: string; seat: ExecutiveRole | null }

export type ReviewNote = { category: Category; body: string; by: string | null; at: string }

export type ReviewAction = {
  id: number
  category: Category | null
  text: string
  owner: string
  dueOn: string | null
  doneAt: string | null
}

/** Of a restricted decision only the number is kept: who may read it is asked when it is shown. */
export type ReviewDecision = {
  number: number
  title: string | null
  business: string | null
  status: Status | null
}

/** Everything a review saw, said and agreed; once sealed, the only source of its page. */
export type Snapshot = {
  format: 1
  organisation: string
  currency: string
  review: number
  kind: ReviewKind
  startedOn: string
  startedBy: string | null
  /** null while the review is open. */
  closedOn: string | null
  closedBy: string | null
  /** The last sealed review of the same kind; `gone`: metrics it had and this one has not. */
  previous: { review: number; closedOn: string; gone: { key: string; name: string }[] } | null
  attendance: Attendee[]
  sides: Sides
  metrics: ReviewedMetric[]
  notes: ReviewNote[]
  actions: ReviewAction[]
  /** Agreed in earlier reviews, and open when this one began. */
  carried: ReviewAction[]
  decisions: ReviewDecision[]
}

export type Gathered = Pick<
  Snapshot,
  | 'organisation'
  | 'currency'
  | 'review'
  | 'kind'
  | 'startedOn'
  | 'startedBy'
  | 'closedOn'
  | 'closedBy'
  | 'attendance'
  | 'notes'
  | 'actions'
  | 'carried'
  | 'decisions'
> & { metrics: readonly Met[]; said: readonly Said[]; previous: { snapshot: Snapshot; closedAt: string } | null }

/** A plain object of everything a review holds on a day, the metrics in the order of their categories. */
export function snapshotOf({ metrics, said, previous, ...rest }: Gathered, today: string): Snapshot {
  const before = new Map(previous?.snapshot.metrics.map((metric) => [metric.key, metric]))
  const met = categories
    .filter((category) => reviewed[rest.kind].includes(category))
    .flatMap((category) => metrics.filter((metric) => metric.category === category))
  return {
    format: 1,
    ...rest,
    previous: previous && {
      review: previous.snapshot.review,
      closedOn: previous.snapshot.closedOn ?? '',
      gone: previous.snapshot.metrics
        .filter(({ key }) => !met.some((metric) => metric.key === key))
        .map(({ key, name }) => ({ key, name })),
    },
    sides: sidesOf(rest.attendance.map(({ seat }) => seat)),
    metrics: met.map((metric) => {
      const then = before.get(metric.key)
      return reviewedMetric(metric, {
        today,
        said,
        since: previous?.closedAt ?? null,
        before: then ? { value: then.value, period: then.period, status: then.statuses[0], target: then.target } : null,
      })
    }),
  }
}
