import { eq, sql } from 'drizzle-orm'
import type { Direction } from '../../src/domain/decisions/catalogue.ts'
import type { Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import type { Expected } from '../../src/domain/scorecard/expectation.ts'
import { visibleTo } from '../decisions/visibility.ts'
import { rows } from '../rows.ts'
import { decisions } from '../schema/decisions.ts'
import { trips } from '../schema/scorecard.ts'
import type { By, Note, Transaction } from '../write.ts'

type Crossed = { decision: number; reading: number; period: string; value: number; limit: number; metric: string }

/**
 * Decisions that named this metric as their tripwire, by its key or its name, and of whose readings just landed one of a
 * period after the decision has crossed the value. They become due for revisit today; one that has tripped already
 * and was not looked at since stays as it is.
 */
export async function evaluateTripwires(
  tx: Transaction,
  note: Note,
  by: By,
  today: string,
  metric: number,
  periods: readonly string[],
): Promise<number[]> {
  const crossed = await rows<Crossed>(
    sql`select d.number as decision, r.id as reading, r.period, r.value, d.tripwire_value as "limit", n.name as metric
      from metrics m
      join metric_definitions n on n.metric = m.id
        and n.number = (select max(number) from metric_definitions x where x.metric = m.id)
      join decisions d on d.status = 'decided' and d.tripwire_value is not null
        and lower(d.tripwire_metric) in (lower(m.key), lower(n.name))
      join readings r on r.metric = m.id and r.replaced = 0
        and r.period in (select value from json_each(${JSON.stringify(periods)}))
        and r.period >= substr(coalesce(d.decided_at, d.raised_at), 1, 10)
        and iif(d.tripwire_direction = 'above', r.value > d.tripwire_value, r.value < d.tripwire_value)
      where m.id = ${metric} and not exists (
        select 1 from trips t where t.decision = d.number
          and not exists (select 1 from outcome_reviews o where o.decision = t.decision and o.at > t.at))
      order by d.number, r.period`,
    tx,
  )
  const tripped: number[] = []
  for (const { decision, reading, period, value, limit, metric } of crossed) {
    if (tripped.includes(decision)) continue
    tripped.push(decision)
    await tx.insert(trips).values({ decision, reading, at: by.at.toISOString() })
    await tx.update(decisions).set({ revisitOn: today }).where(eq(decisions.number, decision))
    await note({
      ...{ kind: 'decision.tripped', record: 'decision', recordId: decision },
      after: { metric, period, value, limit, revisitOn: today },
    })
  }
  return tripped
}

export type Trip = {
  number: number
  title: string
  deciderId: number | null
  metric: string
  key: string
  unit: string
  rhythm: Rhythm
  direction: Direction
  limit: number
  value: number
  period: string
  at: string
}

/** Tripwires crossed and not looked at since, newest first; of one decision, or of all that somebody may read. */
export const openTrips = (reader: number, decision?: number): Promise<Trip[]> =>
  rows<Trip>(sql`select d.number, d.title, d.decider as deciderId, n.name as metric, m.key, n.unit, n.rhythm,
      d.tripwire_direction as direction, d.tripwire_value as "limit", r.value, r.period, t.at
    from trips t
    -- Crossed, so that the few trips lead and not the many decisions.
    cross join decisions d on d.number = t.decision and d.status = 'decided'
    join readings r on r.id = t.reading
    join metrics m on m.id = r.metric
    join metric_definitions n on n.metric = m.id and n.number = (select max(number) from metric_definitions x where x.metric = m.id)
    where not exists (select 1 from outcome_reviews o where o.decision = t.decision and o.at > t.at)
      and ${decision === undefined ? sql`true` : sql`d.number = ${decision}`} and ${visibleTo(reader)}
    order by t.id desc limit 50`)

export type Expectation = Expected & {
  number: number
  title: string
  metric: string
  key: string
  unit: string
}

/** What decisions expected of a metric by a day that has come, beside the reading of the period that day lies in or the newest before it. */
export const expectationsDue = (reader: number, today: string, decision?: number): Promise<Expectation[]> =>
  rows<Expectation>(sql`select d.number, d.title, n.name as metric, m.key, n.unit, n.good, n.rhythm, d.expected_value as expected,
      d.expected_on as expectedOn, r.value as actual, r.period
    from decisions d
    join metrics m on m.id = (select x.metric from metric_definitions x join metrics y on y.id = x.metric
      where lower(d.expected_metric) in (lower(x.name), lower(y.key)) order by y.retired_at is not null, x.number desc limit 1)
    join metric_definitions n on n.metric = m.id and n.number = (select max(number) from metric_definitions x where x.metric = m.id)
    left join readings r on r.id = (select id from readings where metric = m.id and replaced = 0 and value is not null
      and period <= d.expected_on order by period desc limit 1)
    where d.status = 'decided' and d.expected_value is not null and d.expected_on <= ${today}
      and ${decision === undefined ? sql`d.revisit_on is not null` : sql`d.number = ${decision}`} and ${visibleTo(reader)}
    order by d.expected_on desc limit 50`)
