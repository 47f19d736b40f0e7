import { sql } from 'drizzle-orm'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'

export type QuarterItem = {
  id: number
  title: string
  team: number | null
  teamName: string | null
  bucket: string
  effort: number | null
  stage: Stage
  rank: number
  launchedOn: string | null
  /** Its last milestone not reached yet. */
  milestone: string | null
  version: number
}

/** What a quarter is to do, in rank order, without what was put below the line; with what has shipped in it. */
export const itemsOf = (quarter: string, tx?: Transaction): Promise<QuarterItem[]> =>
  rows(
    sql`select i.id, i.title, i.team, t.name as teamName, i.bucket, i.effort, i.stage, i.rank, i.launched_on as launchedOn,
        i.version, (select max(m.planned_on) from milestones m where m.initiative = i.id and m.actual_on is null) as milestone
      from initiatives i left join teams t on t.id = i.team
      where i.quarter = ${quarter} and i.stage <> 'stopped'
        and i.id not in (select initiative from below_the_line
          where quarter = ${quarter} and ended_at is null and initiative is not null)
      order by i.rank, i.id`,
    tx,
  )
