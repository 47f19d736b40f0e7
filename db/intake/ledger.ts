import { eq, sql } from 'drizzle-orm'
import type { Source } from '../../src/domain/intake/catalogue.ts'
import { first, rows } from '../rows.ts'
import { displacements } from '../schema/intake.ts'
import { type By, write } from '../write.ts'
import { shownTo } from './decision-shown.ts'

/** A row of the displacement ledger. */
export type Entry = {
  id: number
  /** null: out of the buffer of the quarter. */
  initiative: number | null
  title: string | null
  ownerId: number | null
  owner: string | null
  request: number | null
  requestTitle: string | null
  source: Source | null
  decision: number | null
  personWeeks: number
  reason: string
  restoreCondition: string
  at: string
  restoredAt: string | null
  /** Its owner said that they have seen it. */
  seenAt: string | null
}

const entries = (
  reader: number,
) => sql`select d.id, d.initiative, i.title, i.owner as ownerId, o.name as owner, d.request, r.title as requestTitle,
    r.source, ${shownTo(reader, 'd.decision')} as decision, d.person_weeks as personWeeks, d.reason, d.restore_condition as restoreCondition, d.at,
    d.restored_at as restoredAt, d.seen_at as seenAt
  from displacements d left join initiatives i on i.id = d.initiative left join people o on o.id = i.owner
    left join requests r on r.id = d.request`

export type Cursor = { at: string; id: number }

const pageSize = 50

/** Newest first, what was restored among it. */
export async function listEntries(reader: number, after?: Cursor): Promise<{ rows: Entry[]; next: Cursor | null }> {
  const beyond = after ? sql`where (d.at, d.id) < (${after.at}, ${after.id})` : sql``
  const found = await rows<Entry>(sql`${entries(reader)} ${beyond} order by d.at desc, d.id desc limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: shown, next: found.length > pageSize && last ? { at: last.at, id: last.id } : null }
}

export const findEntry = (id: number, reader: number): Promise<Entry | undefined> =>
  first(sql`${entries(reader)} where d.id = ${id}`)

/** For an export: all of it, oldest first. */
export const allEntries = (reader: number): Promise<Entry[]> => rows(sql`${entries(reader)} order by d.at, d.id`)

/** `from` and `until` are moments. */
export type Month = { month: string; from: string; until: string }

/**
 * What pushed in from outside the plan and was not given back, by month and source. Decisions of the plan itself are no
 * asks, and the buffer was kept free for just this: neither is in it.
 */
export const pushedIn = (months: readonly Month[]): Promise<{ month: string; source: Source; weeks: number }[]> =>
  rows(sql`select m.value ->> 'month' as month, r.source, sum(d.person_weeks) as weeks
    from json_each(${JSON.stringify(months)}) m
    join displacements d on d.at >= m.value ->> 'from' and d.at < m.value ->> 'until'
      and d.initiative is not null and d.restored_at is null
    join requests r on r.id = d.request
    group by 1, 2`)

/** Person-weeks a week that each quarter's teams have. */
export const weeklyCapacity = (): Promise<{ quarter: string; weekly: number }[]> =>
  rows(sql`select quarter, sum(people * availability) as weekly from team_capacity group by quarter`)

/** For Home: what of theirs was displaced and they have not seen. */
export const displacedOf = (person: number): Promise<Entry[]> =>
  rows(
    sql`${entries(person)} where i.owner = ${person} and d.seen_at is null and d.restored_at is null order by d.at, d.id`,
  )

/** Its owner has seen it. */
export const see = (by: By, { id, initiative }: Pick<Entry, 'id' | 'initiative'>): Promise<void> =>
  write(by, async (tx, note) => {
    await tx.update(displacements).set({ seenAt: by.at.toISOString() }).where(eq(displacements.id, id))
    await note({ kind: 'initiative.displacement_seen', record: 'initiative', recordId: initiative ?? 0 })
  })
