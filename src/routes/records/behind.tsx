import { Hono } from 'hono'
import { rowsBehind } from '../../../db/records/behind.ts'
import { findMetric } from '../../../db/scorecard/metrics.ts'
import { heldReading } from '../../../db/scorecard/readings.ts'
import { FigureRows } from '../../../views/records/behind.tsx'
import { periodName } from '../../../views/scorecard/words.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { lastComplete, periodAfter, periodOf } from '../../domain/scorecard/periods.ts'
import { isDerivable } from '../../domain/scorecard/records/derived.ts'
import { lastDayOf } from '../../domain/scorecard/records/period.ts'
import { addDays } from '../../domain/time/days.ts'
import { type Env, signedIn } from '../../http/context.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { placeOf } from './listed.ts'

/** A computed figure explained down to its records. */
export const figureRows = new Hono<Env>()

figureRows.get('/:key/rows/:period', async (c) => {
  const metric = await findMetric(c.req.param('key'))
  const period = c.req.param('period')
  if (!metric || !isDerivable(metric.catalogue)) throw notFound('computed metric')
  if (!isDay(period) || periodOf(period, metric.rhythm) !== period) throw notFound('period')
  const place = placeOf(c)
  const until = lastDayOf({ from: period, until: periodAfter(period, metric.rhythm) })
  return page(
    c,
    { title: `${metric.name}, ${periodName(period, metric.rhythm)}` },
    <FigureRows
      of={{
        ...{ metric, key: metric.catalogue, period, until, place },
        complete: period <= lastComplete(place.today, metric.rhythm),
        behind: await rowsBehind(metric, metric.catalogue, period, place.timeZone),
        held: await heldReading(metric.id, period),
        currency: c.var.organisation?.currency ?? '',
        editable: atLeast(signedIn(c).role, 'contributor'),
      }}
    />,
  )
})

const isDay = (text: string) =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
