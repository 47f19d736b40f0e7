import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { findMetricById, type Metric } from '../scorecard/metrics.ts'
import { standingOfMetric } from '../scorecard/standing.ts'

export type Measured = { metric: Metric; standing: MetricStanding }

/** How these metrics stand, by their ids. */
export async function measuredBy(metrics: readonly (number | null)[]): Promise<Map<number, Measured>> {
  const ids = [...new Set(metrics.filter((id) => id !== null))]
  const found = await Promise.all(
    ids.map(async (id) => ({ metric: await findMetricById(id), standing: await standingOfMetric(id) })),
  )
  return new Map(
    found.flatMap(({ metric, standing }) => (metric && standing ? [[metric.id, { metric, standing }]] : [])),
  )
}
