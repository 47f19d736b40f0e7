import type { Item } from './forecast.ts'
import type { Scenario } from './scenario.ts'

type Id = Item['id']

/** A list after moves, taken one after the other; what is no longer there is passed over. */
export const orderAfter = (ids: readonly Id[], ranks: Scenario['ranks']): Id[] =>
  ranks.reduce<Id[]>(
    (order, { item, rank }) =>
      order.includes(item) ? order.filter((id) => id !== item).toSpliced(Math.max(0, rank - 1), 0, item) : order,
    [...ids],
  )

/** The moves that lead from one order of the same items to another; none where nothing is moved. */
export function movesBetween(from: readonly Id[], to: readonly Id[]): Scenario['ranks'] {
  let order = [...from]
  const moves: { item: Id; rank: number }[] = []
  for (const [at, item] of to.entries()) {
    if (order[at] === item) continue
    order = order.filter((id) => id !== item).toSpliced(at, 0, item)
    moves.push({ item, rank: at + 1 })
  }
  return moves
}
