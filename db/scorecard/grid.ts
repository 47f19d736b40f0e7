import { sql } from 'drizzle-orm'
import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { rows } from '../rows.ts'
import { listMetrics, type Metric } from './metrics.ts'

export type Line = Metric & { standing: MetricStanding }

/** Every metric on the scorecard, in its order, with how it stands. */
export async function scorecardLines(): Promise<Line[]> {
  const bodies = new Map(
    (await rows<{ metric: number; body: string }>(sql`select metric, body from standings`)).map((one) => [
      one.metric,
      one.body,
    ]),
  )
  return (await listMetrics()).map((metric) => ({ ...metric, standing: JSON.parse(bodies.get(metric.id) ?? 'null') }))
}
