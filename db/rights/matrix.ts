import { asc } from 'drizzle-orm'
import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import type { OwnershipShare } from '../../src/domain/rights/defaults.ts'
import { db } from '../client.ts'
import { matrixAreas, matrixRoles, ownership } from '../schema/rights.ts'
import { type By, write } from '../write.ts'

/** Areas down, roles across; a missing share means no part in it. */
export type Matrix = {
  roles: ExecutiveRole[]
  areas: { name: string; shares: Partial<Record<ExecutiveRole, OwnershipShare>> }[]
}

export async function readMatrix(from: Pick<typeof db, 'select'> = db): Promise<Matrix> {
  const roles = await from.select().from(matrixRoles).orderBy(asc(matrixRoles.position))
  const areas = await from.select().from(matrixAreas).orderBy(asc(matrixAreas.position))
  const cells = await from.select().from(ownership)
  const roleOf = new Map(roles.map(({ id, role }) => [id, role]))
  return {
    roles: roles.map(({ role }) => role),
    areas: areas.map(({ id, name }) => ({
      name,
      shares: Object.fromEntries(
        cells.flatMap(({ area, role, share }) => (area === id ? [[roleOf.get(role) ?? '', share]] : [])),
      ),
    })),
  }
}

/** The whole matrix as it now is. */
export const setMatrix = (by: By, matrix: Matrix): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await readMatrix(tx)
    for (const table of [ownership, matrixAreas, matrixRoles]) await tx.delete(table)
    const roles = matrix.roles.length
      ? await tx
          .insert(matrixRoles)
          .values(matrix.roles.map((role, position) => ({ role, position })))
          .returning()
      : []
    for (const [position, { name, shares }] of matrix.areas.entries()) {
      const { id } = await tx.insert(matrixAreas).values({ name, position }).returning().get()
      const cells = roles.flatMap(({ id: role, role: seat }) => {
        const share = shares[seat]
        return share ? [{ area: id, role, share }] : []
      })
      if (cells.length) await tx.insert(ownership).values(cells)
    }
    await note({ kind: 'matrix.changed', record: 'organisation', recordId: 1, before, after: matrix })
  })
