import { type SQL, sql } from 'drizzle-orm'
import type { Origin, Stage } from '../../src/domain/roadmap/catalogue.ts'
import { kept } from '../kept.ts'
import { first, rows } from '../rows.ts'

/** What the list is narrowed to. Without a stage: all that is not measured or stopped; `any`: all there ever were. */
export type InitiativeFilter = {
  stage?: Stage | 'any' | undefined
  bucket?: string | undefined
  team?: number | undefined
  owner?: number | undefined
  theme?: number | undefined
  /** `2026Q4`, or `none`. */
  quarter?: string | undefined
}

export type ListedInitiative = {
  id: number
  title: string
  stage: Stage
  bucket: string
  team: string | null
  owner: string | null
  theme: string | null
  effort: number | null
  quarter: string | null
  rank: number
  origin: Origin
  primaryMetric: number | null
  guardrailMetric: number | null
}

/** Where a page ended: the rank of its last row and, because ranks may repeat, its id. */
export type RankCursor = { rank: number; id: number }

const pageSize = 50

/** One page, in the order of rank. */
export async function listInitiatives(
  filter: InitiativeFilter,
  after?: RankCursor,
): Promise<{ rows: ListedInitiative[]; next: RankCursor | null }> {
  const found = await rows<ListedInitiative>(sql`select i.id, i.title, i.stage, coalesce(b.name, i.bucket) as bucket,
      t.name as team, p.name as owner, h.name as theme, i.effort, i.quarter, i.rank, i.origin,
      i.primary_metric as primaryMetric, i.guardrail_metric as guardrailMetric
    from initiatives i left join buckets b on b.key = i.bucket left join teams t on t.id = i.team
    left join people p on p.id = i.owner left join themes h on h.id = i.theme
    where ${conditions(filter)} ${after ? sql`and (i.rank, i.id) > (${after.rank}, ${after.id})` : sql``}
    order by i.rank, i.id limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: shown, next: found.length > pageSize && last ? { rank: last.rank, id: last.id } : null }
}

export type InitiativeCounts = {
  found: number
  /** Of those found and still to be done. */
  withoutGuardrail: number
  bypassed: number
  /** Whether there is any at all. */
  any: number
}

export const countInitiatives = (filter: InitiativeFilter): Promise<InitiativeCounts> =>
  kept(`initiatives ${JSON.stringify(filter)}`, async () => {
    const found = await first<InitiativeCounts>(sql`select count(*) as found,
        coalesce(sum(i.guardrail_metric is null and i.stage in ('idea', 'discovery', 'ready', 'delivery')), 0) as withoutGuardrail,
        coalesce(sum(i.origin = 'direct'), 0) as bypassed, exists (select 1 from initiatives) as "any"
      from initiatives i where ${conditions(filter)}`)
    return found ?? { found: 0, withoutGuardrail: 0, bypassed: 0, any: 0 }
  })

function conditions({ stage, bucket, team, owner, theme, quarter }: InitiativeFilter): SQL {
  return sql.join(
    [
      stage === undefined
        ? sql`i.stage not in ('measured', 'stopped')`
        : stage === 'any'
          ? sql`true`
          : sql`i.stage = ${stage}`,
      ...(bucket ? [sql`i.bucket = ${bucket}`] : []),
      ...(team ? [sql`i.team = ${team}`] : []),
      ...(owner ? [sql`i.owner = ${owner}`] : []),
      ...(theme ? [sql`i.theme = ${theme}`] : []),
      ...(quarter === undefined ? [] : [quarter === 'none' ? sql`i.quarter is null` : sql`i.quarter = ${quarter}`]),
    ],
    sql` and `,
  )
}
