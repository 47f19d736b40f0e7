import { Hono } from 'hono'
import { findLink } from '../../db/intake/links.ts'
import { SharedRoadmap } from '../../views/roadmap/shared.tsx'
import type { Env } from '../http/context.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { roadmapAsked } from './roadmap/asked.ts'

/** The roadmap behind a public link: for anybody who has it, until it expires or is revoked. */
export const shared = new Hono<Env>()

shared.get('/:token', async (c) => {
  if (!(await findLink('roadmap', c.req.param('token'), c.var.now))) throw notFound()
  // Everybody sees the same, also those who have an account.
  c.set('person', undefined)
  c.header('X-Robots-Tag', 'noindex')
  const asked = await roadmapAsked(c, c.req.path, { isPublic: true, canRank: false })
  return page(c, { title: 'Roadmap' }, <SharedRoadmap {...asked} organisation={c.var.organisation?.name ?? ''} />)
})
