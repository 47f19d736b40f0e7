import { Hono } from 'hono'
import { begunFor, closedReviewsOf, decisionsNaming, incidentsSince } from '../../../db/scorecard/markers.ts'
import { definitionsOf, type Metric, targetsOf } from '../../../db/scorecard/metrics.ts'
import { notesOf, toldReadings } from '../../../db/scorecard/readings.ts'
import { currentReadings, standingOfMetric } from '../../../db/scorecard/standing.ts'
import { markersOf } from '../../../views/scorecard/metric/markers.ts'
import type { MetricProps } from '../../../views/scorecard/metric/props.ts'
import { MetricPage } from '../../../views/scorecard/metric.tsx'
import { atLeast } from '../../domain/people/catalogue.ts'
import { periodAfter } from '../../domain/scorecard/periods.ts'
import { segmentsOf } from '../../domain/scorecard/standing.ts'
import { statusesOf } from '../../domain/scorecard/status.ts'
import { assets } from '../../http/assets.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { page } from '../../http/page.tsx'
import { addressed, currencyOf } from './addressed.ts'
import { readingPages } from './reading.tsx'

/** A metric as a whole: how it goes its way, what is known of each period, and what it means. */
export const metricPages = new Hono<Env>()

metricPages.route('/', readingPages)

metricPages.get('/:key', async (c) => {
  const metric = await addressed(c)
  return page(c, { title: metric.name, keys: metricKeys }, <MetricPage {...(await propsOf(c, metric))} />)
})

const metricKeys = (
  <>
    <kbd>e</kbd> correct the newest reading ·
  </>
)

async function propsOf(c: Ctx, metric: Metric): Promise<MetricProps> {
  const { id: reader, role } = signedIn(c)
  const timeZone = c.var.organisation?.timeZone ?? 'UTC'
  const { id, key, category, rhythm, journey } = metric
  const showAll = c.req.query('readings') === 'all'
  const readings = await currentReadings(id)
  const newest = readings.at(-1)?.period
  // The table shows thirteen: more than twice as many periods, because some of them may have been left out.
  const since = showAll || newest === undefined ? undefined : periodAfter(newest, rhythm, -30)
  const [told, targets, definitions, notes, begun, decisions, reviews, standing] = await Promise.all([
    toldReadings(id, undefined, since),
    targetsOf(id),
    definitionsOf(id),
    notesOf(id),
    begunFor(id, reader),
    decisionsNaming(id, reader),
    closedReviewsOf(category),
    standingOfMetric(id),
  ])
  if (!standing) throw new Error(`It is not known how metric ${id} stands`)
  const incidents = readings[0] ? await incidentsSince(readings[0].period, journey) : []
  return {
    ...{ metric, standing, begun, targets, definitions, told, notes, timeZone },
    statuses: statusesOf(standing, metric, c.var.today),
    segments: segmentsOf({ readings, definition: metric, starts: begun.map(({ startsOn }) => startsOn) }),
    markers: markersOf({ key, rhythm, timeZone, decisions, reviews, incidents, notes }),
    showAll,
    count: readings.length,
    canEnter: atLeast(role, 'contributor'),
    canEdit: atLeast(role, 'editor'),
    script: assets.charts,
    today: c.var.today,
    currency: currencyOf(c),
  }
}
