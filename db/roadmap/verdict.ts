import { type Judgement, verdictOf } from '../../src/domain/roadmap/verdict.ts'
import { segmentsOf as behaviour } from '../../src/domain/scorecard/standing.ts'
import { targetAt } from '../../src/domain/scorecard/targets.ts'
import { findMetricById, segmentsOf, targetsOf } from '../scorecard/metrics.ts'
import { currentReadings } from '../scorecard/standing.ts'
import type { Initiative } from './initiatives.ts'

type Launched = Pick<Initiative, 'launchedOn' | 'primaryMetric' | 'guardrailMetric' | 'leastEffect'>

/** What came of it since its launch; null: it was not launched, or a metric of its pair is missing. */
export async function judgementOf(initiative: Launched): Promise<Judgement | null> {
  const { launchedOn, primaryMetric, guardrailMetric, leastEffect } = initiative
  if (launchedOn === null || primaryMetric === null || guardrailMetric === null) return null
  const [primary, guardrail] = await Promise.all([evidenceOf(primaryMetric), evidenceOf(guardrailMetric)])
  return verdictOf({
    launchedOn,
    primary: { ...primary, leastEffect: leastEffect ?? 0 },
    guardrail: { ...guardrail.definition, readings: await guarded(guardrailMetric, guardrail) },
    experiment: null,
  })
}

async function evidenceOf(metric: number) {
  const [definition, readings, segments] = await Promise.all([
    findMetricById(metric),
    currentReadings(metric),
    segmentsOf(metric),
  ])
  if (!definition) throw new Error(`There is no metric ${metric}`)
  return { definition, readings, starts: segments.map(({ startsOn }) => startsOn) }
}

async function guarded(metric: number, evidence: Awaited<ReturnType<typeof evidenceOf>>) {
  const targets = await targetsOf(metric)
  const adverse = new Set(
    behaviour(evidence).flatMap(({ signals }) => signals.filter((one) => one.adverse).map(({ period }) => period)),
  )
  return evidence.readings.map(({ period, value }) => ({
    ...{ period, value, guardrail: targetAt(targets, period).guardrail },
    adverse: adverse.has(period),
  }))
}
