import { isOpen, type OpenStage, type Stage } from './catalogue.ts'

/** `advance` by one stage; `rediscover`: back to discovery; `resume` what was stopped, in the stage it was in. */
export const stageSteps = ['advance', 'rediscover', 'stop', 'resume'] as const
export type StageStep = (typeof stageSteps)[number]

/** `stoppedIn`: the stage that a stopped initiative was in; null for every other. */
export type Position = { stage: Stage; stoppedIn: OpenStage | null }

const next: Partial<Record<Stage, Stage>> = {
  idea: 'discovery',
  discovery: 'ready',
  ready: 'delivery',
  delivery: 'shipped',
  shipped: 'measured',
}

/**
 * Where a step leads; null: it cannot be taken from here. That the step from ready to delivery is a commitment is for
 * `commitment` to judge.
 */
export function positionAfter({ stage, stoppedIn }: Position, step: StageStep): Position | null {
  if (step === 'stop') return isOpen(stage) ? { stage: 'stopped', stoppedIn: stage } : null
  const to = target({ stage, stoppedIn }, step)
  return to && { stage: to, stoppedIn: null }
}

export const stepsFrom = (position: Position): StageStep[] =>
  stageSteps.filter((step) => positionAfter(position, step) !== null)

/** The step that leads from here to a stage; null: none does. */
export const stepTo = (position: Position, stage: Stage): StageStep | null =>
  stageSteps.find((step) => positionAfter(position, step)?.stage === stage) ?? null

function target({ stage, stoppedIn }: Position, step: Exclude<StageStep, 'stop'>): Stage | null {
  if (step === 'advance') return next[stage] ?? null
  if (step === 'rediscover') return stage === 'ready' || stage === 'delivery' ? 'discovery' : null
  return stage === 'stopped' ? stoppedIn : null
}
