import { eq, sql } from 'drizzle-orm'
import type { Origin, Stage } from '../../src/domain/roadmap/catalogue.ts'
import { first, rows } from '../rows.ts'
import { initiatives } from '../schema/roadmap.ts'
import { Stale } from '../stale.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { keepChanges } from './changes.ts'

/** What a person fills in; themes, metrics, people and teams are ids, `bucket` is a key, days are `YYYY-MM-DD`. */
export type InitiativeContent = {
  title: string
  theme: number | null
  bucket: string
  hypothesis: string
  primaryMetric: number | null
  guardrailMetric: number | null
  leastEffect: number | null
  owner: number | null
  team: number | null
  productLine: string
  /** Person-weeks. */
  effort: number | null
  /** `2026Q4` */
  quarter: string | null
  reviewOn: string | null
}

/** Nothing filled in: what a form, the intake or a test begins with. */
export const blankInitiative: InitiativeContent = {
  ...{ title: '', theme: null, bucket: 'bets', hypothesis: '', productLine: '' },
  ...{ primaryMetric: null, guardrailMetric: null, leastEffect: null, owner: null, team: null },
  ...{ effort: null, quarter: null, reviewOn: null },
}

export type NewInitiative = InitiativeContent & { origin: Origin }

export type Initiative = typeof initiatives.$inferSelect

export const addInitiative = (by: By, added: NewInitiative): Promise<number> =>
  write(by, (tx, note) => insertInitiative(tx, note, by, added))

/** As `addInitiative`, within another write. It begins as an idea, behind all others. */
export async function insertInitiative(tx: Transaction, note: Note, by: By, added: NewInitiative): Promise<number> {
  const last = await first<{ rank: number | null }>(sql`select max(rank) as rank from initiatives`, tx)
  const rank = (last?.rank ?? 0) + 1
  const { id } = await tx
    .insert(initiatives)
    .values({ ...added, rank, changedAt: by.at.toISOString() })
    .returning({ id: initiatives.id })
    .get()
  const { quarter, effort } = added
  await keepChanges(tx, by, id, {}, { stage: 'idea', quarter, effort, rank })
  await note({ kind: 'initiative.added', record: 'initiative', recordId: id, after: toldOf(added) })
  return id
}

/** `because`: why the quarter or the effort is another one now. */
export const changeInitiative = (
  by: By,
  id: number,
  seen: number,
  content: InitiativeContent,
  because = '',
): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await seenInitiative(tx, id, seen)
    await updateInitiative(tx, by, id, { ...content, version: seen + 1 })
    const { quarter, effort } = content
    await keepChanges(tx, by, id, before, { quarter, effort }, { because })
    await note({ kind: 'initiative.changed', record: 'initiative', recordId: id, ...difference(before, content) })
  })

/** The initiative as somebody looked at it; throws `Stale` when it was changed since. */
async function seenInitiative(tx: Transaction, id: number, seen: number): Promise<Initiative> {
  const found = await tx.select().from(initiatives).where(eq(initiatives.id, id)).get()
  if (!found || found.version !== seen) throw new Stale(found)
  return found
}

/** As it is now, for verbs that no look at an older one can mislead. */
export async function mustBe(tx: Transaction, id: number): Promise<Initiative> {
  const found = await tx.select().from(initiatives).where(eq(initiatives.id, id)).get()
  if (!found) throw new Error(`There is no initiative ${id}`)
  return found
}

/** Sets columns of its row; the caller says in the history, and where they are kept in its changes, what they mean. */
export async function updateInitiative(
  tx: Transaction,
  by: By,
  id: number,
  columns: Partial<typeof initiatives.$inferInsert>,
): Promise<void> {
  await tx
    .update(initiatives)
    .set({ ...columns, changedAt: by.at.toISOString() })
    .where(eq(initiatives.id, id))
}

export type OpenInitiative = {
  id: number
  title: string
  stage: Stage
  ownerId: number | null
  owner: string | null
  /** Person-weeks. */
  effort: number | null
  quarter: string | null
  rank: number
  bucket: string
  teamId: number | null
  team: string | null
}

/** Those with work still to do, in the order of rank. */
export const openInitiatives = (tx?: Transaction): Promise<OpenInitiative[]> =>
  rows(
    sql`select i.id, i.title, i.stage, i.owner as ownerId, p.name as owner, i.effort, i.quarter, i.rank, i.bucket,
        i.team as teamId, t.name as team
      from initiatives i left join people p on p.id = i.owner left join teams t on t.id = i.team
      where i.stage not in ('measured', 'stopped') and i.stage <> 'shipped' order by i.rank, i.id`,
    tx,
  )

function difference(before: Initiative, after: InitiativeContent) {
  const fields = (Object.keys(after) as (keyof InitiativeContent)[]).filter((field) => before[field] !== after[field])
  const only = (state: InitiativeContent) => Object.fromEntries(fields.map((field) => [field, state[field]]))
  return { before: only(before), after: only(after) }
}

/** The fields of a new one that say something. */
const toldOf = (added: NewInitiative) =>
  Object.fromEntries(Object.entries(added).filter(([, value]) => value !== null && value !== ''))
