import { Hono } from 'hono'
import { type Matrix, readMatrix, setMatrix } from '../../../db/rights/matrix.ts'
import { untouched } from '../../../views/parts/form.tsx'
import { MatrixForm } from '../../../views/rights/matrix.tsx'
import { executiveRoles } from '../../domain/people/catalogue.ts'
import { ownershipShares } from '../../domain/rights/defaults.ts'
import type { Env } from '../../http/context.ts'
import { many, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'

export const matrix = new Hono<Env>()

matrix.get('/', async (c) =>
  page(c, { title: 'Ownership matrix' }, <MatrixForm matrix={await readMatrix()} typed={untouched} />),
)

matrix.post('/', async (c) => {
  const values = await valuesOf(c)
  const typed = typedMatrix(await readMatrix(), values)
  const names = typed.areas.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length) {
    c.status(422)
    const errors = { form: 'Two areas have the same name.' }
    return page(c, { title: 'Ownership matrix' }, <MatrixForm matrix={typed} typed={{ values, errors }} />)
  }
  await setMatrix(c.var.by, typed)
  return seeOther(c, '/rights')
})

/** The seats as they were, less those taken out, with the one added; the areas as typed. */
function typedMatrix({ roles }: Matrix, values: Values): Matrix {
  const dropped = many(values, 'drop')
  const added = executiveRoles.find((role) => role === one(values, 'role') && !roles.includes(role))
  const stay = roles.filter((role) => !dropped.includes(role))
  const rows = Object.keys(values).filter((name) => /^area-\d{1,3}$/.test(name)).length
  return {
    roles: added ? [...stay, added] : stay,
    areas: Array.from({ length: rows }, (_, row) => ({
      name: one(values, `area-${row}`).trim().slice(0, 120),
      shares: Object.fromEntries(
        stay.flatMap((role) => {
          const share = ownershipShares.find((word) => word === one(values, `share-${row}-${role}`))
          return share ? [[role, share]] : []
        }),
      ),
    })).filter(({ name }) => name !== ''),
  }
}
