import { asc, eq, isNull } from 'drizzle-orm'
import { defaultMatrix, matrixRoles as defaultRoles, defaultTypes } from '../src/domain/rights/defaults.ts'
import { db, prepared } from './client.ts'
import { kept } from './kept.ts'
import { matrixAreas, matrixRoles, ownership, decisionTypes as types } from './schema/rights.ts'
import type { Transaction } from './write.ts'

export type DecisionType = typeof types.$inferSelect

const inUse = prepared(() =>
  db.select().from(types).where(isNull(types.retiredAt)).orderBy(asc(types.position)).prepare(),
)

/** Types that can be chosen, in their order. */
export const decisionTypes = (): Promise<DecisionType[]> => kept('types', () => inUse().all())

export const findType = async (key: string): Promise<DecisionType | undefined> =>
  db.select().from(types).where(eq(types.key, key)).get()

/** What a new organisation begins with. */
export async function seedRights(tx: Transaction) {
  await tx.insert(types).values(defaultTypes.map((type, position) => ({ ...type, position })))
  const roles = await tx
    .insert(matrixRoles)
    .values(defaultRoles.map((role, position) => ({ role, position })))
    .returning()
  for (const [position, { area, shares }] of defaultMatrix.entries()) {
    const { id } = await tx.insert(matrixAreas).values({ name: area, position }).returning().get()
    const cells = roles.flatMap(({ id: role, role: name }) => {
      const share = shares[name]
      return share ? [{ area: id, role, share }] : []
    })
    await tx.insert(ownership).values(cells)
  }
}
