import { sql } from 'drizzle-orm'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import { type ReviewKind, reviewed, reviewKinds } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { visibleTo } from '../decisions/visibility.ts'
import { rows } from '../rows.ts'
import type { NewSegment } from './metrics.ts'

export type NamingDecision = { number: number; title: string; decidedAt: string; tripwire: number; expected: number }

/** Decisions taken that name this metric, by its key or a name it has or had: as their tripwire, or in what they expect. */
export const decisionsNaming = (metric: number, reader: number): Promise<NamingDecision[]> =>
  rows<NamingDecision>(sql`with called(name) as (
      select lower(key) from metrics where id = ${metric}
      union select lower(name) from metric_definitions where metric = ${metric})
    select d.number, d.title, d.decided_at as decidedAt,
      lower(d.tripwire_metric) in called as tripwire, lower(d.expected_metric) in called as expected
    from decisions d
    where (d.tripwire_metric <> '' or d.expected_metric <> '') and d.decided_at is not null and (lower(d.tripwire_metric) in called or lower(d.expected_metric) in called)
      and ${visibleTo(reader)}
    order by d.decided_at desc limit 100`)

export type ClosedReview = { id: number; kind: ReviewKind; closedAt: string }

/** Reviews that looked at metrics of this category and are closed. */
export const closedReviewsOf = (category: Category): Promise<ClosedReview[]> => {
  const kinds = reviewKinds.filter((kind) => reviewed[kind].includes(category))
  return rows<ClosedReview>(sql`select id, kind, closed_at as closedAt from reviews
    where closed_at is not null and kind in (select value from json_each(${JSON.stringify(kinds)}))
    order by closed_at desc limit 100`)
}

export type MarkedIncident = { key: string; title: string; detectedAt: string }

/** Incidents detected from a day on; where the metric is of one journey, those of it and of no journey in particular. */
export const incidentsSince = (day: string, journey: string): Promise<MarkedIncident[]> =>
  rows<MarkedIncident>(sql`select key, title, detected_at as detectedAt from incidents
    where detected_at >= ${day} and (${journey} = '' or journey in ('', ${journey}))
    order by detected_at desc limit 200`)

/** Where baselines begin and why, without the numbers of decisions that this reader may not know of. */
export const begunFor = (metric: number, reader: number): Promise<NewSegment[]> =>
  rows<NewSegment>(sql`select s.starts_on as startsOn, s.cause, d.number as decision
    from metric_segments s left join decisions d on d.number = s.decision and ${visibleTo(reader)}
    where s.metric = ${metric} order by s.starts_on`)
