/** Fixed: an initiative goes from left to right, a stage at a time; `stopped` may end it before it has shipped. */
export const stages = ['idea', 'discovery', 'ready', 'delivery', 'shipped', 'measured', 'stopped'] as const
export type Stage = (typeof stages)[number]

/** Work is still to be done, and can be stopped. */
export const openStages = ['idea', 'discovery', 'ready', 'delivery'] as const
export type OpenStage = (typeof openStages)[number]

export const isOpen = (stage: Stage): stage is OpenStage => (openStages as readonly Stage[]).includes(stage)

/** Definition of ready: each of them looked at, whatever was found. */
export const readinessAreas = ['dependencies', 'risk', 'security', 'performance'] as const
export type ReadinessArea = (typeof readinessAreas)[number]

/** Evidence checkpoints, in the order in which they come due. */
export const checkpoints = ['problem_validated', 'experiment_planned', 'measured_after_launch'] as const
export type Checkpoint = (typeof checkpoints)[number]

/** Where an initiative came from; `direct`: from neither planning nor a request, so it bypassed intake. */
export const origins = ['planning', 'intake', 'direct'] as const
export type Origin = (typeof origins)[number]

export const bypassedIntake = (origin: Origin): boolean => origin === 'direct'
