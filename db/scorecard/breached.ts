import { sql } from 'drizzle-orm'
import type { Good, Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import type { MetricStanding } from '../../src/domain/scorecard/standing.ts'
import { rows } from '../rows.ts'

export type Breached = {
  key: string
  name: string
  unit: string
  good: Good
  rhythm: Rhythm
  standing: MetricStanding & { breachedSince: string }
  /** The newest reason given since it is breached, and for which period. */
  reason: { period: string; body: string } | null
}

type Row = Omit<Breached, 'standing' | 'reason'> & { body: string; reasonFor: string | null; reason: string | null }

/** Metrics on the scorecard whose guardrail is breached, the longest breach first. */
export async function breachedGuardrails(): Promise<Breached[]> {
  const found =
    await rows<Row>(sql`select m.key, n.name, n.unit, n.good, n.rhythm, s.body, w.period as reasonFor, w.body as reason
    from standings s
    join metrics m on m.id = s.metric and m.retired_at is null
    join metric_definitions n on n.metric = m.id and n.number = (select max(number) from metric_definitions x where x.metric = m.id)
    left join reading_notes w on w.id = (select id from reading_notes where metric = m.id and kind = 'reason'
      and period >= s.body ->> '$.breachedSince' order by period desc, id desc limit 1)
    where s.body ->> '$.breachedSince' is not null
    order by s.body ->> '$.breachedSince', m.position, m.id`)
  return found.map(({ body, reasonFor, reason, ...metric }) => ({
    ...metric,
    standing: JSON.parse(body),
    reason: reasonFor === null || reason === null ? null : { period: reasonFor, body: reason },
  }))
}
