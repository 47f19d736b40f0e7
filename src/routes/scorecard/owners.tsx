import { Hono } from 'hono'
import { z } from 'zod'
import { activePeople } from '../../../db/people.ts'
import { setCategoryOwners } from '../../../db/scorecard/define.ts'
import { ownersOfCategories } from '../../../db/scorecard/metrics.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { OwnersForm } from '../../../views/scorecard/owners.tsx'
import { categories } from '../../domain/scorecard/catalogue.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { reference } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { isNobody, notInList } from './addressed.ts'

export const categoryOwners = new Hono<Env>()

const content = z.object({
  product: reference,
  delivery: reference,
  reliability: reference,
  security: reference,
  cost: reference,
})

const show = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'Owners of the categories' },
    <OwnersForm owners={await ownersOfCategories()} people={await activePeople()} typed={typed} />,
  )

categoryOwners.get('/', (c) => show(c, untouched))

categoryOwners.post('/', form(content, show), async (c) => {
  const typed = c.req.valid('form')
  const before = await ownersOfCategories()
  const changed: { category: (typeof categories)[number]; person: number }[] = []
  for (const category of categories) {
    const person = typed[category]
    if (person === null || person === before.get(category)?.id) continue
    if (await isNobody(person)) {
      c.status(422)
      return show(c, { values: await valuesOf(c), errors: { [category]: notInList } })
    }
    changed.push({ category, person })
  }
  if (changed.length > 0) await setCategoryOwners(c.var.by, changed)
  return seeOther(c, '/scorecard')
})
