import { type SQL, sql } from 'drizzle-orm'
import { type Span, spanOver } from '../../src/domain/scorecard/records/period.ts'
import { localDate } from '../../src/domain/time/zone.ts'
import { first } from '../rows.ts'
import type { Calendar } from '../scorecard/computed.ts'
import { deriveFrom } from '../scorecard/derive.ts'
import { Stale } from '../stale.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { fieldsOf, recordsWhere, type Shape, type Stored } from './shapes.ts'

export type Changes = { added: number; corrected: number; unchanged: number }
export type Cursor = { sort: string; id: number }

/** The verbs for one kind of record. What is computed from them changes in the same transaction. */
export const storeOf = <One extends { key: string }>(shape: Shape<One>) => ({
  list: (after?: Cursor) => list(shape, after),
  find: async (id: number) => (await recordsWhere(shape, sql`where id = ${id}`))[0],
  add: (by: By, calendar: Calendar, record: One) => add(shape, by, calendar, record),
  change: (by: By, calendar: Calendar, id: number, seen: string, record: One) =>
    change(shape, by, calendar, id, seen, record),
  land: (by: By, calendar: Calendar, file: string, records: readonly One[]) => land(shape, by, calendar, file, records),
  /** What `land` would do. */
  preview: async (records: readonly One[]): Promise<Changes> => (await compare(shape, records)).changes,
})

export type Store<One extends { key: string }> = ReturnType<typeof storeOf<One>>

const pageSize = 50

async function list<One>(shape: Shape<One>, after?: Cursor): Promise<{ rows: Stored<One>[]; next: Cursor | null }> {
  const order = sql.raw(shape.columns[shape.newest])
  const beyond = after ? sql`where (${order}, id) < (${after.sort}, ${after.id})` : sql``
  const found = await recordsWhere(shape, sql`${beyond} order by ${order} desc, id desc limit ${pageSize + 1}`)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: found.length > pageSize && last ? { sort: String(last[shape.newest]), id: last.id } : null,
  }
}

/** Fails on the unique key when there is one of it already. */
const add = <One>(shape: Shape<One>, by: By, calendar: Calendar, record: One): Promise<number> =>
  write(by, async (tx, note) => {
    const values = valuesOf(shape, record, by)
    const added = await first<{ id: number }>(
      sql`insert into ${sql.raw(shape.table)} (${columnsOf(shape)}) values (${sql.join(values, sql`, `)}) returning id`,
      tx,
    )
    const id = added?.id ?? 0
    await note({ kind: `${shape.name}.added`, record: shape.name, recordId: id, after: record })
    await derive(tx, note, by, calendar, shape, [record])
    return id
  })

/** `seen`: its `changedAt` when it was looked at. */
const change = <One>(
  shape: Shape<One>,
  by: By,
  calendar: Calendar,
  id: number,
  seen: string,
  record: One,
): Promise<void> =>
  write(by, async (tx, note) => {
    const [found] = await recordsWhere(shape, sql`where id = ${id}`, tx)
    if (!found || found.changedAt !== seen) throw new Stale(found)
    const values = sql.join(valuesOf(shape, record, by), sql`, `)
    await tx.run(sql`update ${sql.raw(shape.table)} set (${columnsOf(shape)}) = (${values}) where id = ${id}`)
    const { id: _id, changedAt: _changedAt, ...before } = found
    await note({ kind: `${shape.name}.corrected`, record: shape.name, recordId: id, before, after: record })
    await derive(tx, note, by, calendar, shape, [found, record])
  })

/** Many at once, all or none: those whose key is known are corrections. `file`: its name, empty when pasted. */
const land = <One extends { key: string }>(
  shape: Shape<One>,
  by: By,
  calendar: Calendar,
  file: string,
  records: readonly One[],
): Promise<Changes> =>
  write(by, async (tx, note) => {
    const { changes, fresh, replaced } = await compare(shape, records, tx)
    for (const chunk of chunksOf(fresh)) await tx.run(upsert(shape, chunk, by))
    await note({ kind: `${shape.name}.imported`, record: 'organisation', recordId: 1, after: { file, ...changes } })
    await derive(tx, note, by, calendar, shape, [...fresh, ...replaced])
    return changes
  })

async function derive<One>(
  tx: Transaction,
  note: Note,
  by: By,
  calendar: Calendar,
  shape: Shape<One>,
  changed: readonly One[],
) {
  const span: Span | null = spanOver(
    changed.map((one) => shape.spanOf(one, (moment) => localDate(moment, calendar.timeZone))),
  )
  if (span) await deriveFrom(tx, note, by, calendar, shape.table, span)
}

/** `fresh` is new or differs from what is held, `replaced` is what it differs from. */
async function compare<One extends { key: string }>(shape: Shape<One>, records: readonly One[], tx?: Transaction) {
  const named = new Map(records.map((one) => [one.key, one]))
  const held = new Map<string, Stored<One>>()
  for (const keys of chunksOf([...named.keys()])) {
    const found = await recordsWhere(
      shape,
      sql`where key in (select value from json_each(${JSON.stringify(keys)}))`,
      tx,
    )
    for (const one of found) held.set(one.key, one)
  }
  const changes = { added: 0, corrected: 0, unchanged: 0 }
  const fresh: One[] = []
  const replaced: One[] = []
  for (const [key, one] of named) {
    const before = held.get(key)
    const isSame = before && fieldsOf(shape).every(([field]) => before[field] === one[field])
    changes[isSame ? 'unchanged' : before ? 'corrected' : 'added'] += 1
    if (!isSame) fresh.push(one)
    if (before && !isSame) replaced.push(before)
  }
  return { changes, fresh, replaced }
}

/** One statement for many rows: they travel as one JSON text, because parameters are limited in number. */
function upsert<One>(shape: Shape<One>, records: readonly One[], by: By): SQL {
  const fields = fieldsOf(shape)
  const read = sql.raw(fields.map(([field]) => `value ->> '${field}'`).join(', '))
  const columns = [...fields.map(([, column]) => column), 'changed_at'].filter((column) => column !== 'key')
  const set = sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '))
  return sql`insert into ${sql.raw(shape.table)} (${columnsOf(shape)})
    select ${read}, ${by.at.toISOString()} from json_each(${JSON.stringify(records)}) where true
    on conflict (key) do update set ${set}`
}

const columnsOf = <One>(shape: Shape<One>) =>
  sql.raw([...fieldsOf(shape).map(([, column]) => column), 'changed_at'].join(', '))

const valuesOf = <One>(shape: Shape<One>, record: One, by: By): SQL[] => [
  ...fieldsOf(shape).map(([field]) => {
    const value = record[field]
    return sql`${typeof value === 'boolean' ? Number(value) : value}`
  }),
  sql`${by.at.toISOString()}`,
]

const chunksOf = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / 1000) }, (_, at) => all.slice(at * 1000, (at + 1) * 1000))
