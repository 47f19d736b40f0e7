import { lastComplete, periodAfter, periodOf } from '../../src/domain/scorecard/periods.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { addMetrics, beginSegment, redefine, setCategoryOwners, setTarget } from '../scorecard/define.ts'
import { noteReading } from '../scorecard/readings.ts'
import type { Cast, Happening } from './cast.ts'
import { agoOf, agreed, aimed, idOf, loaded, metricCalled, metricOf, order } from './course.ts'
import { readingsOf } from './entries.ts'
import { type Course, categoryOwners, courses } from './metrics.ts'

/** The scorecard from the day it was agreed on, entered period by period by those who own its metrics. */
export function scorecardOf(cast: Cast): Happening[] {
  return [...definitions(cast), ...readingsOf(cast), ...courses.flatMap((course) => remarks(cast, course))]
}

function definitions(cast: Cast): Happening[] {
  const put = (ago: number, some: readonly Course[]) => ({
    ...{ ago, order: order.define },
    happen: () =>
      addMetrics(
        cast.by('cpto', ago),
        some.map((course) => metricOf(course, cast)),
      ),
  })
  const owners = categoryOwners.map(({ category, owner }) => ({ category, person: cast.person(owner) }))
  return [
    put(
      agreed,
      courses.filter(({ since }) => since === undefined),
    ),
    ...courses.flatMap((course) => (course.since === undefined ? [] : put(course.since, [course]))),
    { ago: agreed, order: order.define, happen: () => setCategoryOwners(cast.by('cpto', agreed), owners) },
    ...courses.map((course) => ({ ago: aimed, order: order.define, happen: () => aim(cast, course) })),
    { ago: 140, order: order.define, happen: () => renameRetention(cast) },
    { ago: 100, order: order.define, happen: () => raiseActivation(cast) },
    { ago: 38, order: order.rebase, happen: () => rebaseChangeLeadTime(cast) },
  ]
}

async function aim(cast: Cast, course: Course) {
  if (!course.aim) return
  const { because, ...values } = course.aim
  const id = await idOf(course, cast)
  const startsOn = periodOf(addDays(cast.today, -aimed), 'monthly')
  await setTarget(cast.by(course.owner, aimed), id, { startsOn, ...values, reason: because })
}

async function renameRetention(cast: Cast) {
  const metric = await metricCalled('retention')
  const { id, version } = metric
  const reason = 'Sales read it as day 30'
  await redefine(cast.by('grace', 140), id, version, { ...metric, name: 'Retention, day 90' }, reason)
}

async function raiseActivation(cast: Cast) {
  const { id } = await metricCalled('activation')
  await setTarget(cast.by('ines', 100), id, {
    ...{ startsOn: periodOf(addDays(cast.today, -98), 'weekly'), target: 40, guardrail: 35 },
    reason: 'The Rotterdam pilot holds above 40; the other ports shall follow',
  })
}

async function rebaseChangeLeadTime(cast: Cast) {
  const { id } = await metricCalled('change_lead_time')
  await beginSegment(cast.by('rashid', 38), id, {
    startsOn: periodAfter(lastComplete(cast.today, 'weekly'), 'weekly', -13),
    cause: 'Everybody works on the trunk, and branches live a day',
    decision: cast.number('trunk'),
  })
}

function remarks(cast: Cast, course: Course): Happening[] {
  return (course.remarks ?? []).map(({ back, by, kind, body }) => {
    const { rhythm } = metricOf(course, cast)
    const period = periodAfter(lastComplete(cast.today, rhythm), rhythm, -back)
    const ago = Math.min(loaded, agoOf(period, course, cast))
    return {
      ...{ ago, order: order.remark },
      happen: async () => noteReading(cast.by(by, ago), await idOf(course, cast), period, kind, body),
    }
  })
}
