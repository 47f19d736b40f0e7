import { Hono } from 'hono'
import { readMatrix } from '../../db/rights/matrix.ts'
import { Rights } from '../../views/rights/page.tsx'
import { atLeast } from '../domain/people/catalogue.ts'
import { type Env, signedIn } from '../http/context.ts'
import { page } from '../http/page.tsx'
import { typesInUse, weeks } from './rights/figures.ts'
import { matrix } from './rights/matrix.tsx'
import { types } from './rights/types.tsx'

export const rights = new Hono<Env>()

rights.get('/', async (c) => {
  const { today, organisation } = c.var
  const inUse = await typesInUse(today, organisation?.timeZone ?? 'UTC')
  return page(
    c,
    { title: 'Rights' },
    <Rights
      types={inUse}
      matrix={await readMatrix()}
      weeks={weeks}
      canEdit={atLeast(signedIn(c).role, 'editor')}
      today={today}
      currency={organisation?.currency ?? 'EUR'}
    />,
  )
})

rights.route('/types', types)
rights.route('/matrix', matrix)
