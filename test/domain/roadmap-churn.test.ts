import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { churn, type Listed } from '../../src/domain/roadmap/churn.ts'

const listed = (...ids: number[]): Listed[] => ids.map((id) => ({ id, effort: 10 }))
const frozen = listed(1, 2, 3, 4, 5)

describe("A quarter's list since it was committed", () => {
  it('unchanged, is wholly stable', () => {
    const none = { added: [], removed: [], resequenced: [], rescoped: [] }
    expect(churn(frozen, frozen)).toEqual({ committed: 5, ...none, stability: 1 })
  })

  it('says what was added and what was removed', () => {
    const found = churn(frozen, listed(1, 9, 2, 4, 5))
    expect(found).toMatchObject({ added: [9], removed: [3], resequenced: [] })
    expect(found.stability).toBeCloseTo(0.6, 12)
  })

  it('counts an item moved to the top once, and not those it passed', () => {
    expect(churn(frozen, listed(5, 1, 2, 3, 4)).resequenced).toEqual([5])
    expect(churn(frozen, listed(2, 3, 4, 5, 1)).resequenced).toEqual([1])
    expect(churn(frozen, listed(5, 1, 2, 3, 4)).stability).toBeCloseTo(0.8, 12)
  })

  it('turned upside down, has moved all but one', () => {
    expect(churn(frozen, listed(5, 4, 3, 2, 1)).resequenced).toHaveLength(4)
  })

  it('does not count those pushed down by something new, or up by something gone, as moved', () => {
    expect(churn(frozen, listed(9, 8, 1, 2, 3, 4, 5)).resequenced).toEqual([])
    expect(churn(frozen, listed(3, 5)).resequenced).toEqual([])
  })

  const efforts: [number | null, number | null, boolean][] = [
    [10, 12, false],
    [10, 12.1, true],
    [10, 8, false],
    [10, 7.9, true],
    [3, 3.6, false],
    [0, 1, true],
    [null, 5, false],
    [5, null, false],
  ]
  it.each(efforts)('effort of %s that is now %s counts as another scope: %s', (then, now, changed) => {
    const found = churn([{ id: 1, effort: then }], [{ id: 1, effort: now }])
    expect(found).toMatchObject({ rescoped: changed ? [1] : [], stability: 1 })
  })

  it('has no stability when nothing was committed, and less than none when more changed than was', () => {
    expect(churn([], listed(1, 2))).toMatchObject({ committed: 0, added: [1, 2], stability: null })
    expect(churn(listed(1), listed(2, 3)).stability).toBe(-2)
  })

  const list = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }).map((ids) => listed(...ids))

  it('whatever is on it, has no churn against itself', () => {
    fc.assert(
      fc.property(list, (any) => {
        const { added, removed, resequenced, rescoped } = churn(any, any)
        expect([added, removed, resequenced, rescoped].flat()).toEqual([])
      }),
    )
  })

  it('changes by at most one when one item moves', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (any, from, to) => {
        fc.pre(any.length > 0)
        const moved = any.filter((_, at) => at !== from % any.length)
        moved.splice(to % any.length, 0, ...any.slice(from % any.length, (from % any.length) + 1))
        const { added, removed, resequenced } = churn(any, moved)
        expect([...added, ...removed]).toEqual([])
        expect(resequenced.length).toBe(from % any.length === to % any.length ? 0 : 1)
      }),
    )
  })

  it('keeps its order once what is new, gone or moved is set aside, and no fewer would do', () => {
    fc.assert(
      fc.property(list, list, (then, now) => {
        const { added, removed, resequenced } = churn(then, now)
        const aside = new Set([...added, ...removed, ...resequenced])
        const rest = (of: Listed[]) => of.map(({ id }) => id).filter((id) => !aside.has(id))
        expect(rest(then)).toEqual(rest(now))
        expect(rest(then)).toHaveLength(longestCommon(then, now))
      }),
    )
  })
})

/** The textbook table, as an oracle. */
function longestCommon(a: readonly Listed[], b: readonly Listed[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const { id } of a) {
    const row = [0]
    for (const [at, other] of b.entries())
      row.push(other.id === id ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}
