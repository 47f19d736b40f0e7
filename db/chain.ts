import { asc, gt } from 'drizzle-orm'
import { db } from './client.ts'
import { events } from './schema/events.ts'
import { hashOf } from './write.ts'

const pageSize = 1000

/** Walks the whole history; `brokenAt` is the first row that does not follow from the one before it. */
export async function verifyHistory(): Promise<{ rows: number; brokenAt: number | null }> {
  let previous = '0'.repeat(64)
  let rows = 0
  for (let after = 0; ; ) {
    const page = await db.select().from(events).where(gt(events.id, after)).orderBy(asc(events.id)).limit(pageSize)
    for (const event of page) {
      // Ids grow by one: a row taken out from the middle or the end of the past leaves a gap.
      if (event.id !== rows + 1 || event.previous !== previous || hashOf(event) !== event.hash) {
        return { rows, brokenAt: event.id }
      }
      previous = event.hash
      rows += 1
    }
    const last = page.at(-1)
    if (!last) return { rows, brokenAt: null }
    after = last.id
  }
}
