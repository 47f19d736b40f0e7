import { Hono } from 'hono'
import { z } from 'zod'
import { changePassword } from '../../db/sign-in/accounts.ts'
import { countTry, isLimited } from '../../db/sign-in/limits.ts'
import { endSession, sessionsOf } from '../../db/sign-in/sessions.ts'
import { Me } from '../../views/me.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { form } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { newPassword } from '../http/password.ts'
import { Problem } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'

export const me = new Hono<Env>()

const show = async (c: Ctx, typed: Typed) => {
  const person = signedIn(c)
  const sessions = await sessionsOf(person.id, c.var.now)
  const changed = c.req.query('changed') !== undefined
  return page(
    c,
    { title: person.name },
    <Me person={person} sessions={sessions} typed={typed} changed={changed} today={c.var.today} />,
  )
}

me.get('/', (c) => show(c, untouched))

const passwords = z.object({
  current: z.string('Please type your current password.').min(1, 'Please type your current password.').max(1000),
  next: newPassword,
})

me.post('/password', form(passwords, show), async (c) => {
  const { id, session } = signedIn(c)
  const tried = { account: `password:${id}`, address: c.var.address }
  if (await isLimited(tried, c.var.now)) throw new Problem(429, 'Please wait a quarter of an hour.', 900)
  const by = { person: id, at: c.var.now }
  if (!(await changePassword(by, session, c.req.valid('form')))) {
    await countTry(tried, c.var.now)
    c.status(422)
    return show(c, { values: {}, errors: { current: 'This is not your current password.' } })
  }
  return seeOther(c, '/me?changed')
})

me.post('/sessions/:id/end', async (c) => {
  await endSession(c.var.by, signedIn(c).id, Number(c.req.param('id')) || 0)
  return seeOther(c, '/me')
})
