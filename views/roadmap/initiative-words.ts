import { type Checkpoint, type ReadinessArea, readinessAreas, type Stage } from '../../src/domain/roadmap/catalogue.ts'
import type { Missing } from '../../src/domain/roadmap/commitment.ts'
import type { Blocker } from '../../src/domain/roadmap/dependencies.ts'
import type { InitiativeVerdict } from '../../src/domain/roadmap/verdict.ts'
import { figure } from '../scorecard/words.ts'

export const stageNames: Record<Stage, string> = {
  idea: 'Idea',
  discovery: 'Discovery',
  ready: 'Ready',
  delivery: 'Delivery',
  shipped: 'Shipped',
  measured: 'Measured',
  stopped: 'Stopped',
}

export const readinessNames: Record<ReadinessArea, string> = {
  dependencies: 'Dependencies',
  risk: 'Risk',
  security: 'Security',
  performance: 'Performance',
}

export const checkpointNames: Record<Checkpoint, string> = {
  problem_validated: 'Problem validated',
  experiment_planned: 'Experiment planned',
  measured_after_launch: 'Measured after launch',
}

export const blockerNames: Record<Blocker, string> = {
  stopped: 'stopped',
  late: 'late',
  finishes_after: 'comes too late',
}

export const initiativeVerdictNames: Record<InitiativeVerdict, string> = {
  win: 'Win',
  trade_off: 'Trade-off',
  not_proven: 'Not proven',
  harm: 'Harm',
  inconclusive: 'Inconclusive',
}

/** The shape that stands for a verdict in the stylesheet. */
export const verdictShapes: Record<InitiativeVerdict, string> = {
  win: 'good',
  trade_off: 'signal',
  not_proven: 'none',
  harm: 'bad',
  inconclusive: 'stale',
}

/** `2026Q4` as people write it. */
export const quarterText = (quarter: string | null) => (quarter ? `${quarter.slice(0, 4)} ${quarter.slice(4)}` : '–')

/** "8 pw" */
export const effortText = (effort: number | null) => (effort === null ? '–' : `${figure(effort)}\u00a0pw`)

/** "8 person-weeks" */
export const effortInWords = (effort: number) => `${figure(effort)} person-${effort === 1 ? 'week' : 'weeks'}`

/** "a guardrail metric and a look at risk and security" */
export function missingText(missing: readonly Missing[]): string {
  const areas = readinessAreas.filter((area) => missing.includes(area))
  const looks = areas.length > 0 ? [`a look at ${listed(areas.map((area) => areaNames[area]))}`] : []
  const metrics = missing.flatMap((one) => (one in metricsMissing ? [metricsMissing[one as MetricMissing]] : []))
  return listed([...metrics, ...looks])
}

type MetricMissing = Exclude<Missing, ReadinessArea>

const metricsMissing: Record<MetricMissing, string> = {
  primary_metric: 'a primary metric',
  guardrail_metric: 'a guardrail metric',
  different_guardrail: 'a guardrail other than the primary metric',
}

const areaNames: Record<ReadinessArea, string> = {
  dependencies: 'its dependencies',
  risk: 'risk',
  security: 'security',
  performance: 'performance',
}

/** "a, b and c" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
