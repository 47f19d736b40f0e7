import { Hono } from 'hono'
import { z } from 'zod'
import { type Metric, targetsOf } from '../../../db/scorecard/metrics.ts'
import {
  enterReadings,
  heldReading,
  noteReading,
  notesOf,
  type Told,
  toldReadings,
} from '../../../db/scorecard/readings.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { ReadingPage } from '../../../views/scorecard/metric/reading.tsx'
import { misfitSentences, periodInFull } from '../../../views/scorecard/words.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { periodOf } from '../../domain/scorecard/periods.ts'
import { type Counted, readingOf } from '../../domain/scorecard/reading.ts'
import { noteKinds } from '../../domain/scorecard/readings/catalogue.ts'
import { readEntry } from '../../domain/scorecard/readings/number.ts'
import { targetAt } from '../../domain/scorecard/targets.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { integer, line, requiredChoice, requiredLine } from '../../http/fields.ts'
import { form } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound, Problem } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { addressed, currencyOf } from './addressed.ts'

/** One period of a metric: what holds of it, what held before, and what was said of it. */
export const readingPages = new Hono<Env>()

const correction = z.object({
  entry: line(60),
  note: line(500),
  /** The reading that stood there when the form was made; 0: none. */
  seen: integer(0, Number.MAX_SAFE_INTEGER),
})
const remark = z.object({
  kind: requiredChoice(noteKinds, 'Please say whether it is a note or a reason.'),
  body: requiredLine('Please write a line.', 500),
})

/** A period of the metric's rhythm that has begun, or one of an older rhythm that has a reading. */
async function found(c: Ctx) {
  const metric = await addressed(c)
  const period = c.req.param('period') ?? ''
  const told = isDay(period) ? await toldReadings(metric.id, period) : []
  const isPeriod = isDay(period) && periodOf(period, metric.rhythm) === period && period <= c.var.today
  if (!isPeriod && told.length === 0) throw notFound('period of this metric')
  return { metric, period, told }
}

const isDay = (text: string) => z.iso.date().safeParse(text).success

type Shown = { correction?: Typed; remark?: Typed; theirs?: Told }

const show = async (c: Ctx, { correction = untouched, remark = untouched, theirs }: Shown = {}) => {
  const { metric, period, told } = await found(c)
  const [notes, targets] = await Promise.all([notesOf(metric.id, period), targetsOf(metric.id)])
  return page(
    c,
    { title: `${metric.name}, ${periodInFull(period, metric.rhythm)}` },
    <ReadingPage
      {...{ metric, period, told, notes, correction, remark, ...(theirs && { theirs }) }}
      {...targetAt(targets, period)}
      canEnter={atLeast(signedIn(c).role, 'contributor')}
      currency={currencyOf(c)}
      timeZone={c.var.organisation?.timeZone ?? 'UTC'}
    />,
  )
}

readingPages.get('/:key/readings/:period', (c) => show(c))

readingPages.post(
  '/:key/readings/:period',
  form(correction, (c, typed) => show(c, { correction: typed })),
  async (c) => {
    const { entry, note, seen } = c.req.valid('form')
    const { metric, period } = await found(c)
    if (metric.derived) throw new Problem(422, 'This metric is computed from records; its readings follow them.')
    const reading = readingIn(entry, metric)
    if (typeof reading === 'string') {
      c.status(422)
      return show(c, { correction: { values: { entry, note }, errors: { entry: reading } } })
    }
    const held = await heldReading(metric.id, period)
    if (seen !== null && held && seen !== held.id) {
      c.status(409)
      return show(c, { correction: { values: { entry, note }, errors: {} }, theirs: held })
    }
    await enterReadings(c.var.by, c.var.today, [{ metric: metric.id, period, note, ...reading }], { source: 'entered' })
    return seeOther(c, `/scorecard/${metric.key}`)
  },
)

/** An emptied entry takes the reading back: the period then has no data. */
function readingIn(entry: string, metric: Metric): Counted | string {
  if (entry === '') return { value: null, numerator: null, denominator: null }
  const typed = readEntry(entry)
  if (!typed) return `“${entry}” is not a number${metric.ratio ? ', nor two with a / between them' : ''}.`
  const reading = readingOf(typed, metric)
  return typeof reading === 'string' ? misfitSentences[reading] : reading
}

readingPages.post(
  '/:key/readings/:period/notes',
  form(remark, (c, typed) => show(c, { remark: typed })),
  async (c) => {
    const { kind, body } = c.req.valid('form')
    const { metric, period } = await found(c)
    await noteReading(c.var.by, metric.id, period, kind, body)
    return seeOther(c, `/scorecard/${metric.key}/readings/${period}`)
  },
)
