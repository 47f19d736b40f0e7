import { catalogue } from '../catalogue/all.ts'
import type { Definition, Rhythm } from '../catalogue.ts'
import { periodAfter, periodOf } from '../periods.ts'
import { type Counted, readingOf } from '../reading.ts'
import {
  changeFailureRate,
  changeIncidents,
  criticalPatchTime,
  type DayOf,
  deployedIn,
  deploymentRecovery,
  type Figure,
  openCriticalHigh,
  type Period,
  patchedIn,
  reworkRate,
  rollbackRate,
  timeToRestore,
} from './derive.ts'
import { lastDayOf } from './period.ts'
import type { Deployment, Finding, Incident } from './records.ts'

export type Records = {
  findings: readonly Finding[]
  incidents: readonly Incident[]
  deployments: readonly Deployment[]
}
export type RecordKind = keyof Records

/** Metrics of the catalogue that can be computed from records: from which; the first is what is counted. */
export const derivable = {
  change_failure_rate: ['deployments'],
  rollback_rate: ['deployments'],
  rework_rate: ['deployments'],
  mttr: ['incidents'],
  deployment_recovery: ['incidents'],
  change_incidents: ['incidents', 'deployments'],
  critical_patch_time: ['findings'],
  open_critical_high: ['findings'],
} as const satisfies Record<string, readonly RecordKind[]>

export type Derivable = keyof typeof derivable

export const isDerivable = (key: string | null): key is Derivable => key !== null && Object.hasOwn(derivable, key)

export const isDerivedFrom = (key: Derivable, kind: RecordKind): boolean =>
  (derivable[key] as readonly RecordKind[]).includes(kind)

type Compute = (records: Records, period: Period, dayOf: DayOf) => Figure

const figures: Record<Derivable, Compute> = {
  change_failure_rate: ({ deployments }, period, dayOf) => changeFailureRate(deployments, period, dayOf),
  rollback_rate: ({ deployments }, period, dayOf) => rollbackRate(deployments, period, dayOf),
  rework_rate: ({ deployments }, period, dayOf) => reworkRate(deployments, period, dayOf),
  mttr: ({ incidents }, period, dayOf) => timeToRestore(incidents, period, dayOf),
  deployment_recovery: ({ incidents }, period, dayOf) => deploymentRecovery(incidents, period, dayOf),
  change_incidents: ({ incidents, deployments }, period, dayOf) =>
    changeIncidents(incidents, deployments, period, dayOf),
  critical_patch_time: ({ findings }, period) => criticalPatchTime(findings, period),
  open_critical_high: ({ findings }, period) => {
    const { count, keys } = openCriticalHigh(findings, lastDayOf(period))
    return { numerator: count, denominator: 1, keys }
  },
}

/** A metric's figure of one period; the records may be more than those of the period. */
export const figureOf = (key: Derivable, records: Records, period: Period, dayOf: DayOf): Figure =>
  figures[key](records, period, dayOf)

/** The keys of what the denominator holds beside the counted: of the last kind that the metric is computed from. */
export function restOf(key: Derivable, records: Records, period: Period, dayOf: DayOf): string[] {
  if (key === 'critical_patch_time') {
    const { late, overdue } = patchedIn(records.findings, period)
    return [...late, ...overdue].map((one) => one.key)
  }
  if (!isDerivedFrom(key, 'deployments')) return []
  const deployed = deployedIn(records.deployments, period, dayOf).map((one) => one.key)
  if (key === 'change_incidents') return deployed
  const counted = new Set(figureOf(key, records, period, dayOf).keys)
  return deployed.filter((one) => !counted.has(one))
}

/** The figures of several periods, given by their first days. */
export function figuresOf(
  key: Derivable,
  records: Records,
  starts: readonly string[],
  rhythm: Rhythm,
  dayOf: DayOf,
): { period: string; figure: Figure }[] {
  const start = (moment: string) => periodOf(dayOf(moment), rhythm)
  // Each period looks at its own records only: all of them for each would be ten years times ten years.
  const deployments = grouped(records.deployments, ({ at }) => [start(at)])
  const incidents = grouped(records.incidents, ({ detectedAt, restoredAt }) => [
    start(detectedAt),
    ...(restoredAt === null ? [] : [start(restoredAt)]),
  ])
  return starts.map((from) => {
    const period = { from, until: periodAfter(from, rhythm) }
    const own = {
      findings: records.findings.filter(
        ({ openedOn, closedOn }) => openedOn < period.until && (closedOn === null || closedOn >= from),
      ),
      incidents: incidents.get(from) ?? [],
      deployments: deployments.get(from) ?? [],
    }
    return { period: from, figure: figureOf(key, own, period, dayOf) }
  })
}

function grouped<One>(all: readonly One[], startsOf: (one: One) => string[]): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    for (const start of new Set(startsOf(one))) {
      const group = groups.get(start)
      if (group) group.push(one)
      else groups.set(start, [one])
    }
  }
  return groups
}

/**
 * The reading that a figure makes. What lies beyond the metric's bounds has its counts and no value, as what has nothing
 * to divide by.
 */
export function countedOf(
  key: Derivable,
  { numerator, denominator }: Figure,
  definition: Pick<Definition, 'ratio' | 'scale' | 'least' | 'most'>,
): Counted {
  if (definition.ratio) {
    const counts = { numerator, denominator }
    const reading = readingOf(counts, definition)
    return typeof reading === 'string' ? { value: null, ...counts } : reading
  }
  const none = { value: null, numerator: null, denominator: null }
  if (denominator === 0) return none
  const factor = catalogue.find((one) => one.key === key)?.ratio?.factor ?? 1
  const reading = readingOf({ value: (factor * numerator) / denominator }, definition)
  return typeof reading === 'string' ? none : reading
}
