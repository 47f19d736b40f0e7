import { describe, expect, it } from 'vitest'
import { habits, processHabits, processScore, quadrant, wellMadeFrom } from '../../src/domain/decisions/process.ts'

const option = (title: string) => ({
  title,
  description: '',
  chosen: false,
  good: [],
  neutral: [],
  bad: [],
  scores: [],
})

const bare = {
  outcome: '',
  constraints: [],
  options: [],
  smallestBet: '',
  notDoing: [],
  confidence: null,
  revisitOn: null,
}

const wellMade = {
  outcome: 'Half the time from signup to first invoice',
  constraints: ['time' as const],
  options: [option('Rebuild the import'), option('Guide people through the old one')],
  smallestBet: 'A guided import for ten new customers',
  notDoing: ['Bulk editing this quarter'],
  confidence: 70,
  revisitOn: '2027-02-01',
}

describe('how well a decision was made', () => {
  it('is seven of seven with every habit and none with nothing but a title', () => {
    expect(processScore(wellMade)).toBe(7)
    expect(processScore(bare)).toBe(0)
  })

  it.each([
    ['outcome', { outcome: '' }],
    ['constraint', { constraints: [] }],
    ['options', { options: [option('The only way')] }],
    ['smallestBet', { smallestBet: '' }],
    ['notDoing', { notDoing: [] }],
    ['confidence', { confidence: null }],
    ['revisit', { revisitOn: null }],
  ])('is one less without the habit "%s", and says so', (habit, without) => {
    const record = { ...wellMade, ...without }
    expect(processScore(record)).toBe(6)
    expect(processHabits(record).filter(({ present }) => !present)).toEqual([{ habit, present: false }])
  })

  it('names the habits always in the same order', () => {
    expect(processHabits(bare).map(({ habit }) => habit)).toEqual([...habits])
  })

  it('takes a confidence of nought percent for a stated one', () => {
    expect(processScore({ ...bare, confidence: 0 })).toBe(1)
  })

  it('does not fall when the revisit has been made and no new day was set', () => {
    const review = { came: 'yes' as const, learned: '', wellMade: null, by: null, at: '2027-02-01T10:00:00.000Z' }
    expect(processScore({ ...wellMade, revisitOn: null, reviews: [{ ...review, dueOn: '2027-02-01' }] })).toBe(7)
    expect(processScore({ ...wellMade, revisitOn: null, reviews: [{ ...review, dueOn: null }] })).toBe(6)
  })
})

describe('quality and luck', () => {
  it.each([
    [true, 'yes', 'earned'],
    [true, 'no', 'unlucky'],
    [false, 'yes', 'lucky'],
    [false, 'no', 'deserved'],
  ] as const)('well made: %s, and it came: %s, is %s', (judged, came, expected) => {
    expect(quadrant({ wellMade: judged, came, processScore: null })).toBe(expected)
  })

  it('cannot be told while the outcome is unknown, which is never a success', () => {
    expect(quadrant({ wellMade: true, came: 'unknown', processScore: 7 })).toBeNull()
  })

  it('go by the habits where nobody judged it', () => {
    expect(quadrant({ wellMade: null, came: 'yes', processScore: wellMadeFrom })).toBe('earned')
    expect(quadrant({ wellMade: null, came: 'yes', processScore: wellMadeFrom - 1 })).toBe('lucky')
    expect(quadrant({ wellMade: null, came: 'no', processScore: null })).toBeNull()
  })

  it('go by the judgement where there is one', () => {
    expect(quadrant({ wellMade: false, came: 'yes', processScore: 7 })).toBe('lucky')
  })
})
