import { and, count, eq, isNull } from 'drizzle-orm'
import type { AccessRole } from '../../src/domain/people/catalogue.ts'
import { db } from '../client.ts'
import { people } from '../schema/people.ts'
import { accounts } from '../schema/sign-in.ts'
import { type By, type Transaction, write } from '../write.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'

export type Account = typeof accounts.$inferSelect

export const findAccount = async (person: number): Promise<Account | undefined> =>
  db.select().from(accounts).where(eq(accounts.person, person)).get()

/** The person whom this address and password belong to. Takes the same time whatever is wrong. */
export async function authenticate(email: string, password: string): Promise<number | undefined> {
  const account = await db
    .select({ person: accounts.person, password: accounts.password })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.person))
    .where(and(eq(people.email, email.toLowerCase()), isNull(accounts.closedAt)))
    .get()
  return (await verifyPassword(account?.password, password)) ? account?.person : undefined
}

/** false: the old password was wrong. Every other session ends. */
export async function changePassword(
  by: By & { person: number },
  session: number,
  { current, next }: { current: string; next: string },
): Promise<boolean> {
  const account = await findAccount(by.person)
  if (!(await verifyPassword(account?.password, current))) return false
  const password = await hashPassword(next)
  await write(by, async (tx, note) => {
    await tx.update(accounts).set({ password, passwordAt: by.at.toISOString() }).where(eq(accounts.person, by.person))
    await endSessions(tx, by.person, session)
    await note({ kind: 'account.password_changed', record: 'person', recordId: by.person })
  })
  return true
}

/** Without an owner nobody could invite anybody: the last one stays. */
export class LastOwner extends Error {}

export async function setRole(by: By, person: number, role: AccessRole) {
  await write(by, async (tx, note) => {
    const before = await tx.select().from(accounts).where(eq(accounts.person, person)).get()
    if (!before) throw new Error(`Person ${person} has no account`)
    if (role !== 'owner') await keepAnOwner(tx, before)
    await tx.update(accounts).set({ role }).where(eq(accounts.person, person))
    await note({
      kind: 'account.role_changed',
      record: 'person',
      recordId: person,
      before: { role: before.role },
      after: { role },
    })
  })
}

/** They stay in the records; their account closes and their sessions end. */
export async function leave(by: By, person: number) {
  await write(by, async (tx, note) => {
    const leftAt = by.at.toISOString()
    const account = await tx.select().from(accounts).where(eq(accounts.person, person)).get()
    if (account) await keepAnOwner(tx, account)
    await tx.update(accounts).set({ closedAt: leftAt }).where(eq(accounts.person, person))
    await tx.update(people).set({ leftAt }).where(eq(people.id, person))
    await endSessions(tx, person)
    await note({ kind: 'person.left', record: 'person', recordId: person, after: { leftAt } })
  })
}

async function keepAnOwner(tx: Transaction, account: Account) {
  if (account.role !== 'owner' || account.closedAt) return
  const owners = await tx
    .select({ count: count() })
    .from(accounts)
    .where(and(eq(accounts.role, 'owner'), isNull(accounts.closedAt)))
    .get()
  if ((owners?.count ?? 0) < 2) throw new LastOwner('The last owner cannot go')
}
