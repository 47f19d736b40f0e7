import { and, eq } from 'drizzle-orm'
import { acceptance, type Command, type Ledger, type Refusal } from '../../src/domain/intake/displacement.ts'
import { requests } from '../schema/intake.ts'
import type { Calendar } from '../scorecard/computed.ts'
import { Stale } from '../stale.ts'
import { type By, type Transaction, write } from '../write.ts'
import { ledgerFor } from './standing.ts'

/** The rules say no; nothing was written. */
export class Refused extends Error {
  readonly because: Refusal
  constructor(because: Refusal) {
    super(`Refused: ${because}`)
    this.because = because
  }
}

export type Answered = typeof requests.$inferSelect

type Told = { because: string; calendar: Calendar }

export const decline = (by: By, id: number, seen: number, told: Told) =>
  answer(by, id, seen, 'request.declined', { do: 'decline', request: id, reason: told.because }, told)

export const park = (by: By, id: number, seen: number, told: Told) =>
  answer(by, id, seen, 'request.parked', { do: 'park', request: id, reason: told.because }, told)

/** Back to the queue, as if it had just come in; why it was declined or parked stays in the history. */
export const reopen = (by: By, id: number, seen: number, calendar: Calendar) =>
  answer(by, id, seen, 'request.reopened', { do: 'reopen', request: id }, { because: '', calendar })

async function answer(
  by: By,
  id: number,
  seen: number,
  kind: string,
  command: Command,
  { because, calendar }: Told,
): Promise<void> {
  await write(by, async (tx, note) => {
    const before = await seenRequest(tx, id, seen)
    const after = allowed(await ledgerFor(tx, before, [], calendar), command)
    const status = after.requests.find((request) => request.id === id)?.status ?? before.status
    const isAnswer = status !== 'new'
    await setRequest(tx, before, {
      ...{ status, because },
      answeredBy: isAnswer ? by.person : null,
      answeredAt: isAnswer ? by.at.toISOString() : null,
    })
    await note({
      ...{ kind, record: 'request', recordId: id },
      ...{ before: { status: before.status }, after: { status, ...(because && { because }) } },
    })
  })
}

/** The ledger after the command; throws when the rules refuse it. */
export function allowed(ledger: Ledger, command: Command): Ledger {
  const after = acceptance(ledger, command)
  if (typeof after === 'string') throw new Refused(after)
  return after
}

/** The request as somebody looked at it; throws `Stale` when somebody answered it, or sorted it, since. */
export async function seenRequest(tx: Transaction, id: number, seen: number): Promise<Answered> {
  const found = await tx.select().from(requests).where(eq(requests.id, id)).get()
  if (!found || found.version !== seen) throw new Stale(found)
  return found
}

export async function setRequest(
  tx: Transaction,
  { id, version }: Pick<Answered, 'id' | 'version'>,
  columns: Partial<typeof requests.$inferInsert>,
) {
  await tx
    .update(requests)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(requests.id, id), eq(requests.version, version)))
}
