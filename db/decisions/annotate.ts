import { eq } from 'drizzle-orm'
import type { LinkKind } from '../../src/domain/decisions/catalogue.ts'
import { decisionAmendments, decisionLinks, decisionNotes, decisionReaders } from '../schema/decision-parts.ts'
import { decisions } from '../schema/decisions.ts'
import type { By } from '../write.ts'
import { change } from './change.ts'
import { type OptionsContent, setOptions } from './content.ts'

/** What may be amended once a decision is decided: its texts, never what was decided by whom and when. */
export const amendable = [
  'title',
  'outcome',
  'constraintNote',
  'smallestBet',
  'rationale',
  'business',
  'expected',
] as const
export type Amendable = (typeof amendable)[number]

/** Corrects a text; the old one stays readable for ever. */
export async function amend(
  by: By,
  number: number,
  seen: number,
  { field, text, because }: { field: Amendable; text: string; because: string },
) {
  await change(by, number, { kind: 'decision.amended', seen }, async (tx, before) => {
    await tx.insert(decisionAmendments).values({
      decision: number,
      field,
      before: before[field],
      after: text,
      because,
      by: by.person,
      at: by.at.toISOString(),
    })
    await tx
      .update(decisions)
      .set({ [field]: text })
      .where(eq(decisions.number, number))
  })
}

export async function addNote(by: By, number: number, text: string) {
  await change(by, number, { kind: 'decision.noted' }, async (tx) => {
    await tx.insert(decisionNotes).values({ decision: number, text, by: by.person, at: by.at.toISOString() })
  })
}

export async function link(by: By, number: number, { kind, to }: { kind: LinkKind; to: number }) {
  await change(by, number, { kind: 'decision.linked' }, async (tx) => {
    await tx.insert(decisionLinks).values({ decision: number, to, kind }).onConflictDoNothing()
  })
}

export async function setOptionsOf(by: By, number: number, seen: number, content: OptionsContent) {
  await change(by, number, { kind: 'decision.options_set', seen }, (tx) => setOptions(tx, number, content))
}

/** null opens it to everybody. */
export async function restrict(by: By, number: number, readers: number[] | null) {
  await change(by, number, { kind: readers ? 'decision.restricted' : 'decision.opened' }, async (tx) => {
    await tx.delete(decisionReaders).where(eq(decisionReaders.decision, number))
    if (readers?.length) {
      await tx.insert(decisionReaders).values([...new Set(readers)].map((person) => ({ decision: number, person })))
    }
    await tx
      .update(decisions)
      .set({ restricted: readers !== null })
      .where(eq(decisions.number, number))
  })
}
