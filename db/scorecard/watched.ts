import { sql } from 'drizzle-orm'
import type { Good, Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import { rows } from '../rows.ts'

/** A metric that a decision may name, with its newest value; `value` and `period` null: nothing read yet. */
export type Watched = {
  key: string
  name: string
  unit: string
  good: Good
  rhythm: Rhythm
  value: number | null
  period: string | null
}

/** Every metric on the scorecard, in its order; or those with one of these names or keys. */
export const watchedMetrics = (names?: readonly string[]): Promise<Watched[]> =>
  rows<Watched>(sql`select m.key, n.name, n.unit, n.good, n.rhythm, r.value, r.period
    from metrics m
    join metric_definitions n on n.metric = m.id and n.number = (select max(number) from metric_definitions x where x.metric = m.id)
    left join readings r on r.id = (select id from readings where metric = m.id and replaced = 0 and value is not null
      order by period desc limit 1)
    where m.retired_at is null and ${
      names === undefined
        ? sql`true`
        : sql`exists (select 1 from json_each(${JSON.stringify(names)}) j where lower(j.value) in (lower(m.key), lower(n.name)))`
    }
    order by case m.category when 'product' then 1 when 'delivery' then 2 when 'reliability' then 3 when 'security' then 4 else 5 end,
      m.position, m.id`)
