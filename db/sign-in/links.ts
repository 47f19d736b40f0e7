import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { AccessRole } from '../../src/domain/people/catalogue.ts'
import { db } from '../client.ts'
import { people } from '../schema/people.ts'
import { accounts, links } from '../schema/sign-in.ts'
import { type By, write } from '../write.ts'
import { hashPassword } from './passwords.ts'
import { beginSession, endSessions, type Visitor } from './sessions.ts'
import { fingerprint, newToken } from './tokens.ts'

const day = 86_400_000
const lasts = { invitation: 7 * day, reset: day }

type Purpose = 'invitation' | 'reset'

export const issueInvitation = (by: By & { person: number }, person: number, role: AccessRole) =>
  issue(by, person, 'invitation', role)

export const issueReset = (by: By & { person: number }, person: number) => issue(by, person, 'reset', null)

/** Returns the token of the link; a link issued before for the same purpose no longer works. */
const issue = (
  by: By & { person: number },
  person: number,
  purpose: Purpose,
  role: AccessRole | null,
): Promise<string> =>
  write(by, async (tx, note) => {
    const token = newToken()
    const issuedAt = by.at.toISOString()
    await tx
      .update(links)
      .set({ revokedAt: issuedAt })
      .where(and(eq(links.person, person), eq(links.purpose, purpose), isNull(links.usedAt), isNull(links.revokedAt)))
    await tx.insert(links).values({
      token: fingerprint(token),
      purpose,
      person,
      role,
      issuedBy: by.person,
      issuedAt,
      expiresAt: new Date(by.at.getTime() + lasts[purpose]).toISOString(),
    })
    const kind = purpose === 'invitation' ? 'account.invited' : 'account.reset_issued'
    await note({ kind, record: 'person', recordId: person, ...(role && { after: { role } }) })
    return token
  })

export type OpenLink = { id: number; person: number; name: string; email: string | null; role: AccessRole | null }

/** Looking does not use it up. */
export const findLink = async (purpose: Purpose, token: string, now: Date): Promise<OpenLink | undefined> =>
  db
    .select({ id: links.id, person: links.person, name: people.name, email: people.email, role: links.role })
    .from(links)
    .innerJoin(people, and(eq(people.id, links.person), isNull(people.leftAt)))
    .where(
      and(
        eq(links.token, fingerprint(token)),
        eq(links.purpose, purpose),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, now.toISOString()),
      ),
    )
    .orderBy(desc(links.id))
    .get()

/** Sets the password and signs in; undefined when the link no longer works, also when used at the same moment. */
export async function redeem(
  purpose: Purpose,
  token: string,
  password: string,
  { at, visitor }: { at: Date; visitor: Visitor },
): Promise<string | undefined> {
  const link = await findLink(purpose, token, at)
  if (!link) return undefined
  const by = { person: link.person, at }
  const hashed = await hashPassword(password)
  return write(by, async (tx, note) => {
    const usedAt = at.toISOString()
    const used = await tx
      .update(links)
      .set({ usedAt })
      .where(and(eq(links.id, link.id), isNull(links.usedAt), isNull(links.revokedAt)))
      .returning({ id: links.id })
    await note({
      kind: purpose === 'invitation' ? 'account.joined' : 'account.reset',
      record: 'person',
      recordId: link.person,
    })
    if (used.length === 0) return undefined
    await endSessions(tx, link.person)
    if (purpose === 'invitation' && link.role) {
      const account = { person: link.person, role: link.role, password: hashed, passwordAt: usedAt, createdAt: usedAt }
      await tx
        .insert(accounts)
        .values(account)
        .onConflictDoUpdate({
          target: accounts.person,
          set: { role: link.role, password: hashed, passwordAt: usedAt, closedAt: null },
        })
    } else {
      await tx.update(accounts).set({ password: hashed, passwordAt: usedAt }).where(eq(accounts.person, link.person))
      await tx
        .update(links)
        .set({ revokedAt: usedAt })
        .where(
          and(eq(links.person, link.person), eq(links.purpose, 'reset'), isNull(links.usedAt), isNull(links.revokedAt)),
        )
    }
    return beginSession(tx, note, by, visitor)
  })
}
