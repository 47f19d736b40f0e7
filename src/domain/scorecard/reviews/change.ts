import type { MetricStatus } from '../status.ts'
import type { ReviewedMetric, Then } from './metric.ts'
import type { Snapshot } from './snapshot.ts'

/** `other`: it changed, but towards or from something that says neither good nor bad. */
const courses = ['worse', 'better', 'other', 'new', 'gone', 'same'] as const
export type Course = (typeof courses)[number]

/**
 * How much each status asks for attention; null where nothing is known or nothing was promised, so that coming from
 * there or going there is neither better nor worse. A judgement.
 */
const concern: Record<MetricStatus, number | null> = {
  on_target: 0,
  off_target: 1,
  signal: 2,
  breached: 3,
  stale: null,
  no_data: null,
  no_target: null,
}

/** The course of a metric from one review to another; null: it was not on that one. A value alone is no course. */
export function courseOf(before: Then | null, after: Then | null): Course {
  if (!before) return after ? 'new' : 'same'
  if (!after) return 'gone'
  if (before.status === after.status) return before.target === after.target ? 'same' : 'other'
  const [was, is] = [concern[before.status], concern[after.status]]
  if (was === null || is === null) return 'other'
  return is > was ? 'worse' : 'better'
}

const thenOf = ({ value, period, statuses, target }: ReviewedMetric): Then => ({
  ...{ value, period, target },
  status: statuses[0],
})

export type Change = { metric: ReviewedMetric; before: Then | null; after: Then | null; course: Course }

/** What changed since the review before, worst first; values that only moved are left out, and all when it is the first. */
export const changesOf = ({ metrics, previous }: Pick<Snapshot, 'metrics' | 'previous'>): Change[] =>
  previous === null
    ? []
    : byCourse(metrics.map((metric) => change(metric, metric.before, thenOf(metric)))).filter(
        ({ course }) => course !== 'same',
      )

/** Every metric of two reviews side by side, in the order of the later one; what is only in the first comes last. */
export function compared(a: readonly ReviewedMetric[], b: readonly ReviewedMetric[]): Change[] {
  const first = new Map(a.map((metric) => [metric.key, metric]))
  const second = new Set(b.map(({ key }) => key))
  return [
    ...b.map((metric) => {
      const before = first.get(metric.key)
      return change(metric, before ? thenOf(before) : null, thenOf(metric))
    }),
    ...a.filter(({ key }) => !second.has(key)).map((metric) => change(metric, thenOf(metric), null)),
  ]
}

const change = (metric: ReviewedMetric, before: Then | null, after: Then | null): Change => ({
  ...{ metric, before, after },
  course: courseOf(before, after),
})

const byCourse = (changes: Change[]) => courses.flatMap((course) => changes.filter((one) => one.course === course))
