import { lastComplete, periodAfter } from '../../src/domain/scorecard/periods.ts'
import { dueOn, patchWindow } from '../../src/domain/scorecard/records/patch-windows.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { addDays, daysBetween, mondayOf } from '../../src/domain/time/days.ts'
import { momentAt } from '../../src/domain/time/moment.ts'
import { deployments } from '../records/deployments.ts'
import { findings } from '../records/findings.ts'
import { incidents } from '../records/incidents.ts'
import { placeMetric } from '../scorecard/define.ts'
import type { Cast, Happening } from './cast.ts'
import { Chance } from './chance.ts'
import { metricCalled } from './course.ts'
import { deploymentWeeks, toldFindings, toldIncidents } from './raw.ts'

/** Of one moment: the metric is turned to computed, then records land. */
const order = { place: 10, land: 11 }

/**
 * Twelve weeks of deployments and incidents, imported every Monday, and three months of findings, imported when each
 * month is over: always as they were known then.
 */
export function recordsOf(cast: Cast): Happening[] {
  const deployed = deploymentsOf(cast)
  const suffered = incidentsOf(cast)
  const found = findingsOf(cast)
  const mondays = Array.from({ length: deploymentWeeks.length }, (_, at) => addDays(mondayOf(cast.today), -7 * at))
  const months = [0, 1, 2].map((back) => periodAfter(lastComplete(cast.today, 'monthly'), 'monthly', 1 - back))
  const agoOf = (day: string) => daysBetween(day, cast.today)
  const land = (by: string, day: string, happen: (importing: Importing) => Promise<unknown>): Happening => {
    const ago = agoOf(day)
    return {
      ...{ ago, order: order.land },
      happen: () => happen([cast.by(by, ago), { today: day, timeZone: cast.organisation.timeZone }]),
    }
  }
  const first = (days: readonly string[]) => agoOf(days.at(-1) ?? cast.today)
  const clock = (day: string) => momentAt(`${day}T00:00`, cast.organisation.timeZone)
  return [
    computed(cast, 'change_failure_rate', 'jonas', first(mondays)),
    computed(cast, 'mttr', 'jonas', first(mondays)),
    computed(cast, 'critical_patch_time', 'priya', first(months)),
    ...mondays.flatMap((day) => [
      land('jonas', day, (importing) => {
        const known = deployed.filter(({ at }) => at < clock(day))
        return deployments.land(...importing, `deployments-${day}.csv`, known)
      }),
      land('jonas', day, (importing) => {
        const known = suffered.filter(({ restoredAt }) => restoredAt !== null && restoredAt < clock(day))
        return incidents.land(...importing, `incidents-${day}.csv`, known)
      }),
    ]),
    ...[cast.today, ...months].map((day) =>
      land('priya', day, (importing) => findings.land(...importing, `findings-${day}.csv`, knownOn(day, found))),
    ),
  ]
}

type Importing = [by: ReturnType<Cast['by']>, calendar: { today: string; timeZone: string }]

const computed = (cast: Cast, key: string, by: string, ago: number): Happening => ({
  ...{ ago, order: order.place },
  happen: async () => {
    const { id, version, ownerId, journey } = await metricCalled(key)
    const calendar = { today: addDays(cast.today, -ago), timeZone: cast.organisation.timeZone }
    await placeMetric(cast.by(by, ago), calendar, id, version, { owner: ownerId, journey, derived: true })
  },
})

const services = ['berth', 'manifest', 'settle', 'stream']

function deploymentsOf({ today, organisation }: Cast): Deployment[] {
  const chance = new Chance('deployments')
  const counts = new Map<string, number>()
  const last = lastComplete(today, 'weekly')
  return deploymentWeeks.flatMap((week, at) => {
    const monday = addDays(last, 7 * (at - deploymentWeeks.length + 1))
    return [...week].map((fate, nth) => {
      const service = fate === '.' ? (services[chance.whole(0, 3)] ?? 'berth') : 'settle'
      const count = (counts.get(service) ?? 400 + chance.whole(0, 90)) + 1
      counts.set(service, count)
      const day = addDays(monday, Math.floor((nth * 5) / week.length))
      const clock = `${9 + Math.floor((nth * 7) / week.length)}`.padStart(2, '0')
      return {
        key: `${service}-${count}`,
        at: momentAt(`${day}T${clock}:${chance.whole(10, 59)}`, organisation.timeZone),
        failed: fate === 'f' || fate === 'r',
        rolledBack: fate === 'r',
        unplannedFix: fate === 'u',
      }
    })
  })
}

function incidentsOf({ today, organisation }: Cast): Incident[] {
  const last = lastComplete(today, 'weekly')
  return toldIncidents.map(({ back, day, clock, minutes, ...told }, at) => {
    const detectedAt = momentAt(`${addDays(last, day - 7 * back)}T${clock}`, organisation.timeZone)
    const restoredAt = new Date(Date.parse(detectedAt) + minutes * 60_000).toISOString()
    return { key: `INC-${141 + at}`, detectedAt, restoredAt, ...told }
  })
}

function findingsOf({ today }: Cast): Finding[] {
  const last = lastComplete(today, 'monthly')
  return toldFindings.map(({ back, day, open, seen, ...told }, at) => {
    const openedOn = back === 'now' ? addDays(today, -day) : addDays(periodAfter(last, 'monthly', -back), day - 1)
    const has = (letter: string) => seen.includes(letter)
    const exposure = {
      ...{ knownExploited: has('K'), exposed: has('E'), automatable: has('A'), totalImpact: has('T') },
    }
    return {
      ...{ key: `SEC-${310 + at}`, ...told, ...exposure, openedOn },
      dueOn: dueOn(openedOn, patchWindow(exposure)),
      closedOn: open === null ? null : addDays(openedOn, open),
    }
  })
}

/** Findings as they stood when a day began, or by now. */
const knownOn = (day: string, all: readonly Finding[]) =>
  all
    .filter(({ openedOn }) => openedOn <= day)
    .map((one) => (one.closedOn !== null && one.closedOn > day ? { ...one, closedOn: null } : one))
