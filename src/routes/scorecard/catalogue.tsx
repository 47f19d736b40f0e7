import { Hono } from 'hono'
import { isUnique } from '../../../db/errors.ts'
import { activePeople } from '../../../db/people.ts'
import { addMetrics } from '../../../db/scorecard/define.ts'
import { knownMetrics } from '../../../db/scorecard/metrics.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { CataloguePage } from '../../../views/scorecard/catalogue.tsx'
import { catalogue, starterMetrics } from '../../domain/scorecard/catalogue/all.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { type Errors, many, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { currencyOf } from './addressed.ts'
import { journeysIn, takenUp, withSlo } from './taken-up.ts'

export const metricCatalogue = new Hono<Env>()

const show = async (c: Ctx, typed: Typed) => {
  const known = await knownMetrics()
  return page(
    c,
    { title: 'Metric catalogue' },
    <CataloguePage
      catalogue={catalogue}
      known={known}
      missing={starterMetrics.filter(({ key }) => !known.some((other) => other.catalogue === key))}
      typed={typed}
      currency={currencyOf(c)}
    />,
  )
}

metricCatalogue.get('/', (c) => show(c, untouched))

metricCatalogue.post('/', async (c) => {
  const values = await valuesOf(c)
  const known = await knownMetrics()
  const isStart = one(values, 'start') === 'ten'
  const errors = isStart ? {} : mistakesIn(values, known)
  if (Object.keys(errors).length > 0) return refuse(c, values, errors)
  const chosen = isStart ? starterMetrics : catalogue.filter(({ key }) => many(values, 'metric').includes(key))
  const added = takenUp(chosen, { known, people: await activePeople(), journeys: journeysIn(values) })
  // Sent twice, or by two people: all of it is there already.
  if (added.length === 0) return seeOther(c, '/scorecard')
  try {
    await addMetrics(c.var.by, added)
  } catch (error) {
    if (!isUnique(error)) throw error
    return refuse(c, values, { form: 'Somebody put one of them on the scorecard just now: please look again.' })
  }
  return seeOther(c, '/scorecard')
})

function refuse(c: Ctx, values: Values, errors: Errors) {
  c.status(422)
  return show(c, { values, errors })
}

function mistakesIn(values: Values, known: Awaited<ReturnType<typeof knownMetrics>>): Errors {
  const ticked = many(values, 'metric')
  const field = `journey-${withSlo}`
  if (!ticked.some((key) => catalogue.some((metric) => metric.key === key)))
    return { form: 'Please tick at least one metric.' }
  if (!ticked.includes(withSlo)) return {}
  const journeys = journeysIn(values)
  if (journeys.length === 0) return { [field]: 'Please name the critical journey, such as checkout.' }
  if (journeys.some((journey) => journey.length > 80))
    return { [field]: 'Please keep each journey under 80 characters.' }
  const twice = journeys.find((journey) => known.some((one) => one.catalogue === withSlo && one.journey === journey))
  return twice ? { [field]: `SLO attainment of ${twice} is on the scorecard already.` } : {}
}
