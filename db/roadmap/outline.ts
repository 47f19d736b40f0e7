import { sql } from 'drizzle-orm'
import type { BucketSide } from '../../src/domain/capacity/buckets.ts'
import type { Origin, Stage } from '../../src/domain/roadmap/catalogue.ts'
import type { Blocked } from '../../src/domain/roadmap/dependencies.ts'
import type { Good, Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import { kept } from '../kept.ts'
import { rows } from '../rows.ts'
import { blockedOn } from './blocked.ts'

/** A theme with its metric as the scorecard has it; `value` and `period`: the newest reading. */
export type OutlinedTheme = {
  id: number
  name: string
  outcome: string
  quarter: string | null
  baseline: number | null
  target: number | null
  key: string | null
  metric: string | null
  unit: string | null
  good: Good | null
  rhythm: Rhythm | null
  value: number | null
  period: string | null
}

export type OutlinedInitiative = {
  id: number
  title: string
  theme: number | null
  bucket: string
  bucketName: string
  side: BucketSide
  stage: Stage
  quarter: string | null
  /** Person-weeks. */
  effort: number | null
  owner: string | null
  team: string | null
  productLine: string
  origin: Origin
  primaryMetric: string | null
  guardrailMetric: string | null
  startedOn: string | null
  launchedOn: string | null
  /** Its place among all with work still to do; null: it has none. */
  place: number | null
}

export type OutlinedMilestone = { initiative: number; name: string; plannedOn: string; actualOn: string | null }

/** What is waited for of a team, and by when. */
type TeamWait = { initiative: number; team: string; neededOn: string | null }

export type Outline = {
  themes: OutlinedTheme[]
  /** In the order of rank. */
  initiatives: OutlinedInitiative[]
  milestones: Map<number, OutlinedMilestone[]>
  blocked: Map<number, Blocked['by']>
  waits: Map<number, TeamWait[]>
  /** What those that are waited for are called, also where they are not in the outline themselves. */
  titles: Map<number, string>
}

/** All with work still to do, and whatever was not stopped of a quarter; with `of` 'quarter' only the latter. */
export const outlineOf = (quarter: string, today: string, of: 'open' | 'quarter'): Promise<Outline> =>
  kept(`roadmap ${quarter} ${today} ${of}`, () => readOutline(quarter, today, of))

async function readOutline(quarter: string, today: string, of: 'open' | 'quarter'): Promise<Outline> {
  const ofQuarter = sql`select id from initiatives where quarter = ${quarter} and stage <> 'stopped'`
  const ids = of === 'quarter' ? ofQuarter : sql`${ofQuarter} union select id from initiatives where ${unfinished}`
  const [initiatives, themes, milestones, waits, blocked] = await Promise.all([
    rows<OutlinedInitiative>(sql`with placed as (select id, row_number() over (order by rank, id) as place
        from initiatives where ${unfinished})
      select i.id, i.title, i.theme, i.bucket, coalesce(b.name, i.bucket) as bucketName, coalesce(b.side, 'product') as side,
        i.stage, i.quarter, i.effort, p.name as owner, t.name as team, i.product_line as productLine, i.origin,
        (${nameOf(sql`i.primary_metric`)}) as primaryMetric, (${nameOf(sql`i.guardrail_metric`)}) as guardrailMetric,
        i.started_on as startedOn, i.launched_on as launchedOn, l.place
      from initiatives i left join placed l on l.id = i.id left join buckets b on b.key = i.bucket
      left join people p on p.id = i.owner left join teams t on t.id = i.team
      where i.id in (${ids}) order by i.rank, i.id`),
    rows<OutlinedTheme>(sql`select h.id, h.name, h.outcome, h.quarter, h.baseline, h.target, m.key, d.name as metric,
        d.unit, d.good, d.rhythm, s.body ->> '$.value' as value, s.body ->> '$.period' as period
      from themes h left join metrics m on m.id = h.metric
      left join metric_definitions d on d.metric = m.id
        and d.number = (select max(number) from metric_definitions where metric = m.id)
      left join standings s on s.metric = m.id
      where h.id in (select theme from initiatives where id in (${ids}))
        or (h.closed_at is null ${of === 'quarter' ? sql`and h.quarter = ${quarter}` : sql``})
      order by h.closed_at is not null, h.quarter is null, h.quarter, h.id`),
    rows<OutlinedMilestone>(sql`select initiative, name, planned_on as plannedOn, actual_on as actualOn from milestones
      where initiative in (${ids}) order by initiative, planned_on, id`),
    rows<TeamWait>(sql`select d.initiative, t.name as team, d.needed_on as neededOn
      from dependencies d join teams t on t.id = d.on_team where d.settled = 0 and d.initiative in (${ids})
      order by d.id`),
    blockedOn(today),
  ])
  return {
    ...{ themes, initiatives },
    milestones: byInitiative(milestones),
    waits: byInitiative(waits),
    blocked: new Map(blocked.map(({ id, by }) => [id, by])),
    titles: await titlesOf(blocked.flatMap(({ by }) => by.map(({ id }) => id))),
  }
}

/** As the index of open ones is declared, so that it is used. */
const unfinished = sql`stage not in ('measured', 'stopped') and stage <> 'shipped'`

const nameOf = (metric: ReturnType<typeof sql>) =>
  sql`select name from metric_definitions where metric = ${metric} order by number desc limit 1`

function byInitiative<One extends { initiative: number }>(all: readonly One[]): Map<number, One[]> {
  const found = new Map<number, One[]>()
  for (const one of all) {
    const known = found.get(one.initiative)
    if (known) known.push(one)
    else found.set(one.initiative, [one])
  }
  return found
}

async function titlesOf(ids: number[]) {
  if (ids.length === 0) return new Map<number, string>()
  const found = await rows<{ id: number; title: string }>(
    sql`select id, title from initiatives where id in (select value from json_each(${JSON.stringify(ids)}))`,
  )
  return new Map(found.map(({ id, title }) => [id, title]))
}

/** Every quarter that something is planned or frozen for, in their order; walked from one to the next. */
export const plannedQuarters = (): Promise<string[]> =>
  kept('roadmap quarters', async () => {
    const found = await rows<{ quarter: string }>(sql`with recursive
      planned(quarter) as (select min(quarter) from initiatives
        union all select (select min(i.quarter) from initiatives i where i.quarter > p.quarter) from planned p
          where p.quarter is not null),
      frozen(quarter) as (select min(quarter) from commitments
        union all select (select min(c.quarter) from commitments c where c.quarter > f.quarter) from frozen f
          where f.quarter is not null)
      select quarter from planned where quarter is not null union select quarter from frozen where quarter is not null
      union select quarter from themes where quarter is not null order by 1`)
    return found.map(({ quarter }) => quarter)
  })
