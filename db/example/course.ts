import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import { addDays, daysBetween, isBusinessDay } from '../../src/domain/time/days.ts'
import { fromCatalogue, type NewMetric } from '../scorecard/define.ts'
import { findMetric, type Metric } from '../scorecard/metrics.ts'
import type { Cast } from './cast.ts'
import type { Course } from './metrics.ts'

/** Days ago: the metrics were agreed, what was known of them loaded, the organisation's own targets set. */
export const agreed = 176
export const loaded = 175
export const aimed = 169

/** Of one moment: after the decisions and in this order, before the reviews. */
export const order = { define: 10, read: 12, correct: 13, remark: 14, rebase: 15 }

export function metricOf({ metric, owner, journey, own }: Course, cast: Cast): NewMetric {
  const found = catalogue.find(({ key }) => key === metric)
  if (!found) throw new Error(`There is no ${metric} in the catalogue`)
  return { ...fromCatalogue(found, cast.person(owner), journey), ...own }
}

export const idOf = async (course: Course, cast: Cast): Promise<number> =>
  (await metricCalled(metricOf(course, cast).key)).id

export async function metricCalled(key: string): Promise<Metric> {
  const metric = await findMetric(key)
  if (!metric) throw new Error(`The example has no ${key}`)
  return metric
}

/** How many days ago a period was entered: on a working day soon after it was over, and never later than today. */
export function agoOf(period: string, course: Course, cast: Cast) {
  const over = periodAfter(period, metricOf(course, cast).rhythm)
  let ago = Math.max(0, daysBetween(over, cast.today) - course.lag)
  while (ago > 0 && !isBusinessDay(addDays(cast.today, -ago))) ago -= 1
  return ago
}
