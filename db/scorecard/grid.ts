import { sql } from 'drizzle-orm'
import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { kept } from '../kept.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'
import { listMetrics, type Metric } from './metrics.ts'

type Reason = { period: string; body: string; by: string | null }

export type Line = Metric & { standing: MetricStanding; reason: Reason | null }

/** Every metric on the scorecard, in its order, with how it stands; read anew after anything was written. */
export const scorecardLines = (tx?: Transaction): Promise<readonly Line[]> =>
  tx ? readLines(tx) : kept('scorecard', readLines)

async function readLines(tx?: Transaction): Promise<Line[]> {
  const [metrics, bodies, reasons] = [await listMetrics(tx), await standingsOf(tx), await newestReasons(tx)]
  return metrics.map((metric) => ({
    ...metric,
    standing: JSON.parse(bodies.get(metric.id) ?? 'null'),
    reason: reasons.get(metric.id) ?? null,
  }))
}

async function standingsOf(tx?: Transaction) {
  const found = await rows<{ metric: number; body: string }>(sql`select metric, body from standings`, tx)
  return new Map(found.map(({ metric, body }) => [metric, body]))
}

async function newestReasons(tx?: Transaction) {
  const found = await rows<Reason & { metric: number }>(
    sql`select n.metric, n.period, n.body, p.name as by from reading_notes n left join people p on p.id = n.by
      where n.id in (select max(id) from reading_notes where kind = 'reason' group by metric)`,
    tx,
  )
  return new Map(found.map(({ metric, ...reason }) => [metric, reason]))
}
