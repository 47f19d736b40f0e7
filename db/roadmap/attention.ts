import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import { blockedOn } from './blocked.ts'

export type Waiting = { id: number; title: string; why: 'blocked' | 'no_guardrail' | 'verdict_due' }

/**
 * For Home: initiatives that wait for another one, that are built without a guardrail metric, and that shipped and were
 * not looked at on the day set for it.
 */
export async function initiativesWaiting(today: string): Promise<Waiting[]> {
  const blocked = (await blockedOn(today)).map(({ id }) => id)
  return rows<Waiting>(sql`select id, title, 'blocked' as why from initiatives
      where id in (select value from json_each(${JSON.stringify(blocked)}))
    union all select id, title, 'no_guardrail' from initiatives
      where stage in ('ready', 'delivery') and guardrail_metric is null
    union all select id, title, 'verdict_due' from initiatives where stage = 'shipped' and review_on <= ${today}
    limit 30`)
}
