/** An initiative on a quarter's list, in the order of rank. `effort` in person-weeks; null: not estimated. */
export type Listed = { id: number; effort: number | null }

export type Churn = {
  committed: number
  /** Ids: added in the order of the list as it is, the others in the order of the frozen one. */
  added: number[]
  removed: number[]
  resequenced: number[]
  rescoped: number[]
  /** A share, 1 for an unchanged list, below 0 where more changed than was committed; null with nothing committed. */
  stability: number | null
}

const noticeable = 0.2

/**
 * What became of a quarter's list since it was frozen at commitment. What shipped stays on the list; what was stopped or
 * moved to another quarter is no longer on it. Resequenced are the fewest that had to move for the others to keep their
 * order, so an item moved past ten others counts once. Rescoped: the effort changed by more than 20 %; it does not count
 * against stability, and a first estimate is no change.
 */
export function churn(frozen: readonly Listed[], current: readonly Listed[]): Churn {
  const now = new Map(current.map((one, rank) => [one.id, { ...one, rank }]))
  const then = new Set(frozen.map(({ id }) => id))
  const kept = frozen.filter(({ id }) => now.has(id)).map(({ id }) => id)
  const unmoved = new Set(longestRising(kept, (id) => now.get(id)?.rank ?? 0))
  const added = current.filter(({ id }) => !then.has(id)).map(({ id }) => id)
  const removed = frozen.filter(({ id }) => !now.has(id)).map(({ id }) => id)
  const resequenced = kept.filter((id) => !unmoved.has(id))
  const committed = frozen.length
  return {
    committed,
    added,
    removed,
    resequenced,
    rescoped: frozen.filter((one) => isRescoped(one.effort, now.get(one.id)?.effort ?? null)).map(({ id }) => id),
    stability: committed === 0 ? null : 1 - (added.length + removed.length + resequenced.length) / committed,
  }
}

/** Decimals such as 3.6 against 3 would otherwise be more than a fifth by a rounding error. */
const rounding = 1e-9

const isRescoped = (then: number | null, now: number | null) =>
  then !== null && now !== null && Math.abs(now - then) > noticeable * then + rounding

/**
 * The longest common subsequence of two orders of the same items: with one order as the ranks of the other it is the
 * longest rising subsequence. Schensted, Canadian Journal of Mathematics 13 (1961), 179–191.
 */
function longestRising(ids: readonly number[], rankOf: (id: number) => number): number[] {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const id of ids) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if (rankOf(ends[middle] ?? id) < rankOf(id)) low = middle + 1
      else high = middle
    }
    before.set(id, ends[low - 1])
    ends[low] = id
  }
  const rising: number[] = []
  for (let id = ends.at(-1); id !== undefined; id = before.get(id)) rising.unshift(id)
  return rising
}
