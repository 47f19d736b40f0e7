import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Displacement } from '../../src/domain/intake/displacement.ts'
import { logInside, type NewDecision } from '../decisions/log.ts'
import { keepChanges } from '../roadmap/changes.ts'
import { type InitiativeContent, insertInitiative, updateInitiative } from '../roadmap/initiatives.ts'
import { first } from '../rows.ts'
import { displacements } from '../schema/intake.ts'
import { initiatives } from '../schema/roadmap.ts'
import type { Calendar } from '../scorecard/computed.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { allowed, seenRequest, setRequest } from './answers.ts'
import { giveBack, take } from './moving.ts'
import { ledgerFor } from './standing.ts'

export type Acceptance = {
  /** Person-weeks. */
  effort: number
  because: string
  displaced: readonly Displacement[]
  /** Person-weeks out of the buffer of the quarter. */
  buffer: number
  restoreCondition: string
  /** The id of an initiative it joins, or a new one. */
  becomes: number | InitiativeContent
  /** A number, or one to log with it. */
  decision: number | NewDecision | null
}

/** There is no such initiative, it is over, or the request itself displaces it. */
export class NotToJoin extends Error {}

/** The request, its initiative, the ledger and the decision that says so: all of it or nothing. */
export const accept = (by: By, id: number, seen: number, given: Acceptance, calendar: Calendar): Promise<void> =>
  write(by, async (tx, note) => {
    const { effort, because, displaced, buffer } = given
    const before = await seenRequest(tx, id, seen)
    const items = displaced.map(({ item }) => item)
    const ledger = await ledgerFor(tx, { ...before, effort }, items, calendar)
    allowed(ledger, { do: 'accept', request: id, displaced, buffer })

    const decision =
      given.decision !== null && typeof given.decision === 'object'
        ? await logInside(tx, by, note, given.decision)
        : given.decision
    const initiative = await initiativeFor(tx, note, by, given)
    // First what it takes: the database refuses an urgent one that is accepted before.
    const taking = { request: id, decision, reason: because || before.title, restoreCondition: given.restoreCondition }
    await take({ tx, note, by }, { ...taking, displaced, buffer })
    await setRequest(tx, before, {
      ...{ status: 'accepted', effort, because, initiative, decision },
      ...{ answeredBy: by.person, answeredAt: by.at.toISOString() },
    })
    await note({
      ...{ kind: 'request.accepted', record: 'request', recordId: id, before: { status: before.status } },
      after: {
        ...{ status: 'accepted', effort, ...(because && { because }), initiative: `I-${initiative}` },
        ...(displaced.length > 0 && { displaced: displaced.map(({ item, weeks }) => `I-${item}: ${weeks}`) }),
        ...(buffer > 0 && { buffer }),
      },
    })
  })

async function initiativeFor(tx: Transaction, note: Note, by: By, { becomes, displaced }: Acceptance): Promise<number> {
  if (typeof becomes === 'object') return insertInitiative(tx, note, by, { ...becomes, origin: 'intake' })
  const isOpen = sql`stage in ('idea', 'discovery', 'ready', 'delivery')`
  const found = await first(sql`select 1 from initiatives where id = ${becomes} and ${isOpen}`, tx)
  if (!found || displaced.some(({ item }) => item === becomes)) throw new NotToJoin()
  return becomes
}

/** Back to the queue; everything it took is given back, and an initiative that was made for it and not begun stops. */
export const cancelAcceptance = (by: By, id: number, seen: number, because: string, calendar: Calendar) =>
  write(by, async (tx, note) => {
    const before = await seenRequest(tx, id, seen)
    allowed(await ledgerFor(tx, before, [], calendar), { do: 'cancel', request: id })
    await setRequest(tx, before, { status: 'new', because, initiative: null, answeredBy: null, answeredAt: null })
    const held = await tx
      .select()
      .from(displacements)
      .where(and(eq(displacements.request, id), isNull(displacements.restoredAt)))
    await giveBack({ tx, note, by }, held, because)
    if (before.initiative !== null) await stopUnbegun(tx, note, by, before.initiative, because)
    await note({
      ...{ kind: 'request.acceptance_cancelled', record: 'request', recordId: id },
      ...{ before: { status: 'accepted' }, after: { status: 'new', ...(because && { because }) } },
    })
  })

/** Somebody else's request may have joined it meanwhile: then it goes on. */
async function stopUnbegun(tx: Transaction, note: Note, by: By, id: number, because: string) {
  const isAsked = sql`exists (select 1 from requests r where r.initiative = initiatives.id)`
  const unbegun = await tx
    .select()
    .from(initiatives)
    .where(
      and(eq(initiatives.id, id), eq(initiatives.stage, 'idea'), eq(initiatives.origin, 'intake'), sql`not ${isAsked}`),
    )
    .get()
  if (!unbegun) return
  await updateInitiative(tx, by, id, { stage: 'stopped', stoppedFrom: 'idea', version: unbegun.version + 1 })
  await keepChanges(tx, by, id, { stage: 'idea' }, { stage: 'stopped' }, { because })
  await note({
    ...{ kind: 'initiative.moved', record: 'initiative', recordId: id },
    ...{ before: { stage: 'idea' }, after: { stage: 'stopped', because } },
  })
}
