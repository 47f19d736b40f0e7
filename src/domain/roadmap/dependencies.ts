import { isOpen, type Stage } from './catalogue.ts'

/** `from` depends on `to`: both are ids of initiatives. */
export type Edge = { from: number; to: number }

/**
 * The cycle that making `from` depend on `to` would close, shortest first: `[from, to, …, from]`; null: none. Edges that
 * are there already are taken to be without a cycle.
 */
export function wouldCycle(edges: readonly Edge[], from: number, to: number): number[] | null {
  if (from === to) return [from, to]
  const needs = needsOf(edges)
  const cameFrom = new Map<number, number>([[to, from]])
  const queue = [to]
  for (const at of queue) {
    for (const need of needs.get(at) ?? []) {
      if (need === from) return [...wayTo(at, from, cameFrom), from]
      if (cameFrom.has(need)) continue
      cameFrom.set(need, at)
      queue.push(need)
    }
  }
  return null
}

/** Days are `YYYY-MM-DD`. `startsOn`: when its delivery is planned to start. */
export type Planned = {
  id: number
  stage: Stage
  startsOn: string | null
  milestones: readonly { plannedOn: string; actualOn: string | null }[]
}

/** `finishes_after`: even on plan it comes too late for what waits for it. */
const blockers = ['stopped', 'late', 'finishes_after'] as const
export type Blocker = (typeof blockers)[number]

export type Blocked = { id: number; by: { id: number; because: Blocker[] }[] }

/**
 * Initiatives with work still to do that a dependency holds up: it was stopped, a milestone of it is past its day on
 * `today` without being met, or its last milestone is planned for after the day it is needed: the planned start of what
 * waits, or once that is in delivery, its next milestone. What shipped holds nothing up.
 */
export function blocked(initiatives: readonly Planned[], edges: readonly Edge[], today: string): Blocked[] {
  const byId = new Map(initiatives.map((one) => [one.id, one]))
  const needs = needsOf(edges)
  return initiatives.flatMap((waiting) => {
    if (!isOpen(waiting.stage)) return []
    const by = (needs.get(waiting.id) ?? []).flatMap((id) => {
      const needed = byId.get(id)
      const because = needed ? blockersOf(needed, neededOn(waiting), today) : []
      return because.length > 0 ? [{ id, because }] : []
    })
    return by.length > 0 ? [{ id: waiting.id, by }] : []
  })
}

function blockersOf(needed: Planned, on: string | null, today: string): Blocker[] {
  if (needed.stage === 'stopped') return ['stopped']
  if (!isOpen(needed.stage)) return []
  const ahead = unmet(needed)
  const last = ahead.at(-1)
  const because: Blocker[] = []
  if (ahead.some((day) => day < today)) because.push('late')
  if (on !== null && last !== undefined && last > on) because.push('finishes_after')
  return because
}

function neededOn(waiting: Planned): string | null {
  const milestone = unmet(waiting)[0] ?? null
  return waiting.stage === 'delivery' ? milestone : (waiting.startsOn ?? milestone)
}

const unmet = ({ milestones }: Planned) =>
  milestones.flatMap(({ plannedOn, actualOn }) => (actualOn === null ? [plannedOn] : [])).sort()

function needsOf(edges: readonly Edge[]): Map<number, number[]> {
  const needs = new Map<number, number[]>()
  for (const { from, to } of edges) {
    const known = needs.get(from)
    if (known) known.push(to)
    else needs.set(from, [to])
  }
  return needs
}

function wayTo(end: number, from: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way = [end]
  for (let at = end; at !== from; ) {
    at = cameFrom.get(at) ?? from
    way.unshift(at)
  }
  return way
}
