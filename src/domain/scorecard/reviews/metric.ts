import type { Category, Definition } from '../catalogue.ts'
import { lastComplete, periodsUntil } from '../periods.ts'
import type { NoteKind } from '../readings/catalogue.ts'
import type { MetricStanding } from '../standing.ts'
import { type MetricStatus, statusesOf } from '../status.ts'

/** A metric on the scorecard, as a review meets it. */
export type Met = Pick<Definition, 'name' | 'unit' | 'good' | 'rhythm'> & {
  id: number
  key: string
  category: Category
  owner: string | null
  derived: boolean
  definitionNumber: number
  standing: MetricStanding
}

/** What was said of one period of a metric; `at` a moment. */
export type Said = { metric: number; period: string; kind: NoteKind; body: string; by: string | null; at: string }

/** How a metric stood at another review. */
export type Then = { value: number | null; period: string | null; status: MetricStatus; target: number | null }

/** All that a review keeps of a metric, in the metric's unit. */
export type ReviewedMetric = Pick<Definition, 'name' | 'unit' | 'good' | 'rhythm'> & {
  key: string
  category: Category
  owner: string | null
  derived: boolean
  definition: number
  value: number | null
  period: string | null
  numerator: number | null
  denominator: number | null
  target: number | null
  guardrail: number | null
  statuses: [MetricStatus, ...MetricStatus[]]
  favourable: boolean
  breachedSince: string | null
  stage: MetricStanding['stage']
  limits: MetricStanding['limits']
  autocorrelated: boolean
  signals: MetricStanding['signals']
  /** The last 13 periods, oldest first; value null where there is none. */
  last: { period: string; value: number | null }[]
  said: Omit<Said, 'metric'>[]
  /** At the last sealed review of the same kind; null: it was not on it, or there was none. */
  before: Then | null
}

const shown = 13

type Given = {
  today: string
  /** The moment the last review of the kind was closed; null: there was none. */
  since: string | null
  said: readonly Said[]
  before: Then | null
}

export function reviewedMetric(metric: Met, { today, since, said, before }: Given): ReviewedMetric {
  const { standing } = metric
  const newest = standing.recent.find(({ period }) => period === standing.period)
  const last = lastPeriods(metric, today)
  return {
    ...{ key: metric.key, name: metric.name, category: metric.category, owner: metric.owner, derived: metric.derived },
    ...{ unit: metric.unit, good: metric.good, rhythm: metric.rhythm, definition: metric.definitionNumber },
    value: standing.value,
    period: standing.period,
    numerator: newest?.numerator ?? null,
    denominator: newest?.denominator ?? null,
    target: standing.target,
    guardrail: standing.guardrail,
    statuses: statusesOf(standing, metric, today),
    favourable: standing.favourable,
    breachedSince: standing.breachedSince,
    stage: standing.stage,
    limits: standing.limits,
    autocorrelated: standing.autocorrelated,
    signals: standing.signals,
    last,
    said: said
      .filter(
        (one) => one.metric === metric.id && belongs(one, last[0]?.period ?? today, since, standing.breachedSince),
      )
      .map(({ period, kind, body, by, at }) => ({ period, kind, body, by, at })),
    before,
  }
}

/** Up to the newest period that is over, or has an entry already. */
function lastPeriods({ rhythm, standing }: Met, today: string) {
  const over = lastComplete(today, rhythm)
  const entered = standing.recent.at(-1)?.period ?? over
  const values = new Map(standing.recent.map(({ period, value }) => [period, value]))
  return periodsUntil(entered > over ? entered : over, rhythm, shown).map((period) => ({
    period,
    value: values.get(period) ?? null,
  }))
}

/** The reasons of a breach belong as long as it lasts; everything else only to the first review after it was said. */
function belongs({ kind, period, at }: Said, oldest: string, since: string | null, breachedSince: string | null) {
  if (kind === 'reason' && breachedSince !== null && period >= breachedSince) return true
  return since === null ? period >= oldest : at > since
}
