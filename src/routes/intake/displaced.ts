import { type Displacement, shortfall } from '../../domain/intake/displacement.ts'
import { decimal } from '../../http/fields.ts'
import { type Errors, one, type Values } from '../../http/form.ts'

const mostRows = 20

type Read = { displaced: Displacement[]; errors: Errors; rows: number }

/** The rows of initiatives and person-weeks, one initiative named twice taken together. */
export function displacedIn(values: Values): Read {
  const weeksOf = new Map<number, number>()
  const errors: Errors = {}
  let last = -1
  for (let at = 0; at < mostRows; at++) {
    const [item, weeks] = [one(values, `item-${at}`).trim(), one(values, `weeks-${at}`).trim()]
    if (item === '' && weeks === '') continue
    last = at
    const amount = amountOf(weeks)
    if (!/^\d{1,9}$/.test(item)) errors[`item-${at}`] = 'Which initiative gives these person-weeks?'
    else if (amount === null || amount === 0) errors[`weeks-${at}`] = 'How many person-weeks of it, above 0?'
    else weeksOf.set(Number(item), (weeksOf.get(Number(item)) ?? 0) + amount)
  }
  const displaced = [...weeksOf].map(([item, weeks]) => ({ item, weeks }))
  return { displaced, errors, rows: Math.min(mostRows, Math.max(3, last + 2)) }
}

/** null: nothing, or nothing that is an amount. */
export function amountOf(text: string): number | null {
  const read = decimal().safeParse(text)
  return read.success && read.data !== null && read.data >= 0 && read.data < 100_000 ? read.data : null
}

/** Both sides of the balance as far as they are filled in, with what is `kept` besides; null: nothing to weigh yet. */
export function weighed(values: Values, effort: number | null, bufferLeft: number, kept = 0) {
  if (effort === null || effort <= 0) return null
  const { displaced } = displacedIn(values)
  const buffer = Math.min(amountOf(one(values, 'buffer')) ?? 0, bufferLeft)
  const gives = kept + displaced.reduce((sum, { weeks }) => sum + weeks, 0) + buffer
  const short = shortfall({ urgency: 'urgent', effort: effort - kept }, displaced, buffer, bufferLeft)
  return { takes: effort, gives, short }
}
