import { Hono } from 'hono'
import { z } from 'zod'
import { briefOf } from '../../../db/decisions/record.ts'
import { beginSegment } from '../../../db/scorecard/define.ts'
import { segmentsOf as begunSegments, type Metric, type NewSegment } from '../../../db/scorecard/metrics.ts'
import { currentReadings } from '../../../db/scorecard/standing.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { BaselineForm, baselineSentences } from '../../../views/scorecard/baseline-form.tsx'
import { baselineFault, runIn } from '../../domain/scorecard/baselines.ts'
import { periodOf } from '../../domain/scorecard/periods.ts'
import { segmentsOf } from '../../domain/scorecard/standing.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { date, line, requiredLine } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { addressed, currencyOf } from './addressed.ts'

export const metricBaseline = new Hono<Env>()

const noDecision = 'Please give the decision by its number, such as D-42.'
const content = z.object({
  startsOn: date.pipe(z.string('Please say with which day it begins.')),
  cause: requiredLine('Please say what changed.', 500),
  decision: line(12)
    .pipe(z.string().regex(/^((d-?)?\d{1,9})?$/i, noDecision))
    .transform((text) => Number(text.replace(/^d-?/i, '')) || null),
})

const show = async (c: Ctx, typed: Typed) => {
  const metric = await addressed(c)
  const { segments, begun } = await baselinesOf(metric)
  return page(
    c,
    { title: `Baseline of ${metric.name}` },
    <BaselineForm
      typed={typed}
      metric={metric}
      segments={segments}
      begun={await told(begun, signedIn(c).id)}
      run={runIn(segments.at(-1))}
      from={date.safeParse(c.req.query('from')).data ?? undefined}
      currency={currencyOf(c)}
    />,
  )
}

async function baselinesOf(metric: Metric) {
  const [readings, begun] = await Promise.all([currentReadings(metric.id), begunSegments(metric.id)])
  const starts = begun.map(({ startsOn }) => startsOn)
  return { begun, segments: segmentsOf({ readings, definition: metric, starts }) }
}

/** Without the numbers of decisions that this reader may not know of. */
const told = (begun: NewSegment[], reader: number): Promise<NewSegment[]> =>
  Promise.all(
    begun.map(async (one) => ({
      ...one,
      decision: one.decision !== null && (await briefOf(one.decision, reader)) ? one.decision : null,
    })),
  )

metricBaseline.get('/', (c) => show(c, untouched))

metricBaseline.post('/', form(content, show), async (c) => {
  const metric = await addressed(c)
  const { cause, decision, ...typed } = c.req.valid('form')
  const startsOn = periodOf(typed.startsOn, metric.rhythm)
  if (decision !== null && !(await briefOf(decision, signedIn(c).id)))
    return refuse(c, { decision: `There is no decision D-${decision}.` })
  const newest = (await baselinesOf(metric)).segments.at(-1)
  const fault = baselineFault(newest, { startsOn, today: c.var.today, hasDecision: decision !== null })
  if (fault) return refuse(c, { [baselineSentences[fault].field]: baselineSentences[fault].sentence })
  await beginSegment(c.var.by, metric.id, { startsOn, cause, decision })
  return seeOther(c, `/scorecard/${metric.key}`)
})

async function refuse(c: Ctx, errors: Record<string, string>) {
  c.status(422)
  return show(c, { values: await valuesOf(c), errors })
}
