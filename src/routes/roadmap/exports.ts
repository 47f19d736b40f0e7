import { Hono } from 'hono'
import type { OutlinedInitiative } from '../../../db/roadmap/outline.ts'
import { roadmapMarkdown } from '../../../views/roadmap/markdown.ts'
import type { Reading } from '../../../views/roadmap/row.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { csv } from '../../http/csv.ts'
import { roadmapAsked } from './asked.ts'

/** The roadmap to take along: all that is open, or a quarter. */
export const roadmapExports = new Hono<Env>()

const asked = (c: Ctx) => roadmapAsked(c, '/roadmap', { isPublic: false, canRank: false })

roadmapExports.get('/roadmap.csv', async (c) => {
  const { reading } = await asked(c)
  const cells = Object.values(columns)
  download(c, 'text/csv; charset=utf-8', 'roadmap.csv')
  return c.body(
    csv(
      Object.keys(columns),
      reading.outline.initiatives.map((one) => cells.map((cell) => cell(one, reading))),
    ),
  )
})

roadmapExports.get('/roadmap.md', async (c) => {
  const { reading, narrowed } = await asked(c)
  download(c, 'text/markdown; charset=utf-8', 'roadmap.md')
  return c.body(roadmapMarkdown(reading, narrowed ? `Roadmap ${reading.quarter}` : 'Roadmap'))
})

function download(c: Ctx, type: string, name: string) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
}

const columns: Record<string, (one: OutlinedInitiative, reading: Reading) => string | number | null> = {
  initiative: ({ id }) => `I-${id}`,
  title: ({ title }) => title,
  theme: ({ theme }, { outline }) => outline.themes.find(({ id }) => id === theme)?.name ?? null,
  rank: ({ place }) => place,
  stage: ({ stage }) => stage,
  quarter: ({ quarter }) => quarter,
  effort_person_weeks: ({ effort }) => effort,
  bucket: ({ bucket }) => bucket,
  owner: ({ owner }) => owner,
  team: ({ team }) => team,
  product_line: ({ productLine }) => productLine,
  origin: ({ origin }) => origin,
  primary_metric: ({ primaryMetric }) => primaryMetric,
  guardrail_metric: ({ guardrailMetric }) => guardrailMetric,
  started_on: ({ startedOn }) => startedOn,
  launched_on: ({ launchedOn }) => launchedOn,
  milestones: ({ id }, { outline }) =>
    (outline.milestones.get(id) ?? [])
      .map(({ name, plannedOn, actualOn }) => `${name}: ${plannedOn}${actualOn ? `, met ${actualOn}` : ''}`)
      .join('\n'),
  blocked_by: ({ id }, { outline }) =>
    (outline.blocked.get(id) ?? []).map((by) => `I-${by.id} (${by.because.join(', ')})`).join('\n'),
}
