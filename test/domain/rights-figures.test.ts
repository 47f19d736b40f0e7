import { describe, expect, it } from 'vitest'
import { quickTest, type TypeRecord, typeFigures } from '../../src/domain/rights/figures.ts'

const today = '2026-11-12'

const record = (fields: Partial<TypeRecord>): TypeRecord => ({
  number: 1,
  title: 'Queue for exports',
  status: fields.decidedOn ? 'decided' : 'proposed',
  raisedOn: '2026-11-02',
  decidedOn: null,
  endedOn: null,
  cause: null,
  delegable: true,
  byCpto: false,
  forum: null,
  decider: null,
  deciderRole: null,
  ...fields,
})

const approved = (number: number, decidedOn: string, fields: Partial<TypeRecord> = {}) =>
  record({ number, decidedOn, forum: 'tradeoff', byCpto: true, decider: 'Ines Faber', deciderRole: 'cpto', ...fields })

describe('the quick test', () => {
  it('says to delegate a type that the CPTO approved in two meetings within four weeks', () => {
    expect(quickTest([approved(3, '2026-11-11'), approved(2, '2026-11-04')], today)).toEqual([
      { forum: 'tradeoff', on: '2026-11-04', numbers: [2] },
      { forum: 'tradeoff', on: '2026-11-11', numbers: [3] },
    ])
  })

  it('takes two forums on one day for two meetings', () => {
    const other = approved(4, '2026-11-04', { forum: 'architecture' })
    expect(quickTest([approved(2, '2026-11-04'), other], today)).toHaveLength(2)
  })

  it.each([
    ['several decisions of one meeting', [approved(2, '2026-11-04'), approved(3, '2026-11-04')]],
    [
      'what was decided between meetings',
      [approved(2, '2026-11-04'), approved(3, '2026-11-05', { forum: 'asynchronous' })],
    ],
    ['what somebody else decided', [approved(2, '2026-11-04'), approved(3, '2026-11-11', { byCpto: false })]],
    ['what is four weeks old', [approved(2, '2026-11-04'), approved(3, '2026-10-15')]],
    ['what still waits', [approved(2, '2026-11-04'), record({ number: 3, byCpto: true, forum: 'tradeoff' })]],
  ])('says nothing about %s', (_, records) => {
    expect(quickTest(records, today)).toEqual([])
  })

  it('still counts the last day of the four weeks', () => {
    expect(quickTest([approved(2, '2026-11-04'), approved(3, '2026-10-16')], today)).toHaveLength(2)
  })
})

describe('how a right works in practice', () => {
  const figures = typeFigures(
    [
      record({ number: 1, decidedOn: '2026-11-04', decider: 'Omar Said' }),
      record({ number: 2, decidedOn: '2026-11-05', decider: 'Omar Said' }),
      approved(3, '2026-11-11'),
      record({ number: 4, raisedOn: '2026-11-05', byCpto: true }),
      record({ number: 5, raisedOn: '2026-10-30' }),
      record({ number: 6, raisedOn: null, delegable: false, byCpto: true }),
    ],
    { slaDays: 5, today },
  )

  it('names who decided, most often first', () => {
    expect(figures.deciders).toEqual([
      { name: 'Omar Said', count: 2 },
      { name: 'Ines Faber', count: 1 },
    ])
  })

  it('gives a median that open decisions are part of', () => {
    expect(figures.latency).toEqual({ median: 7, count: 5, open: 2 })
  })

  it('counts as past its time only what is open for longer than allowed', () => {
    expect(figures.open).toBe(3)
    expect(figures.pastSla).toBe(1)
  })

  it('lists what is delegable and was taken by, or waits on, the CPTO', () => {
    expect(figures.leaks).toEqual([3, 4])
  })

  it('is silent about a type of which nothing was raised', () => {
    expect(typeFigures([], { slaDays: 5, today })).toEqual({
      raised: 0,
      deciders: [],
      latency: { median: null, count: 0, open: 0 },
      open: 0,
      pastSla: 0,
      leaks: [],
      quickTest: [],
    })
  })
})
