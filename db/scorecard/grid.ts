import { sql } from 'drizzle-orm'
import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'
import { listMetrics, type Metric } from './metrics.ts'

export type Line = Metric & { standing: MetricStanding }

/** Every metric on the scorecard, in its order, with how it stands. */
export async function scorecardLines(tx?: Transaction): Promise<Line[]> {
  const bodies = new Map(
    (await rows<{ metric: number; body: string }>(sql`select metric, body from standings`, tx)).map((one) => [
      one.metric,
      one.body,
    ]),
  )
  return (await listMetrics(tx)).map((metric) => ({ ...metric, standing: JSON.parse(bodies.get(metric.id) ?? 'null') }))
}
