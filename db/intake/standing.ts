import { sql } from 'drizzle-orm'
import type { Ledger, Request } from '../../src/domain/intake/displacement.ts'
import { momentAt } from '../../src/domain/time/moment.ts'
import { quarterBounds, quarterKey, quarterOf } from '../../src/domain/time/quarter.ts'
import { first, rows } from '../rows.ts'
import type { Calendar } from '../scorecard/computed.ts'
import type { Transaction } from '../write.ts'

type Taken = { request: number; item: number | null; weeks: number; at: string }
type Item = { id: number; effort: number | null; planned: number; byDecision: number }
type Asking = Pick<Request, 'id' | 'urgency' | 'effort' | 'status'>

/**
 * The ledger as far as it bears on one request and these items. An item that has become smaller than what it already
 * gave, or is finished by now, stays as large as that: what was agreed is not undone by an estimate.
 */
export async function ledgerFor(
  tx: Transaction,
  request: Asking,
  items: readonly number[],
  calendar: Calendar,
): Promise<Ledger> {
  const own = await takenBy(tx, request.id)
  const concerned = [...new Set([...items, ...own.flatMap(({ item }) => item ?? [])])]
  const { from, until } = momentsOf(calendar)
  const others = await takenByOthers(tx, request.id, concerned, from, until)
  const all = [...own, ...others]
  const planned = await bufferOf(tx, calendar.today)
  const usedNow = sum(all.filter(({ item, at }) => item === null && at >= from && at < until))
  const usedBefore = sum(own.filter(({ item, at }) => item === null && (at < from || at >= until)))
  const mine = new Set(own.map(({ item }) => item))
  const found = await itemsOf(tx, concerned)
  return {
    requests: [asRequest(request, own), ...byRequest(others)],
    items: found
      .filter(({ id, planned }) => planned === 1 || mine.has(id))
      .map(({ id, effort, byDecision }) => {
        const taken = sum(all.filter(({ item }) => item === id))
        return { id, remaining: Math.max((effort ?? 0) - byDecision, taken) }
      }),
    buffer: Math.max(planned, usedNow) + usedBefore,
  }
}

/** Of a quarter, and still to be done: what nobody has planned frees nothing when it gives way. */
const isPlanned = sql`(i.stage in ('idea', 'discovery', 'ready', 'delivery') and i.quarter is not null)`

export type Spare = {
  /** What the planned initiatives still have to give, by id; null: not estimated. */
  weeks: Map<number, number | null>
  /** Of the buffer of this quarter. */
  buffer: number
}

/** What is left to displace, for a form. */
export async function spare(calendar: Calendar): Promise<Spare> {
  const { from, until } = momentsOf(calendar)
  const found = await rows<{ id: number; effort: number | null; taken: number }>(sql`select i.id, i.effort,
      coalesce((select sum(d.person_weeks) from displacements d where d.initiative = i.id and d.restored_at is null), 0) as taken
    from initiatives i where ${isPlanned}`)
  const used = await first<{ weeks: number | null }>(sql`select sum(person_weeks) as weeks from displacements
    where initiative is null and request is not null and restored_at is null and at >= ${from} and at < ${until}`)
  const planned = await bufferOf(undefined, calendar.today)
  return {
    weeks: new Map(found.map(({ id, effort, taken }) => [id, effort === null ? null : Math.max(0, effort - taken)])),
    buffer: Math.max(0, planned - (used?.weeks ?? 0)),
  }
}

const takenBy = (tx: Transaction, request: number): Promise<Taken[]> =>
  rows(
    sql`select request, initiative as item, person_weeks as weeks, at from displacements
      where request = ${request} and restored_at is null`,
    tx,
  )

const takenByOthers = (tx: Transaction, request: number, items: readonly number[], from: string, until: string) =>
  rows<Taken>(
    sql`select request, initiative as item, person_weeks as weeks, at from displacements
      where initiative in (select value from json_each(${JSON.stringify(items)}))
        and request is not null and request <> ${request} and restored_at is null
      union all
      select request, null, person_weeks, at from displacements
      where at >= ${from} and at < ${until} and initiative is null
        and request is not null and request <> ${request} and restored_at is null`,
    tx,
  )

const itemsOf = (tx: Transaction, items: readonly number[]): Promise<Item[]> =>
  rows(
    sql`select i.id, i.effort, ${isPlanned} as planned,
        coalesce((select sum(d.person_weeks) from displacements d
          where d.initiative = i.id and d.request is null and d.restored_at is null), 0) as byDecision
      from initiatives i where i.id in (select value from json_each(${JSON.stringify(items)}))`,
    tx,
  )

async function bufferOf(tx: Transaction | undefined, today: string): Promise<number> {
  const plan = await first<{ buffer: number }>(
    sql`select buffer from quarter_plans where quarter = ${quarterKey(quarterOf(today))}`,
    tx,
  )
  return plan?.buffer ?? 0
}

/** The quarter of today, as moments. */
function momentsOf({ today, timeZone }: Calendar) {
  const { from, until } = quarterBounds(quarterOf(today))
  return { from: momentAt(`${from}T00:00`, timeZone), until: momentAt(`${until}T00:00`, timeZone) }
}

const asRequest = (request: Asking, taken: readonly Taken[]): Request => ({
  ...request,
  displaced: taken.flatMap(({ item, weeks }) => (item === null ? [] : [{ item, weeks }])),
  buffer: sum(taken.filter(({ item }) => item === null)),
})

/** Of the others only what they took matters. */
const byRequest = (taken: readonly Taken[]): Request[] =>
  [...new Set(taken.map(({ request }) => request))].map((id) =>
    asRequest(
      { id, urgency: 'urgent', effort: null, status: 'accepted' },
      taken.filter(({ request }) => request === id),
    ),
  )

const sum = (taken: readonly { weeks: number }[]) => taken.reduce((total, { weeks }) => total + weeks, 0)
