import type { Line } from '../../../db/scorecard/grid.ts'
import type { NewReading } from '../../../db/scorecard/readings.ts'
import { misfitSentences, typedAs } from '../../../views/scorecard/words.ts'
import { periodOf } from '../../domain/scorecard/periods.ts'
import { readingOf } from '../../domain/scorecard/reading.ts'
import { readEntry } from '../../domain/scorecard/readings/number.ts'
import { one, type Values } from '../../http/form.ts'

/** `v-12-2026-11-02`: what was typed for metric 12; `was-12-2026-11-02`: what stood there when the page was made. */
const field = /^v-(\d{1,9})-(\d{4}-\d\d-\d\d)$/

export type Entered = {
  readings: NewReading[]
  reasons: { metric: number; period: string; body: string }[]
  /** By field. */
  errors: Record<string, string>
  /** Fields somebody else has entered something into meanwhile. */
  conflicts: string[]
}

/** What of the posted grid is new; `only` one metric when its cell was left, else all of them. */
export function enteredIn(values: Values, lines: readonly Line[], only?: number): Entered {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const entered: Entered = { readings: [], reasons: [], errors: {}, conflicts: [] }
  for (const name of Object.keys(values)) {
    const [, id, period] = field.exec(name) ?? []
    const line = byId.get(Number(id))
    if (!line || !period || line.derived || (only !== undefined && line.id !== only)) continue
    const typed = one(values, name).trim()
    const was = one(values, name.replace('v-', 'was-')).trim()
    const held = heldText(line, period)
    if (typed === was || typed === held) continue
    if (was !== held) {
      entered.conflicts.push(name)
      entered.errors[name] = held === '' ? 'Somebody took this back meanwhile.' : `Somebody entered ${held} meanwhile.`
      continue
    }
    const reading = readingIn(typed, line, period)
    if (typeof reading === 'string') entered.errors[name] = reading
    else entered.readings.push(reading)
  }
  for (const { id, standing } of lines) {
    const body = one(values, `reason-${id}`).trim().slice(0, 500)
    if (body && standing.period && (only === undefined || id === only))
      entered.reasons.push({ metric: id, period: standing.period, body })
  }
  return entered
}

/** A cell that was emptied takes its reading back: the period then has no data. */
function readingIn(typed: string, line: Line, period: string): NewReading | string {
  if (periodOf(period, line.rhythm) !== period) return 'No period of this metric begins on that day.'
  const place = { metric: line.id, period, note: '' }
  if (typed === '') return { ...place, value: null, numerator: null, denominator: null }
  const entry = readEntry(typed)
  if (!entry) return `“${typed.slice(0, 40)}” is not a number${line.ratio ? ', nor two with a / between them' : ''}.`
  const reading = readingOf(entry, line)
  return typeof reading === 'string' ? misfitSentences[reading] : { ...place, ...reading }
}

const heldText = ({ standing }: Line, period: string) => {
  const held = standing.recent.find((one) => one.period === period)
  return held ? typedAs(held) : ''
}
