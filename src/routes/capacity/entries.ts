import type { NamedBucket } from '../../../db/capacity/buckets.ts'
import { fieldOf, type GridTeam } from '../../../views/capacity/actuals-grid.tsx'
import { type Actual, mostPersonWeeks } from '../../domain/capacity/read-actuals.ts'
import { origins } from '../../domain/capacity/unplanned.ts'
import { readBlock } from '../../domain/scorecard/paste.ts'
import { readNumber } from '../../domain/scorecard/readings/number.ts'
import { one, type Values } from '../../http/form.ts'

export type EnteredWeek = {
  actuals: Actual[]
  /** By field. */
  errors: Record<string, string>
  /** Somebody else has entered something there meanwhile. */
  conflict: boolean
}

type Grid = { week: string; teams: readonly GridTeam[]; buckets: readonly NamedBucket[] }

/** What of a posted grid is new; `only` one team when its cell was left, else all of them. */
export function enteredIn(values: Values, { week, teams, buckets }: Grid, only?: number): EnteredWeek {
  const entered: EnteredWeek = { actuals: [], errors: {}, conflict: false }
  for (const team of teams) {
    if (only !== undefined && team.id !== only) continue
    for (const cause of origins) {
      for (const { key } of buckets) {
        const field = fieldOf(team.id, cause, key)
        if (!(`v-${field}` in values)) continue
        const typed = one(values, `v-${field}`).trim()
        const held = heldText(team, cause, key)
        if (typed === one(values, `was-${field}`).trim() || typed === held) continue
        if (one(values, `was-${field}`).trim() !== held) {
          entered.conflict = true
          entered.errors[`v-${field}`] =
            held === '' ? 'Somebody took this back meanwhile.' : `Somebody entered ${held} meanwhile.`
          continue
        }
        const personWeeks = typed === '' ? null : readNumber(typed)
        if (typed !== '' && !isAmount(personWeeks)) entered.errors[`v-${field}`] = noAmount(typed)
        else entered.actuals.push({ team: team.id, week, bucket: key, cause, personWeeks })
      }
    }
  }
  return entered
}

const heldText = ({ cells }: GridTeam, cause: string, bucket: string) => {
  const held = cells[`${cause}-${bucket}`]
  return held === undefined ? '' : String(held)
}

/** A block of a spreadsheet: three rows for each team in the order of the grid, a column for each bucket. */
export function pastedIn(text: string, { week, teams, buckets }: Grid): EnteredWeek {
  const places = teams.flatMap(({ id }) => origins.map((cause) => ({ team: id, cause })))
  const cells = readBlock(text).cells.map(withoutNames)
  const actuals: Actual[] = []
  const refused = (sentence: string): EnteredWeek => ({ actuals: [], errors: { block: sentence }, conflict: false })
  if (cells.length > places.length)
    return refused(`These are ${cells.length} rows, and the grid has ${places.length}: three for each team.`)
  for (const [at, row] of cells.entries()) {
    const place = places[at]
    if (!place) continue
    if (row.length > buckets.length)
      return refused(`Row ${at + 1} has ${row.length} cells, and there are ${buckets.length} buckets.`)
    for (const [column, cell] of row.entries()) {
      const bucket = buckets[column]
      if (cell === '' || !bucket) continue
      const personWeeks = readNumber(cell)
      if (!isAmount(personWeeks)) return refused(`Row ${at + 1}: ${noAmount(cell)}`)
      actuals.push({ ...place, week, bucket: bucket.key, personWeeks })
    }
  }
  return { actuals, errors: {}, conflict: false }
}

/** Whatever stands before the first cell that is empty or a number. */
const withoutNames = (row: readonly string[]) =>
  row.slice(
    Math.max(
      0,
      row.findIndex((cell) => cell === '' || readNumber(cell) !== null),
    ),
  )

const isAmount = (value: number | null): value is number => value !== null && value >= 0 && value <= mostPersonWeeks
const noAmount = (typed: string) => `“${typed.slice(0, 40)}” is no number of person-weeks.`
