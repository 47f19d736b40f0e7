import { sql } from 'drizzle-orm'
import { type Breach, floorsNeedingException } from '../../src/domain/capacity/floors.ts'
import { type PlannedTeam, plannedPercent } from '../../src/domain/capacity/planned.ts'
import { type Quarter, quarterBounds, quarterKey } from '../../src/domain/time/quarter.ts'
import { visibleTo } from '../decisions/visibility.ts'
import { first, rows } from '../rows.ts'
import { floorExceptions } from '../schema/capacity.ts'
import type { By, Transaction } from '../write.ts'
import { listBuckets } from './buckets.ts'

/** A decision that lets a bucket go below its floor, up to and with a day. */
export type Exception = { bucket: string; decision: number; until: string }

/** Buckets planned below their floor that no decision excepts. */
export class BelowFloor extends Error {
  readonly breaches: Breach[]
  constructor(breaches: Breach[]) {
    super('The plan is below a floor')
    this.breaches = breaches
  }
}

/** An exception must last until the quarter begins, or while it runs until today. */
export async function demandFloors(tx: Transaction, by: By, quarter: Quarter, teams: readonly PlannedTeam[]) {
  const [buckets, exceptions] = [await listBuckets(tx), await exceptionsOf(quarterKey(quarter), tx)]
  const today = by.at.toISOString().slice(0, 10)
  const { from } = quarterBounds(quarter)
  const missing = floorsNeedingException(
    plannedPercent(teams),
    teams.length > 0 ? buckets : [],
    exceptions.map(({ bucket, until }) => ({ bucket, ends: until })),
    today > from ? today : from,
  )
  if (missing.length > 0) throw new BelowFloor(missing)
}

export const exceptionsOf = (quarter: string, tx?: Transaction): Promise<Exception[]> =>
  rows(sql`select bucket, decision, until from floor_exceptions where quarter = ${quarter} order by id`, tx)

/** Those of them that are not there yet. */
export async function insertExceptions(tx: Transaction, by: By, quarter: string, exceptions: readonly Exception[]) {
  const there = await exceptionsOf(quarter, tx)
  const fresh = exceptions.filter(
    (one) =>
      !there.some(
        ({ bucket, decision, until }) => bucket === one.bucket && decision === one.decision && until === one.until,
      ),
  )
  if (fresh.length === 0) return
  const added = { quarter, by: by.person, at: by.at.toISOString() }
  await tx.insert(floorExceptions).values(fresh.map((exception) => ({ ...exception, ...added })))
}

/** Of these numbers those that this reader may know of. */
export async function knownTo(reader: number, numbers: readonly (number | null)[]): Promise<Set<number>> {
  const asked = JSON.stringify(numbers.filter((number) => number !== null))
  const found = await rows<{ number: number }>(
    sql`select d.number from decisions d where d.number in (select value from json_each(${asked})) and ${visibleTo(reader)}`,
  )
  return new Set(found.map(({ number }) => number))
}

/** Whether it was decided, as far as this reader may know. */
export const isDecided = async (number: number, reader: number): Promise<boolean> =>
  (await first(
    sql`select 1 from decisions d where d.number = ${number} and d.status = 'decided' and ${visibleTo(reader)}`,
  )) !== undefined
