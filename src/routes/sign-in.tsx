import { Hono } from 'hono'
import { z } from 'zod'
import { authenticate } from '../../db/sign-in/accounts.ts'
import { countTry, forgetTries, isLimited, windowMinutes } from '../../db/sign-in/limits.ts'
import { startSession } from '../../db/sign-in/sessions.ts'
import { untouched } from '../../views/parts/form.tsx'
import { SignIn } from '../../views/sign-in.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { form, one, type Refusal } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { ownPath, seeOther } from '../http/redirect.ts'
import { keepSession, visitorOf } from '../http/session.ts'

export const signIn = new Hono<Env>()

signIn.get('/', (c) => {
  const to = c.req.query('to')
  if (c.var.person) return seeOther(c, ownPath(to))
  return page(c, { title: 'Sign in' }, <SignIn typed={untouched} to={to && ownPath(to)} />)
})

const credentials = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Please type your e-mail address.')
    .max(200, 'That is too long for an e-mail address.'),
  password: z.string().min(1, 'Please type your password.').max(1000, 'That is too long for a password.'),
  to: z.string().optional(),
})

const refused = (c: Ctx, { values, errors }: Refusal) =>
  page(c, { title: 'Sign in' }, <SignIn typed={{ values, errors }} to={ownPath(one(values, 'to'))} />)

signIn.post('/', form(credentials, refused), async (c) => {
  const { email, password, to } = c.req.valid('form')
  const tried = { account: email, address: c.var.address }
  const refuse = (status: 401 | 429, sentence: string) => {
    c.status(status)
    return refused(c, { values: { email, to: to ?? '' }, errors: { form: sentence } })
  }
  if (await isLimited(tried, c.var.now)) {
    c.header('Retry-After', String(windowMinutes * 60))
    return refuse(429, `Too many tries. Please wait ${windowMinutes} minutes, or ask an owner for a reset link.`)
  }
  await countTry(tried, c.var.now)
  const person = await authenticate(email, password)
  if (person === undefined) return refuse(401, 'This e-mail address and password do not belong together.')
  await forgetTries(email)
  keepSession(c, await startSession({ person, at: c.var.now }, visitorOf(c)))
  return seeOther(c, ownPath(to))
})
