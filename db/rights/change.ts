import { and, eq, max } from 'drizzle-orm'
import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { decisionTypes as types } from '../schema/rights.ts'
import { Stale } from '../stale.ts'
import { type By, type Transaction, write } from '../write.ts'

export type Right = Pick<
  typeof types.$inferSelect,
  | 'name'
  | 'owner'
  | 'delegable'
  | 'guardrail'
  | 'slaDays'
  | 'escalateCrossTeam'
  | 'escalateSecurity'
  | 'escalateSpendAbove'
>

/** Returns the key under which the new type is found. */
export const addType = (by: By, right: Right): Promise<string> =>
  write(by, async (tx, note) => {
    const last = await tx
      .select({ position: max(types.position) })
      .from(types)
      .get()
    const key = await freeKey(tx, right.name)
    const { id } = await tx
      .insert(types)
      .values({ ...right, key, position: (last?.position ?? 0) + 1 })
      .returning({ id: types.id })
      .get()
    await note({ kind: 'right.added', record: 'right', recordId: id, after: right })
    return key
  })

export const changeType = (by: By, key: string, seen: number, right: Right) =>
  change(by, key, 'right.changed', right, seen)

/** The one-click answer to the quick test: from now on this seat decides. */
export const delegate = (by: By, key: string, owner: ExecutiveRole) =>
  change(by, key, 'right.delegated', { owner, delegable: true })

/** It stays on the decisions that have it, and is offered for no new one. */
export const retireType = (by: By, key: string) => change(by, key, 'right.retired', { retiredAt: by.at.toISOString() })

const change = (by: By, key: string, kind: string, fields: Partial<typeof types.$inferSelect>, seen?: number) =>
  write(by, async (tx, note) => {
    const before = await tx.select().from(types).where(eq(types.key, key)).get()
    if (!before) throw new Error(`There is no decision type ${key}`)
    if (seen !== undefined && before.version !== seen) throw new Stale(before)
    await tx
      .update(types)
      .set({ ...fields, version: before.version + 1 })
      .where(and(eq(types.id, before.id), eq(types.version, before.version)))
    const was = Object.fromEntries(Object.keys(fields).map((name) => [name, before[name as keyof typeof before]]))
    await note({ kind, record: 'right', recordId: before.id, before: was, after: fields })
  })

async function freeKey(tx: Transaction, name: string) {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 50) || 'type'
  for (let at = 1; ; at++) {
    const key = at === 1 ? base : `${base}_${at}`
    if (!(await tx.select().from(types).where(eq(types.key, key)).get())) return key
  }
}
