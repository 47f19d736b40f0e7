import { Hono } from 'hono'
import { z } from 'zod'
import { listLinks, makeLink, revokeLink } from '../../../db/intake/links.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { LinksPage, lifetimes } from '../../../views/roadmap/links.tsx'
import type { Ctx, Env } from '../../http/context.ts'
import { requiredChoice, requiredLine } from '../../http/fields.ts'
import { form } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'

/** Ways to read the roadmap without an account. */
export const roadmapLinks = new Hono<Env>()

type Made = { name: string; url: string }

const show = async (c: Ctx, typed: Typed, made?: Made) =>
  page(
    c,
    { title: 'Public links' },
    <LinksPage {...{ typed, made }} links={await listLinks('roadmap')} now={c.var.now.toISOString()} />,
  )

roadmapLinks.get('/', (c) => show(c, untouched))

const content = z.object({
  name: requiredLine('Please say whom it is for.', 120),
  days: requiredChoice(lifetimes.map(String), 'Please say how long it opens.').transform(Number),
})

roadmapLinks.post('/', form(content, show), async (c) => {
  const { name, days } = c.req.valid('form')
  const token = await makeLink(c.var.by, { leadsTo: 'roadmap', name, days })
  const base = c.var.settings.BASE_URL ?? c.req.url
  return show(c, untouched, { name, url: new URL(`/shared/${token}`, base).href })
})

roadmapLinks.post('/:id/revocation', async (c) => {
  if (!(await revokeLink(c.var.by, 'roadmap', Number(c.req.param('id')) || 0))) throw notFound('link')
  return seeOther(c, '/roadmap/links')
})
