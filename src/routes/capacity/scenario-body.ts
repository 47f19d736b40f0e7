import type { NamedBucket } from '../../../db/capacity/buckets.ts'
import type { ScenarioBody } from '../../../db/capacity/scenarios.ts'
import type { ScenarioTeam } from '../../../views/capacity/scenario-tables.ts'
import { readSplit } from '../../domain/capacity/entered.ts'
import { movesBetween, orderAfter } from '../../domain/capacity/ordering.ts'
import { type Errors, one, type Values } from '../../http/form.ts'
import { faultIn, numberIn, typedCells } from './plan-row.ts'

/** The scenario as it was typed; teams that the form did not show stay as they were. */
export function bodyIn(
  values: Values,
  before: ScenarioBody,
  teams: readonly ScenarioTeam[],
  items: readonly { id: number }[],
  buckets: readonly NamedBucket[],
): { body: ScenarioBody; errors: Errors } {
  const errors: Errors = {}
  const typed = teams.map(({ team, name, people, split }) => {
    if (!(`people-${team}` in values)) return { team, people, split }
    const count = numberIn(one(values, `people-${team}`))
    if (count === null || count > 10_000) errors[`people-${team}`] = `${name}: how many people would it have?`
    const read = readSplit(typedCells(values, team, buckets))
    if (!('split' in read)) errors[`p-${team}-${buckets[0]?.key}`] = faultIn(read, name, buckets) ?? ''
    return { team, people: count ?? people, split: 'split' in read ? read.split : split }
  })
  return { body: { teams: typed, ranks: ranksIn(values, before, items, errors) }, errors }
}

/** Places that were changed, taken in their order, seen from the plan's order. */
function ranksIn(values: Values, { ranks }: ScenarioBody, items: readonly { id: number }[], errors: Errors) {
  const planned = items.map(({ id }) => id)
  const shown = orderAfter(planned, ranks).map(Number)
  const moved = shown.flatMap((id, at) => {
    const text = one(values, `place-${id}`).trim()
    if (text === '' || text === String(at + 1)) return []
    const rank = Number(text)
    if (Number.isInteger(rank) && rank >= 1) return [{ item: id, rank }]
    errors[`place-${id}`] = `I-${id}: a place is a whole number from 1.`
    return []
  })
  const order = orderAfter(
    shown,
    moved.sort((a, b) => a.rank - b.rank),
  )
  return movesBetween(planned, order).map(({ item, rank }) => ({ item: Number(item), rank }))
}
