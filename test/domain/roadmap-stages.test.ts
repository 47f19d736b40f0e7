import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bypassedIntake, isOpen, openStages, origins, type Stage, stages } from '../../src/domain/roadmap/catalogue.ts'
import {
  type Position,
  positionAfter,
  type StageStep,
  stageSteps,
  stepsFrom,
  stepTo,
} from '../../src/domain/roadmap/stages.ts'

const at = (stage: Stage): Position => ({ stage, stoppedIn: null })

describe('The stages of an initiative', () => {
  const cases: [Stage, StageStep[]][] = [
    ['idea', ['advance', 'stop']],
    ['discovery', ['advance', 'stop']],
    ['ready', ['advance', 'rediscover', 'stop']],
    ['delivery', ['advance', 'rediscover', 'stop']],
    ['shipped', ['advance']],
    ['measured', []],
  ]
  it.each(cases)('%s allows %j', (stage, steps) => expect(stepsFrom(at(stage))).toEqual(steps))

  it('follow one another, and none is skipped', () => {
    const path = stages.filter((stage) => stage !== 'stopped')
    for (const [from, stage] of path.entries())
      for (const [to, other] of path.entries())
        expect(stepTo(at(stage), other) === 'advance', `${stage} → ${other}`).toBe(to === from + 1)
  })

  it('lead back only to discovery, from ready or from delivery', () => {
    expect(stages.filter((stage) => stepTo(at(stage), 'discovery') === 'rediscover')).toEqual(['ready', 'delivery'])
    expect(stepTo(at('delivery'), 'ready')).toBeNull()
    expect(stepTo(at('shipped'), 'delivery')).toBeNull()
  })

  it('what was stopped resumes in the stage it was in, and nowhere else', () => {
    for (const stage of openStages) {
      const stopped = positionAfter(at(stage), 'stop')
      expect(stopped).toEqual({ stage: 'stopped', stoppedIn: stage })
      expect(stopped && stepsFrom(stopped)).toEqual(['resume'])
      expect(stopped && positionAfter(stopped, 'resume')).toEqual(at(stage))
    }
  })

  it('what has shipped can no longer be stopped: it still owes its measurement', () => {
    expect(positionAfter(at('shipped'), 'stop')).toBeNull()
    expect(positionAfter(at('measured'), 'stop')).toBeNull()
  })

  it('after any order of steps, an initiative that shipped was in every stage before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stageSteps)), (steps) => {
        const seen = new Set<Stage>(['idea'])
        let position = at('idea')
        for (const step of steps) {
          position = positionAfter(position, step) ?? position
          seen.add(position.stage)
          expect(position.stoppedIn !== null).toBe(position.stage === 'stopped')
        }
        if (!isOpen(position.stage) && position.stage !== 'stopped')
          for (const stage of openStages) expect(seen).toContain(stage)
      }),
    )
  })
})

it('only an initiative from neither planning nor a request bypassed intake', () => {
  expect(origins.filter(bypassedIntake)).toEqual(['direct'])
})
