import { sql } from 'drizzle-orm'
import { visibleTo } from '../decisions/visibility.ts'
import { rows } from '../rows.ts'
import { initiativeChanges } from '../schema/roadmap.ts'
import type { By, Transaction } from '../write.ts'

export type Kept = 'stage' | 'quarter' | 'effort' | 'rank'
type Value = string | number | null
export type Why = { because?: string; decision?: number | null }

/** What is different between two states of an initiative, of the fields that are kept for ever. */
export async function keepChanges(
  tx: Transaction,
  by: By,
  initiative: number,
  before: Partial<Record<Kept, Value>>,
  after: Partial<Record<Kept, Value>>,
  { because = '', decision = null }: Why = {},
): Promise<void> {
  const changed = (Object.keys(after) as Kept[]).filter((field) => (before[field] ?? null) !== (after[field] ?? null))
  if (changed.length === 0) return
  await tx.insert(initiativeChanges).values(
    changed.map((field) => ({
      ...{ initiative, field, because, decision, by: by.person, at: by.at.toISOString() },
      ...{ before: textOf(before[field]), after: textOf(after[field]) },
    })),
  )
}

const textOf = (value: Value | undefined) => (value === null || value === undefined ? null : String(value))

export type Change = {
  id: number
  field: Kept
  before: string | null
  after: string | null
  because: string
  decision: number | null
  byId: number | null
  by: string | null
  at: string
}

/** Newest first, without the numbers of decisions that this reader may not know of. */
export const changesOf = (initiative: number, reader: number | null): Promise<Change[]> =>
  rows(sql`select c.id, c.field, c.before, c.after, c.because, d.number as decision, c.by as byId, p.name as "by", c.at
    from initiative_changes c left join people p on p.id = c.by
    left join decisions d on d.number = c.decision and ${visibleTo(reader)}
    where c.initiative = ${initiative} order by c.id desc`)
