import { asc, gt, sql } from 'drizzle-orm'
import { db } from './client.ts'
import { first } from './rows.ts'
import { events } from './schema/events.ts'
import { hashOf } from './write.ts'

const pageSize = 1000

/** Walks the whole history; `brokenAt` is the first row that is missing or does not follow from the one before it. */
export async function verifyHistory(): Promise<{ rows: number; brokenAt: number | null }> {
  let previous = '0'.repeat(64)
  let rows = 0
  for (let after = 0; ; ) {
    const page = await db.select().from(events).where(gt(events.id, after)).orderBy(asc(events.id)).limit(pageSize)
    for (const event of page) {
      // Ids grow by one: a row that was taken out leaves a gap.
      if (event.id !== rows + 1 || event.previous !== previous || hashOf(event) !== event.hash) {
        return { rows, brokenAt: event.id }
      }
      previous = event.hash
      rows += 1
    }
    const last = page.at(-1)
    if (!last) return { rows, brokenAt: (await everWritten()) > rows ? rows + 1 : null }
    after = last.id
  }
}

/** The database counts the ids it gave: rows cut off at the end are missed too. */
async function everWritten(): Promise<number> {
  const counted = await first<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'events'`)
  return counted?.seq ?? 0
}
