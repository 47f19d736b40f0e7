import { Hono } from 'hono'
import { z } from 'zod'
import { findLink, redeem, SpentLink } from '../../db/sign-in/links.ts'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { SetPassword } from '../../views/sign-in.tsx'
import type { Ctx, Env } from './context.ts'
import { form } from './form.ts'
import { page } from './page.tsx'
import { newPassword } from './password.ts'
import { Problem } from './problem.ts'
import { seeOther } from './redirect.ts'
import { keepSession, visitorOf } from './session.ts'

const spent = () => new Problem(410, 'It was used already, or it is too old. An owner can give you a new one.')

/** The page behind a single-use link: looking at it uses nothing up, setting a password does. */
export function linkPage(purpose: 'invitation' | 'reset', heading: (name: string) => string) {
  const routes = new Hono<Env>()

  const show = async (c: Ctx, typed: Typed) => {
    const link = await findLink(purpose, c.req.param('token') ?? '', c.var.now)
    if (!link) throw spent()
    return page(
      c,
      { title: 'Set a password' },
      <SetPassword heading={heading(link.name)} action={c.req.path} email={link.email} typed={typed} />,
    )
  }

  routes.get('/:token', (c) => show(c, untouched))

  routes.post('/:token', form(z.object({ password: newPassword }), show), async (c) => {
    const { password } = c.req.valid('form')
    try {
      keepSession(c, await redeem(purpose, c.req.param('token'), password, { at: c.var.now, visitor: visitorOf(c) }))
    } catch (error) {
      throw error instanceof SpentLink ? spent() : error
    }
    return seeOther(c, '/')
  })

  return routes
}
