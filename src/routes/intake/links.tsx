import { Hono } from 'hono'
import { z } from 'zod'
import { listLinks, makeLink, revokeLink } from '../../../db/intake/links.ts'
import { IntakeLinks } from '../../../views/intake/links.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import type { Ctx, Env } from '../../http/context.ts'
import { integer, requiredLine } from '../../http/fields.ts'
import { form } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { dayOf } from './loaded.ts'

/** Ways in for people without an account: made, shown once, revoked. */
export const links = new Hono<Env>()

const show = async (c: Ctx, typed: Typed, made?: string) =>
  page(
    c,
    { title: 'Public links' },
    <IntakeLinks
      links={await listLinks('intake')}
      typed={typed}
      made={made}
      now={c.var.now.toISOString()}
      dayOf={dayOf(c)}
    />,
  )

links.get('/', (c) => show(c, untouched))

const content = z.object({
  name: requiredLine('Please say whom the link is for.', 120),
  days: integer(1, 366, 'Please give a number of days, from 1 to 366.'),
})

links.post('/', form(content, show), async (c) => {
  const { name, days } = c.req.valid('form')
  const token = await makeLink(c.var.by, { leadsTo: 'intake', name, days: days ?? 90 })
  return show(c, untouched, new URL(`/ask/${token}`, c.var.settings.BASE_URL ?? c.req.url).href)
})

links.post('/:id/revocation', async (c) => {
  if (!(await revokeLink(c.var.by, 'intake', Number(c.req.param('id')) || 0))) throw notFound('link')
  return seeOther(c, '/intake/links')
})
