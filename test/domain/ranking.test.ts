import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Item, rank, urgencyOf, type Waiting } from '../../src/domain/home/ranking.ts'

const waiting = (number: number, age: number | null, sla: number | null, leak = false): Waiting => ({
  kind: 'waiting',
  number,
  age,
  sla,
  leak,
})
const revisit = (number: number, daysLate: number) => ({ kind: 'revisit' as const, number, daysLate })
const tripped = (number: number, days: number) => ({ kind: 'tripped' as const, number, days })
const order = (items: Item[]) => rank(items).map(({ number }) => number)

describe('what needs deciding now', () => {
  it('is what has used up most of its time, not what is oldest', () => {
    expect(order([waiting(1, 12, 20), waiting(2, 4, 3), waiting(3, 9, 10)])).toEqual([2, 3, 1])
  })

  it('reaches the same urgency on its day, whether it is to be decided or to be looked at again', () => {
    expect(urgencyOf(waiting(1, 5, 5))).toBe(1)
    expect(urgencyOf(revisit(2, 0))).toBe(1)
  })

  it('grows the longer a revisit is forgotten: after two weeks it is like a decision at twice its time', () => {
    expect(urgencyOf(revisit(1, 14))).toBe(urgencyOf(waiting(2, 10, 5)))
  })

  it('puts a crossed tripwire before what is due today, from the day it was crossed', () => {
    expect(order([revisit(1, 0), waiting(2, 5, 5), tripped(3, 0)])).toEqual([3, 1, 2])
    expect(urgencyOf(tripped(1, 0))).toBe(urgencyOf(revisit(2, 14)))
    expect(order([tripped(1, 0), tripped(2, 5)])).toEqual([2, 1])
  })

  it('comes up earlier when it waits on the CPTO and need not, as one line with both reasons', () => {
    const ranked = rank([waiting(1, 6, 10), waiting(2, 4, 10, true)])
    expect(ranked.map(({ number, leak }) => [number, leak])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('has a usual time where it has no type, and is not hidden when nobody knows how long it waits', () => {
    expect(urgencyOf(waiting(1, 10, null))).toBe(1)
    expect(order([waiting(1, null, 5), waiting(2, 1, 5)])).toEqual([2, 1])
  })

  it('goes by the older decision where two are equally urgent', () => {
    expect(order([waiting(8, 5, 5), revisit(3, 0), waiting(5, 10, 10)])).toEqual([3, 5, 8])
  })

  const some = fc.uniqueArray(
    fc.oneof(
      fc.record({ kind: fc.constant('tripped' as const), number: fc.nat(500), days: fc.nat(120) }),
      fc.record({
        kind: fc.constant('waiting' as const),
        number: fc.nat(500),
        age: fc.option(fc.nat(120)),
        sla: fc.option(fc.integer({ min: 1, max: 30 })),
        leak: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('revisit' as const), number: fc.nat(500), daysLate: fc.nat(120) }),
    ),
    { selector: ({ number }) => number, maxLength: 40 },
  )

  it('is everything that was given, once each, and in the same order whatever order it came in', () => {
    fc.assert(
      fc.property(some, (items) => {
        const ranked = order(items)
        expect([...ranked].sort((a, b) => a - b)).toEqual(items.map(({ number }) => number).sort((a, b) => a - b))
        expect(order(items.toReversed())).toEqual(ranked)
        expect(order(rank(items))).toEqual(ranked)
      }),
    )
  })

  it('never becomes less urgent by waiting', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 30 }), fc.boolean(), (age, sla, leak) => {
        expect(urgencyOf(waiting(1, age + 1, sla, leak))).toBeGreaterThan(urgencyOf(waiting(1, age, sla, leak)))
        expect(urgencyOf(revisit(1, age + 1))).toBeGreaterThan(urgencyOf(revisit(1, age)))
      }),
    )
  })

  it('leaves what was given as it was', () => {
    const items = [waiting(2, 1, 5), waiting(1, 9, 5)]
    rank(items)
    expect(items.map(({ number }) => number)).toEqual([2, 1])
  })
})
