import { sql } from 'drizzle-orm'
import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { kept } from '../kept.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'
import { listMetrics, type Metric } from './metrics.ts'

export type Line = Metric & { standing: MetricStanding }

/** Every metric on the scorecard, in its order, with how it stands; read anew after anything was written. */
export const scorecardLines = (tx?: Transaction): Promise<readonly Line[]> =>
  tx ? readLines(tx) : kept('scorecard', readLines)

async function readLines(tx?: Transaction): Promise<Line[]> {
  const found = await rows<{ metric: number; body: string }>(sql`select metric, body from standings`, tx)
  const bodies = new Map(found.map(({ metric, body }) => [metric, body]))
  return (await listMetrics(tx)).map((metric) => ({ ...metric, standing: JSON.parse(bodies.get(metric.id) ?? 'null') }))
}
