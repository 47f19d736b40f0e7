import { type MadeRow, madeSince } from '../../../db/decisions/made.ts'
import { kept } from '../../../db/kept.ts'
import { activePeople } from '../../../db/people.ts'
import { type DecisionType, decisionTypes } from '../../../db/rights.ts'
import { type TypeRecord, typeFigures } from '../../domain/rights/figures.ts'
import { addDays } from '../../domain/time/days.ts'
import { localDate } from '../../domain/time/zone.ts'

export const weeks = 13

/** Every type with how it went lately and who holds its seat. */
export async function typesInUse(today: string, timeZone: string) {
  const [types, people] = await Promise.all([decisionTypes(), activePeople()])
  const figures = await kept(`rights ${today} ${timeZone}`, () => figuresOf(types, today, timeZone))
  return types.flatMap((type) => {
    const found = figures.get(type.id)
    return found
      ? [{ type, figures: found, holders: people.filter((person) => person.executiveRole === type.owner) }]
      : []
  })
}

async function figuresOf(types: DecisionType[], today: string, timeZone: string) {
  const since = addDays(today, -7 * weeks)
  const rows = await madeSince(since)
  return new Map(
    types.map((type) => {
      const records = rows.filter((row) => row.type === type.id).map((row) => inZone(row, timeZone))
      return [type.id, typeFigures(records, { slaDays: type.slaDays, today, since })]
    }),
  )
}

export const inZone = (row: MadeRow, timeZone: string): TypeRecord => {
  const dayOf = (moment: string | null) => moment && localDate(moment, timeZone)
  return {
    ...row,
    raisedOn: dayOf(row.raisedAt),
    decidedOn: dayOf(row.decidedAt),
    endedOn: dayOf(row.endedAt),
    delegable: row.delegable === null ? null : row.delegable === 1,
    byCpto: row.byCpto === 1,
  }
}
