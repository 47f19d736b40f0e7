import { and, eq } from 'drizzle-orm'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { decisions } from '../schema/decisions.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { documentOf } from './document.ts'
import { index } from './search.ts'

/**
 * Changes one decision: the work, the row's version and time, the search text and the history's row with what is
 * different afterwards, in one transaction. With `seen`, the version the person looked at, a change made in between
 * throws `StaleDecision`.
 */
export async function change(
  by: By,
  number: number,
  { kind, seen }: { kind: string; seen?: number | undefined },
  work: (tx: Transaction, before: DecisionDocument, note: Note) => Promise<void>,
) {
  await write(by, async (tx, note) => {
    const before = await mustExist(tx, number)
    const row = await tx
      .select({ version: decisions.version })
      .from(decisions)
      .where(eq(decisions.number, number))
      .get()
    const version = row?.version ?? 0
    if (seen !== undefined && seen !== version) throw new StaleDecision(before, version)
    await work(tx, before, note)
    await tx
      .update(decisions)
      .set({ version: version + 1, changedAt: by.at.toISOString() })
      .where(and(eq(decisions.number, number), eq(decisions.version, version)))
    const after = await mustExist(tx, number)
    await index(tx, { ...after, number })
    await note({ kind, record: 'decision', recordId: number, ...difference(before, after) })
  })
}

/** Somebody else changed the decision since it was looked at. */
export class StaleDecision extends Error {
  readonly current: DecisionDocument
  readonly version: number
  constructor(current: DecisionDocument, version: number) {
    super(`Decision ${current.number} was changed in between`)
    this.current = current
    this.version = version
  }
}

async function mustExist(tx: Transaction, number: number) {
  const document = await documentOf(number, tx)
  if (!document) throw new Error(`There is no decision ${number}`)
  return document
}

/** Only the fields that differ, as they were and as they are. */
function difference(before: DecisionDocument, after: DecisionDocument) {
  const fields = (Object.keys(after) as (keyof DecisionDocument)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  const only = (document: DecisionDocument) => Object.fromEntries(fields.map((field) => [field, document[field]]))
  return { before: only(before), after: only(after) }
}
