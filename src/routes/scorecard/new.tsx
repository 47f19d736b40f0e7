import { Hono } from 'hono'
import { z } from 'zod'
import { isUnique } from '../../../db/errors.ts'
import { activePeople } from '../../../db/people.ts'
import { addMetrics } from '../../../db/scorecard/define.ts'
import { knownMetrics } from '../../../db/scorecard/metrics.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { NewMetricForm } from '../../../views/scorecard/definition-form.tsx'
import { aimSentence } from '../../../views/scorecard/target-form.tsx'
import { categories } from '../../domain/scorecard/catalogue.ts'
import { freeKey, slugOf } from '../../domain/scorecard/keys.ts'
import { faultOf } from '../../domain/scorecard/target-rules.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { decimal, reference, requiredChoice } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { currencyOf, isNobody, notInList } from './addressed.ts'
import { checkDefinition, definitionFields, definitionIn } from './definition-fields.ts'

export const newMetric = new Hono<Env>()

const content = z
  .object({
    ...definitionFields,
    category: requiredChoice(categories, 'Please choose the category.'),
    owner: reference,
    target: decimal(),
    guardrail: decimal(),
  })
  .superRefine((typed, issues) => {
    checkDefinition(typed, issues)
    const fault = faultOf(typed, typed)
    if (fault) issues.addIssue({ code: 'custom', path: [fault.field], message: aimSentence(fault.misfit, typed.good) })
  })

const show = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'A metric of your own' },
    <NewMetricForm typed={typed} people={await activePeople()} currency={currencyOf(c)} />,
  )

newMetric.get('/', (c) => show(c, untouched))

newMetric.post('/', form(content, show), async (c) => {
  const typed = c.req.valid('form')
  const { category, owner, target, guardrail } = typed
  if (await isNobody(owner)) return refuse(c, { owner: notInList })
  const known = await knownMetrics()
  const key = freeKey(
    slugOf(typed.name),
    known.map((one) => one.key),
  )
  const place = { key, catalogue: null, category, journey: '', owner, target, guardrail }
  try {
    await addMetrics(c.var.by, [{ ...definitionIn(typed), ...place }])
  } catch (error) {
    if (!isUnique(error)) throw error
    return refuse(c, { name: 'Somebody put a metric of this name on the scorecard just now.' })
  }
  return seeOther(c, `/scorecard/${key}`)
})

async function refuse(c: Ctx, errors: Record<string, string>) {
  c.status(422)
  return show(c, { values: await valuesOf(c), errors })
}
