import { Hono } from 'hono'
import { mayAsk } from '../../db/intake/limit.ts'
import { findLink } from '../../db/intake/links.ts'
import { fileByLink } from '../../db/intake/requests.ts'
import { windowMinutes } from '../../db/sign-in/limits.ts'
import { Ask } from '../../views/intake/ask.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { form, valuesOf } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'
import { asStranger } from '../http/stranger.ts'
import { requestFields } from './intake/request-fields.ts'

/** The intake form for people without an account, behind a link that an editor made. */
export const ask = new Hono<Env>()

ask.use(asStranger)

async function linkOf(c: Ctx) {
  const link = await findLink('intake', c.req.param('token') ?? '', c.var.now)
  if (!link) throw notFound()
  return link
}

const show = async (c: Ctx, typed: Typed) => {
  await linkOf(c)
  return page(
    c,
    { title: 'Ask for something' },
    <Ask typed={typed} action={c.req.path} organisation={c.var.organisation?.name ?? ''} />,
  )
}

ask.get('/:token', (c) => show(c, untouched))

ask.post('/:token', form(requestFields, show), async (c) => {
  const link = await linkOf(c)
  if (!(await mayAsk(c.var.address, c.var.now))) {
    c.status(429)
    c.header('Retry-After', String(windowMinutes * 60))
    const sentence = `That is a lot at once. Please send it again in ${windowMinutes} minutes; nothing you typed is lost.`
    return show(c, { values: await valuesOf(c), errors: { form: sentence } })
  }
  return seeOther(c, `/asked/${await fileByLink(c.var.by, link.id, c.req.valid('form'))}`)
})
