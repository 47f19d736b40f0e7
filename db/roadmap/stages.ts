import { isOpen, readinessAreas, type Stage } from '../../src/domain/roadmap/catalogue.ts'
import { commitment, type Missing } from '../../src/domain/roadmap/commitment.ts'
import { positionAfter, stepTo } from '../../src/domain/roadmap/stages.ts'
import { blankContent } from '../decisions/content.ts'
import { logInside } from '../decisions/log.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { keepChanges } from './changes.ts'
import { type Initiative, mustBe, updateInitiative } from './initiatives.ts'
import { lookedAt } from './readiness.ts'

/** `missing` names what commitment asks for; empty: no step leads from the stage it is in to that one. */
export class StageRefused extends Error {
  readonly missing: Missing[]
  constructor(id: number, to: Stage, missing: Missing[]) {
    super(`Initiative ${id} cannot go to ${to}`)
    this.missing = missing
  }
}

export type StageMove = {
  to: Stage
  because: string
  /** The day on which it happened. */
  on: string
  /** What the decision is called that commits it without what is missing. */
  titleOfOverride: (missing: Missing[]) => string
}

/** Takes the initiative to another stage. Committed without all it takes, it writes a decision and returns its number. */
export const moveToStage = (by: By, id: number, move: StageMove): Promise<number | null> =>
  write(by, async (tx, note) => {
    const before = await mustBe(tx, id)
    const { to, because, on } = move
    const after = nextPosition(before, to)
    if (!after) throw new StageRefused(id, to, [])
    const decision = before.stage === 'ready' && to === 'delivery' ? await commit(tx, by, note, before, move) : null
    await updateInitiative(tx, by, id, { ...after, ...daysOf(before, to, on) })
    await keepChanges(tx, by, id, { stage: before.stage }, { stage: to }, { because, decision })
    await note({
      ...{ kind: 'initiative.moved', record: 'initiative', recordId: id },
      ...{ before: { stage: before.stage }, after: { stage: to, because, ...(decision !== null && { decision }) } },
    })
    return decision
  })

export const positionOf = ({ stage, stoppedFrom }: Pick<Initiative, 'stage' | 'stoppedFrom'>) => ({
  stage,
  stoppedIn: stoppedFrom && isOpen(stoppedFrom) ? stoppedFrom : null,
})

function nextPosition(before: Initiative, to: Stage) {
  const step = stepTo(positionOf(before), to)
  const after = step && positionAfter(positionOf(before), step)
  return after && { stage: after.stage, stoppedFrom: after.stoppedIn }
}

function daysOf({ startedOn, launchedOn, measuredOn }: Initiative, to: Stage, on: string) {
  if (to === 'delivery') return { startedOn: startedOn ?? on }
  if (to === 'shipped') return { launchedOn: launchedOn ?? on }
  if (to === 'measured') return { measuredOn: measuredOn ?? on }
  return {}
}

async function commit(tx: Transaction, by: By, note: Note, before: Initiative, move: StageMove) {
  const judged = commitment({ ...before, lookedAt: readinessAreas.filter(lookedAt(before)) }, move.because)
  if (judged.answer === 'committed') return null
  if (judged.answer === 'refused' || by.person === null) throw new StageRefused(before.id, move.to, judged.missing)
  const at = by.at.toISOString()
  return logInside(tx, by, note, {
    ...blankContent,
    title: move.titleOfOverride(judged.missing),
    rationale: judged.reason,
    raisedBy: by.person,
    raisedAt: at,
    decided: { by: by.person, at, forum: 'asynchronous' },
  })
}
