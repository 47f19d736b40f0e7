import { expectationsDue, openTrips } from '../../../db/scorecard/tripwires.ts'
import { watchedMetrics } from '../../../db/scorecard/watched.ts'
import type { Watch } from '../../../views/decisions/watch.tsx'
import { cameTrue } from '../../domain/scorecard/expectation.ts'
import { type Ctx, signedIn } from '../../http/context.ts'

/** What the scorecard says about the decision of the address; asks nothing where it names no metric. */
export async function watchOf(c: Ctx): Promise<Watch> {
  const { number, status, expectedMetric, expectedValue, expectedOn, tripwireMetric } = c.var.decision.document
  const { today, organisation } = c.var
  const reader = signedIn(c).id
  const names = [expectedMetric, tripwireMetric].filter(Boolean)
  const isDue = expectedValue !== null && expectedOn !== null && expectedOn <= today
  const [metrics, [trip], [expectation]] = await Promise.all([
    names.length > 0 ? watchedMetrics(names) : [],
    tripwireMetric && status === 'decided' ? openTrips(reader, number) : [],
    expectedMetric && isDue ? expectationsDue(reader, today, number) : [],
  ])
  return {
    metrics,
    trip,
    expectation: expectation && { ...expectation, came: cameTrue(expectation) },
    currency: organisation?.currency ?? 'EUR',
  }
}
