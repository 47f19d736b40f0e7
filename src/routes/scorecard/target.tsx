import { Hono } from 'hono'
import { z } from 'zod'
import { setTarget } from '../../../db/scorecard/define.ts'
import { targetsOf } from '../../../db/scorecard/metrics.ts'
import { standingOfMetric } from '../../../db/scorecard/standing.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { aimSentence, TargetForm } from '../../../views/scorecard/target-form.tsx'
import { periodOf } from '../../domain/scorecard/periods.ts'
import { faultOf, proposedAim } from '../../domain/scorecard/target-rules.ts'
import { targetAt } from '../../domain/scorecard/targets.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { date, decimal, requiredLine } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { addressed, currencyOf, whenIn } from './addressed.ts'

export const metricTarget = new Hono<Env>()

const content = z.object({
  target: decimal(),
  guardrail: decimal(),
  startsOn: date.pipe(z.string('Please say from which day on.')),
  reason: requiredLine('Please say why.', 500),
})

const show = async (c: Ctx, typed: Typed) => {
  const metric = await addressed(c)
  const targets = await targetsOf(metric.id)
  const now = targetAt(targets, c.var.today)
  const limits = (await standingOfMetric(metric.id))?.limits
  const when = whenIn(c)
  return page(
    c,
    { title: `Target of ${metric.name}` },
    <TargetForm
      typed={typed}
      metric={metric}
      targets={targets.map((one) => ({ ...one, when: when(one.at) }))}
      now={now}
      proposal={limits && now.target === null ? proposedAim(limits, metric.good) : null}
      startsOn={periodOf(c.var.today, metric.rhythm)}
      currency={currencyOf(c)}
    />,
  )
}

metricTarget.get('/', (c) => show(c, untouched))

metricTarget.post('/', form(content, show), async (c) => {
  const metric = await addressed(c)
  const typed = c.req.valid('form')
  const fault = faultOf(typed, metric)
  if (fault) {
    c.status(422)
    return show(c, { values: await valuesOf(c), errors: { [fault.field]: aimSentence(fault.misfit, metric.good) } })
  }
  await setTarget(c.var.by, metric.id, typed)
  return seeOther(c, `/scorecard/${metric.key}`)
})
