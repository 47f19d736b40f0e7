import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankBetween } from '../../src/domain/roadmap/rank.ts'

it('a rank lies strictly between its neighbours, or they are too close', () => {
  const rank = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(rank, rank, (one, other) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const between = rankBetween(before, after)
      if (between === null) expect(after - before).toBeLessThan(1e-6)
      else expect(before < between && between < after).toBe(true)
    }),
  )
})

it('at either end there is always room', () => {
  expect(rankBetween(null, 3)).toBe(2)
  expect(rankBetween(3, null)).toBe(4)
  expect(rankBetween(null, null)).toBe(1)
})
