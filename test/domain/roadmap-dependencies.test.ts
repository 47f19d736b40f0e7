import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { blocked, type Edge, type Planned, wouldCycle } from '../../src/domain/roadmap/dependencies.ts'

describe('Dependencies between initiatives', () => {
  const chain: Edge[] = [
    { from: 1, to: 2 },
    { from: 2, to: 3 },
    { from: 1, to: 3 },
  ]

  it('never go round in a circle, and the circle is named', () => {
    expect(wouldCycle(chain, 3, 1)).toEqual([3, 1, 3])
    expect(wouldCycle(chain.slice(0, 2), 3, 1)).toEqual([3, 1, 2, 3])
    expect(wouldCycle(chain, 2, 2)).toEqual([2, 2])
  })

  it('may meet again further down, or be said twice', () => {
    expect(wouldCycle(chain, 1, 3)).toBeNull()
    expect(wouldCycle(chain, 4, 1)).toBeNull()
    expect(wouldCycle([], 1, 2)).toBeNull()
  })

  const id = fc.integer({ min: 1, max: 8 })
  const wishes = fc.array(fc.record({ from: id, to: id }), { maxLength: 60 })
  const build = (asked: Edge[]) => {
    const edges: Edge[] = []
    for (const edge of asked) if (!wouldCycle(edges, edge.from, edge.to)) edges.push(edge)
    return edges
  }

  it('built one by one, whatever is asked for, can always be done in some order', () => {
    fc.assert(fc.property(wishes, (asked) => canBeOrdered(build(asked))))
  })

  it('are refused only where there is a circle to show', () => {
    fc.assert(
      fc.property(wishes, id, id, (asked, from, to) => {
        const edges = build(asked)
        const path = wouldCycle(edges, from, to)
        expect(canBeOrdered([...edges, { from, to }])).toBe(path === null)
        if (!path) return
        expect([path[0], path[1], path.at(-1)]).toEqual([from, to, from])
        for (const [at, one] of path.slice(1, -1).entries())
          expect(edges).toContainEqual({ from: one, to: path[at + 2] })
      }),
    )
  })
})

/** Kahn's way: take away what waits for nothing until nothing is left. */
function canBeOrdered(edges: readonly Edge[]): boolean {
  const left = edges.filter(({ to }) => edges.some(({ from }) => from === to))
  return left.length === 0 || (left.length < edges.length && canBeOrdered(left))
}

describe('An initiative is blocked', () => {
  const today = '2026-05-11'
  const planned = (id: number, stage: Stage, startsOn: string | null, ...milestones: [string, string | null][]) => ({
    ...{ id, stage, startsOn },
    milestones: milestones.map(([plannedOn, actualOn]) => ({ plannedOn, actualOn })),
  })
  const waiting = planned(1, 'ready', '2026-06-01', ['2026-07-01', null])
  const reasons = (needed: Planned, waits: Planned = waiting) =>
    blocked([waits, needed], [{ from: waits.id, to: needed.id }], today)[0]?.by[0]?.because ?? []

  it('by one that was stopped', () => {
    expect(reasons(planned(2, 'stopped', null))).toEqual(['stopped'])
  })

  it('by one that is late, though it is still planned to finish in time', () => {
    expect(reasons(planned(2, 'delivery', null, ['2026-05-10', null], ['2026-05-30', null]))).toEqual(['late'])
  })

  it('by one planned to finish after its own start', () => {
    expect(reasons(planned(2, 'delivery', null, ['2026-06-02', null]))).toEqual(['finishes_after'])
  })

  it('once started, by one planned to finish after its next milestone', () => {
    const started = planned(1, 'delivery', '2026-03-01', ['2026-04-01', '2026-04-01'], ['2026-06-01', null])
    expect(reasons(planned(2, 'delivery', null, ['2026-06-02', null]), started)).toEqual(['finishes_after'])
    expect(reasons(planned(2, 'delivery', null, ['2026-06-01', null]), started)).toEqual([])
  })

  it('by one that is late and will be later still', () => {
    const late = planned(2, 'delivery', null, ['2026-06-20', null], ['2026-05-01', null])
    expect(reasons(late)).toEqual(['late', 'finishes_after'])
  })

  it('not by one on plan, nor by one due today, nor by what nobody has dated', () => {
    expect(reasons(planned(2, 'delivery', null, ['2026-05-01', '2026-05-04'], ['2026-06-01', null]))).toEqual([])
    expect(reasons(planned(2, 'delivery', null, [today, null]))).toEqual([])
    expect(reasons(planned(2, 'idea', null))).toEqual([])
    expect(reasons(planned(2, 'delivery', null, ['2026-12-01', null]), planned(1, 'idea', null))).toEqual([])
  })

  it('not by what has shipped, however late that was', () => {
    expect(reasons(planned(2, 'shipped', null, ['2026-01-01', null]))).toEqual([])
    expect(reasons(planned(2, 'measured', null, ['2026-01-01', '2026-09-01']))).toEqual([])
  })

  it('only while there is work to do', () => {
    for (const stage of ['shipped', 'measured', 'stopped'] as const)
      expect(reasons(planned(2, 'stopped', null), planned(1, stage, '2026-06-01'))).toEqual([])
  })

  it('by each of those that hold it up, and not by others', () => {
    const all = [waiting, planned(2, 'stopped', null), planned(3, 'shipped', null), planned(4, 'stopped', null)]
    const edges = [2, 3, 4, 99].map((to) => ({ from: 1, to }))
    expect(blocked(all, edges, today)).toEqual([
      { ...{ id: 1 }, by: [2, 4].map((id) => ({ id, because: ['stopped'] })) },
    ])
  })
})
