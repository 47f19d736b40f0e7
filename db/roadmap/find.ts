import { sql } from 'drizzle-orm'
import { visibleTo } from '../decisions/visibility.ts'
import { first, rows } from '../rows.ts'
import type { Initiative } from './initiatives.ts'

export type FoundInitiative = Initiative & {
  themeName: string | null
  bucketName: string
  ownerName: string | null
  teamName: string | null
}

export const findInitiative = (id: number): Promise<FoundInitiative | undefined> =>
  first(sql`select i.id, i.title, i.theme, i.bucket, i.hypothesis, i.primary_metric as primaryMetric,
      i.guardrail_metric as guardrailMetric, i.least_effect as leastEffect, i.owner, i.team, i.product_line as productLine,
      i.effort, i.rank, i.quarter, i.stage, i.stopped_from as stoppedFrom, i.origin, i.dependencies_on as dependenciesOn,
      i.risk_on as riskOn, i.security_on as securityOn, i.performance_on as performanceOn, i.problem_on as problemOn,
      i.experiment_on as experimentOn, i.measured_on as measuredOn, i.started_on as startedOn, i.launched_on as launchedOn,
      i.review_on as reviewOn, i.changed_at as changedAt, i.version,
      h.name as themeName, coalesce(b.name, i.bucket) as bucketName, p.name as ownerName, t.name as teamName
    from initiatives i left join themes h on h.id = i.theme left join buckets b on b.key = i.bucket
    left join people p on p.id = i.owner left join teams t on t.id = i.team where i.id = ${id}`)

export type NamingDecision = { number: number; title: string }

/** Decisions that took it up, took something from it for something else, or write its number; newest first. */
export const decisionsOn = (id: number, reader: number): Promise<NamingDecision[]> =>
  rows(sql`select d.number, d.title from decisions d where d.number in (
      select decision from initiative_changes where initiative = ${id}
      union select decision from displacements where initiative = ${id}
      union select decision from below_the_line where initiative = ${id}
      union select decision from requests where initiative = ${id}
      union select rowid from decision_search where decision_search match ${`"I ${id}"`})
    and ${visibleTo(reader)} order by d.number desc limit 50`)

export type JoinedRequest = { id: number; title: string }

/** Requests that became it, or joined it. */
export const requestsOf = (id: number): Promise<JoinedRequest[]> =>
  rows(sql`select id, title from requests where initiative = ${id} order by id`)
