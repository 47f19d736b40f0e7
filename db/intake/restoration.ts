import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Displacement } from '../../src/domain/intake/displacement.ts'
import { first } from '../rows.ts'
import { displacements } from '../schema/intake.ts'
import type { Calendar } from '../scorecard/computed.ts'
import { type By, write } from '../write.ts'
import { allowed, Refused, seenRequest, setRequest } from './answers.ts'
import { giveBack, type Held, take } from './moving.ts'
import { ledgerFor } from './standing.ts'

export type Restoration = {
  because: string
  /** What gives way in its place; an urgent request must not be left without. */
  instead: readonly Displacement[]
  buffer: number
  restoreCondition: string
}

/** The item comes back; whatever else the request takes for it is in the ledger before that. */
export const restore = (by: By, id: number, restoration: Restoration, calendar: Calendar): Promise<void> =>
  write(by, async (tx, note) => {
    const entry = await tx.select().from(displacements).where(eq(displacements.id, id)).get()
    if (!entry || entry.restoredAt !== null || entry.initiative === null) throw new Refused('not_displaced')
    const { because, instead, buffer, restoreCondition } = restoration
    if (entry.request === null) return giveBack({ tx, note, by }, [entry], because)

    const version = await first<{ version: number }>(sql`select version from requests where id = ${entry.request}`, tx)
    const request = await seenRequest(tx, entry.request, version?.version ?? 0)
    const items = instead.map(({ item }) => item)
    const ledger = await ledgerFor(tx, request, items, calendar)
    allowed(ledger, { do: 'restore', request: request.id, item: entry.initiative, instead, buffer })
    const held: Held[] = await tx
      .select()
      .from(displacements)
      .where(
        and(
          eq(displacements.request, request.id),
          eq(displacements.initiative, entry.initiative),
          isNull(displacements.restoredAt),
        ),
      )
    const taking = { request: request.id, decision: entry.decision, reason: because || entry.reason }
    await take({ tx, note, by }, { ...taking, restoreCondition, displaced: instead, buffer })
    await giveBack({ tx, note, by }, held, because)
    await setRequest(tx, request, {})
    await note({
      ...{ kind: 'request.restored_an_item', record: 'request', recordId: request.id },
      after: {
        ...{ restored: `I-${entry.initiative}`, ...(because && { because }) },
        ...(instead.length > 0 && { instead: instead.map(({ item, weeks }) => `I-${item}: ${weeks}`) }),
        ...(buffer > 0 && { buffer }),
      },
    })
  })
