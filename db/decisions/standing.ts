import { eq } from 'drizzle-orm'
import { whoDecides } from '../../src/domain/rights/rights.ts'
import { people } from '../schema/people.ts'
import { decisionTypes } from '../schema/rights.ts'
import type { Transaction } from '../write.ts'

type Matter = {
  type: number | null
  decider: number | null
  spend: number | null
  crossTeam: boolean
  securityException: boolean
}

/**
 * How the right of its type applies to a decision now: may somebody else than the CPTO decide it, and is it the CPTO
 * who does? Kept with the decision, because rights change and history does not.
 */
export async function standing(tx: Transaction, matter: Matter) {
  const right =
    matter.type === null
      ? undefined
      : await tx.select().from(decisionTypes).where(eq(decisionTypes.id, matter.type)).get()
  const decider =
    matter.decider === null
      ? undefined
      : await tx.select({ role: people.executiveRole }).from(people).where(eq(people.id, matter.decider)).get()
  return {
    delegable: right ? right.delegable && !whoDecides(right, matter).escalated : null,
    byCpto: decider?.role === 'cpto',
  }
}
