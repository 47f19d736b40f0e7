import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { loadExample } from '../../db/example.ts'
import { AlreadyFounded, found } from '../../db/founding.ts'
import { countTry, isLimited } from '../../db/sign-in/limits.ts'
import { fingerprint } from '../../db/sign-in/tokens.ts'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { Welcome } from '../../views/welcome.tsx'
import { executiveRoles } from '../domain/people/catalogue.ts'
import type { Ctx, Env } from '../http/context.ts'
import { email, line, requiredChoice, requiredLine } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { currency, stage, timeZone, timeZones } from '../http/organisation-fields.ts'
import { page } from '../http/page.tsx'
import { newPassword } from '../http/password.ts'
import { Problem } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'
import { keepSession, visitorOf } from '../http/session.ts'

const founding = z.object({
  token: line(200),
  name: requiredLine('Please tell us your name.'),
  executiveRole: requiredChoice(executiveRoles, 'Please choose your seat.'),
  email: email('Please give the e-mail address you will sign in with.'),
  password: newPassword,
  organisation: requiredLine('Please name your organisation.', 120),
  currency,
  timeZone,
  stage,
  start: requiredChoice(['empty', 'example'], 'Please say how you want to start.'),
})

/** Open exactly once, while there is no organisation. */
export function welcome(setupToken: string | undefined) {
  const routes = new Hono<Env>()

  const show = (c: Ctx, typed: Typed) =>
    page(c, { title: 'Welcome' }, <Welcome typed={typed} asksToken={setupToken !== undefined} timeZones={timeZones} />)

  routes.use(async (c, next) => {
    if (c.var.organisation) return seeOther(c, '/')
    await next()
  })

  routes.get('/', (c) => show(c, untouched))

  routes.post('/', form(founding, show), async (c) => {
    const { token, password, start, organisation, ...typed } = c.req.valid('form')
    const { name, email, executiveRole, ...place } = typed
    if (setupToken !== undefined && !(await isSetupToken(c, token, setupToken))) {
      c.status(422)
      return show(c, {
        values: { ...typed, organisation, start },
        errors: { token: 'This is not the token printed in the terminal.' },
      })
    }
    try {
      const { person, token: session } = await found(
        { name, email, password, executiveRole, organisation: { name: organisation, ...place } },
        { at: c.var.now, visitor: visitorOf(c) },
      )
      if (start === 'example') await loadExample({ person, at: c.var.now })
      keepSession(c, session)
    } catch (error) {
      if (!(error instanceof AlreadyFounded)) throw error
    }
    return seeOther(c, '/')
  })

  return routes
}

async function isSetupToken(c: Ctx, given: string, expected: string) {
  const tried = { account: 'setup', address: c.var.address }
  if (await isLimited(tried, c.var.now)) throw new Problem(429, 'Please wait a quarter of an hour.', 900)
  await countTry(tried, c.var.now)
  return timingSafeEqual(Buffer.from(fingerprint(given)), Buffer.from(fingerprint(expected)))
}
