import type { Checkpoint, ReadinessArea } from '../../src/domain/roadmap/catalogue.ts'
import { type By, write } from '../write.ts'
import { type Initiative, mustBe, updateInitiative } from './initiatives.ts'

const columnOf = {
  dependencies: 'dependenciesOn',
  risk: 'riskOn',
  security: 'securityOn',
  performance: 'performanceOn',
  problem_validated: 'problemOn',
  experiment_planned: 'experimentOn',
  measured_after_launch: 'measuredOn',
} as const satisfies Record<ReadinessArea | Checkpoint, keyof Initiative>

type Days = Pick<Initiative, (typeof columnOf)[keyof typeof columnOf]>

/** When an area was looked at, or evidence was there; null: not yet. */
export const dayOf = (initiative: Days, mark: ReadinessArea | Checkpoint): string | null => initiative[columnOf[mark]]

export const lookedAt = (initiative: Days) => (area: ReadinessArea) => dayOf(initiative, area) !== null

/** Areas looked at, or evidence found, on these days; null takes the day back. */
export const mark = (
  by: By,
  id: number,
  kind: 'initiative.readiness_marked' | 'initiative.evidence_marked',
  days: Partial<Record<ReadinessArea | Checkpoint, string | null>>,
): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await mustBe(tx, id)
    const marks = Object.keys(days) as (keyof typeof days)[]
    const columns = Object.fromEntries(marks.map((one) => [columnOf[one], days[one] ?? null]))
    await updateInitiative(tx, by, id, columns)
    const was = Object.fromEntries(marks.map((one) => [one, dayOf(before, one)]))
    await note({ kind, record: 'initiative', recordId: id, before: was, after: days })
  })
