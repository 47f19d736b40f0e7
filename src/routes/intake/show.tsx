import { Hono } from 'hono'
import { z } from 'zod'
import { sortInto, tell, themeNames } from '../../../db/intake/themes.ts'
import { Stale } from '../../../db/stale.ts'
import { RequestPage } from '../../../views/intake/show.tsx'
import { atLeast } from '../../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { integer, reference } from '../../http/fields.ts'
import { form } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { Problem } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { dayOf, found, mayAnswer } from './loaded.ts'

export const requestPages = new Hono<Env>()

requestPages.get('/:id', async (c) => {
  const request = await found(c)
  const person = signedIn(c)
  return page(
    c,
    { title: `R-${request.id} ${request.title}` },
    <RequestPage
      request={request}
      themes={await themeNames()}
      canAnswer={mayAnswer(person)}
      canSort={atLeast(person.role, 'contributor')}
      dayOf={dayOf(c)}
      today={c.var.today}
    />,
  )
})

const sorted = z.object({ version: integer(1, Number.MAX_SAFE_INTEGER), theme: reference })

requestPages.post('/:id/theme', form(sorted, noSuchTheme), async (c) => {
  const request = await found(c)
  const { version, theme } = c.req.valid('form')
  if (theme !== null && !(await themeNames()).some(({ id }) => id === theme)) return noSuchTheme()
  try {
    await sortInto(c.var.by, request.id, version ?? 0, theme)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    throw new Problem(422, 'Somebody changed this request meanwhile. Please look at it again, then sort it.')
  }
  return seeOther(c, `/intake/${request.id}`)
})

function noSuchTheme(): never {
  throw new Problem(422, 'There is no such theme.')
}

requestPages.post('/:id/told', async (c: Ctx) => {
  const request = await found(c)
  await tell(c.var.by, request.id)
  return seeOther(c, `/intake/${request.id}`)
})
