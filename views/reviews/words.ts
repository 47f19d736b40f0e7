import { needsAWord } from '../../src/domain/scorecard/attention.ts'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { Sides } from '../../src/domain/scorecard/reviews/attendance.ts'
import type { ReviewKind } from '../../src/domain/scorecard/reviews/catalogue.ts'
import type { Change, Course } from '../../src/domain/scorecard/reviews/change.ts'
import type { ReviewedMetric } from '../../src/domain/scorecard/reviews/metric.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { longDay } from '../dates.ts'
import { metricStatusNames } from '../scorecard/words.ts'
import { capitalised, counted } from '../words.ts'

export const reviewKindNames: Record<ReviewKind, string> = { weekly: 'Weekly review', monthly: 'Monthly review' }

export const courseNames: Record<Course, string> = {
  worse: 'Worse',
  better: 'Better',
  other: 'Changed',
  new: 'New',
  gone: 'No longer there',
  same: 'Same status',
}

/** What the review found, as a sentence. */
export function finding(metrics: readonly ReviewedMetric[]): string {
  if (metrics.length === 0) return 'There is no metric on the scorecard to review yet.'
  const onTarget = metrics.filter(({ statuses }) => statuses[0] === 'on_target').length
  return `${capitalised(breaches(metrics.filter(isBreached)))}; ${onTargetOf(onTarget, metrics.length)}`
}

function breaches(breached: readonly ReviewedMetric[]) {
  const [only] = breached
  if (!only) return 'no guardrail is breached'
  if (breached.length === 1) return `one guardrail is breached, of ${only.name}`
  return `${counted(breached.length, 'guardrail')} are breached`
}

export const onTargetOf = (onTarget: number, all: number) =>
  `${onTarget === 0 ? 'none' : counted(onTarget, '', '').trim()} of ${counted(all, 'metric')} ${onTarget === 1 ? 'is' : 'are'} on target.`

export const isBreached = ({ statuses }: ReviewedMetric) => statuses.includes('breached')

/** "three worse, one better". */
export function courses(changes: readonly Change[]): string {
  const of = (course: Course) => changes.filter((change) => change.course === course).length
  const parts = [
    [of('worse'), 'worse'],
    [of('better'), 'better'],
    [of('other'), 'otherwise changed'],
    [of('new'), 'new'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${counted(count, '', '').trim()} ${word}`)
    .join(', ')
}

export const sinceName = ({ previous }: Pick<Snapshot, 'previous'>) =>
  previous ? `Changed since ${longDay(previous.closedOn)}` : 'Changed since the last review'

/** How many of a category the review owes a word. */
export const owing = (metrics: readonly ReviewedMetric[], category: Category) =>
  metrics.filter((metric) => metric.category === category && needsAWord(metric.statuses[0])).length

/** Were both there? */
export function sidesSentence({ product, engineering }: Sides, present: number, sealed: boolean): string {
  const [is, are, here] = sealed ? ['was', 'were', 'there'] : ['is', 'are', 'here']
  if (present === 0) return sealed ? 'Nobody said who was there.' : 'Nobody is ticked yet.'
  if (product && engineering) return `Product and Engineering ${are} both ${here}.`
  if (product) return `Product ${is} ${here}, Engineering ${is} not.`
  if (engineering) return `Engineering ${is} ${here}, Product ${is} not.`
  return `Neither Product nor Engineering ${is} ${here}.`
}

/** The statuses beside the badge: "signal, off target". */
export const besides = ({ statuses, favourable }: ReviewedMetric) =>
  [...statuses.slice(1).map((status) => metricStatusNames[status].toLowerCase()), favourable && 'a favourable signal']
    .filter(Boolean)
    .join(', ')
