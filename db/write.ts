import { createHash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { withinTurn } from './client/queue.ts'
import { db } from './client.ts'
import { events } from './schema/events.ts'

/** Who acts, and when. `person` is null for the program itself and for somebody not signed in. */
export type By = { person: number | null; at: Date }

export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0]

type Happening = {
  /** `decision.superseded` */
  kind: string
  record: string
  recordId: number
  before?: unknown
  after?: unknown
}

/** Adds a row to the history, inside the transaction of the change it tells of. */
export type Note = (happening: Happening) => Promise<void>

/** The one way to write: one transaction, one or more rows of history with it. */
export async function write<Result>(by: By, work: (tx: Transaction, note: Note) => Promise<Result>): Promise<Result> {
  return db.transaction((tx) =>
    withinTurn(async () => {
      let newest: Promise<string> | undefined
      const result = await work(tx, async (happening) => {
        // One after the other, also when they are noted at once: each holds the hash of the one before.
        newest = (newest ?? lastHash(tx)).then((previous) => append(tx, by, happening, previous))
        await newest
      })
      if (newest === undefined) throw new Error('A write must say in the history what happened')
      return result
    }),
  )
}

/** Bookkeeping that is not history: a session's last use, counted attempts. */
export async function writeQuietly<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db.transaction((tx) => withinTurn(() => work(tx)))
}

async function append(tx: Transaction, by: By, { kind, record, recordId, before, after }: Happening, previous: string) {
  const row = {
    at: by.at.toISOString(),
    person: by.person,
    kind,
    record,
    recordId,
    before: before === undefined ? null : JSON.stringify(before),
    after: after === undefined ? null : JSON.stringify(after),
    previous,
  }
  const hash = hashOf(row)
  await tx.insert(events).values({ ...row, hash })
  return hash
}

/** Read inside the transaction, so that nothing can come in between. */
async function lastHash(tx: Transaction): Promise<string> {
  const last = await tx.select({ hash: events.hash }).from(events).orderBy(desc(events.id)).limit(1).get()
  return last?.hash ?? '0'.repeat(64)
}

type Row = Omit<typeof events.$inferInsert, 'id' | 'hash'>

export const hashOf = ({ at, person, kind, record, recordId, before, after, previous }: Row) =>
  createHash('sha256')
    .update(JSON.stringify([previous, at, person, kind, record, recordId, before, after]))
    .digest('hex')
