import { committedOf } from '../../../db/roadmap/commitments.ts'
import { outlineOf, plannedQuarters } from '../../../db/roadmap/outline.ts'
import { addressOf, type RoadmapProps, roadmapViews } from '../../../views/roadmap/page.tsx'
import { quarterAfter, quarterKey, quarterOf, readQuarter } from '../../domain/time/quarter.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { Ctx } from '../../http/context.ts'

type Reader = { isPublic: boolean; canRank: boolean }

/** The roadmap as the address asks for it; what is not understood is as if it were not there. */
export async function roadmapAsked(c: Ctx, path: string, { isPublic, canRank }: Reader): Promise<RoadmapProps> {
  const { today } = c.var
  const views = roadmapViews.filter((one) => one !== 'technology' || !isPublic)
  const view = views.find((one) => one === c.req.query('view')) ?? 'outcomes'
  const asked = readQuarter(c.req.query('quarter') ?? '')
  const current = quarterOf(today)
  const quarter = quarterKey(asked ?? current)
  const [outline, planned, committed] = await Promise.all([
    outlineOf(quarter, today, asked ? 'quarter' : 'open'),
    plannedQuarters(),
    committedOn(c, quarter),
  ])
  const ranks = canRank ? addressOf('/roadmap/ranks', view, asked ? quarter : '') : null
  const reading = { outline, quarter, today, currency: c.var.organisation?.currency ?? '', isPublic, ranks }
  const quarters = new Set([...planned, quarterKey(current), quarterKey(quarterAfter(current)), quarter])
  return { reading, view, narrowed: asked !== null, quarters: [...quarters].sort(), committed, path }
}

/** With the day of the commitment as it was here, and not the moment. */
export async function committedOn(c: Ctx, quarter: string) {
  const found = await committedOf(quarter)
  return found && { ...found, at: localDate(new Date(found.at), c.var.organisation?.timeZone ?? 'UTC') }
}
