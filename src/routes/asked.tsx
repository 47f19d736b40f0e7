import { Hono } from 'hono'
import { askedWith } from '../../db/intake/requests.ts'
import { Asked } from '../../views/intake/asked.tsx'
import type { Env } from '../http/context.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { asStranger } from '../http/stranger.ts'
import { dayOf } from './intake/loaded.ts'

/** What happened with a request, for the one who sent it: nobody else knows this address. */
export const asked = new Hono<Env>()

asked.use(asStranger)

asked.get('/:token', async (c) => {
  const request = await askedWith(c.req.param('token'))
  if (!request) throw notFound()
  const address = new URL(c.req.path, c.var.settings.BASE_URL ?? c.req.url).href
  return page(
    c,
    { title: `R-${request.id}` },
    <Asked request={request} organisation={c.var.organisation?.name ?? ''} address={address} dayOf={dayOf(c)} />,
  )
})
