import { describe, expect, it } from 'vitest'
import { statuses } from '../../src/domain/decisions/catalogue.ts'
import { may, mayTake, type Step, steps } from '../../src/domain/decisions/lifecycle.ts'
import type { AccessRole } from '../../src/domain/people/catalogue.ts'

describe('the life of a decision', () => {
  it('is edited, decided or withdrawn only while it is proposed', () => {
    for (const step of ['edit', 'decide', 'handOver', 'withdraw'] as const)
      expect(statuses.filter((status) => may(status, step))).toEqual(['proposed'])
  })

  it('is superseded or reversed only once decided, and ends at most once', () => {
    for (const step of ['supersede', 'reverse'] as const)
      expect(statuses.filter((status) => may(status, step))).toEqual(['decided'])
  })

  it('is amended and reviewed after it was decided, also when it no longer holds', () => {
    for (const step of ['amend', 'review'] as const)
      expect(statuses.filter((status) => may(status, step))).toEqual(['decided', 'superseded', 'reversed'])
  })

  it('never ends for those who annotate it or say who may read it', () => {
    for (const step of ['note', 'restrict'] as const)
      expect(statuses.filter((status) => may(status, step))).toEqual([...statuses])
  })
})

describe('who may take a step', () => {
  const raisedByOneForTwo = { raisedById: 1, deciderId: 2 }
  const stepsOf = (role: AccessRole, personId: number, parties: Parameters<typeof mayTake>[2] = raisedByOneForTwo) =>
    steps.filter((step) => mayTake(step, { role, personId }, parties))

  it('an editor and an owner may take every step', () => {
    expect(stepsOf('editor', 9)).toEqual([...steps])
    expect(stepsOf('owner', 9)).toEqual([...steps])
  })

  it('a contributor may take every step on what is theirs to decide', () => {
    expect(stepsOf('contributor', 2)).toEqual([...steps])
  })

  it('whoever raised it may edit it, hand it over and withdraw it, but not decide it', () => {
    expect(new Set(stepsOf('contributor', 1))).toEqual(new Set<Step>(['edit', 'handOver', 'withdraw', 'note']))
  })

  it('any other contributor may only add a note', () => {
    expect(stepsOf('contributor', 9)).toEqual(['note'])
    expect(stepsOf('contributor', 9, { raisedById: null, deciderId: null })).toEqual(['note'])
  })

  it('a viewer may take none, even on what names them', () => {
    expect(stepsOf('viewer', 1)).toEqual([])
    expect(stepsOf('viewer', 2)).toEqual([])
  })
})
