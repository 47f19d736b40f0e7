import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { AccessRole } from '../../src/domain/people/catalogue.ts'
import { db } from '../client.ts'
import { people } from '../schema/people.ts'
import { accounts, links } from '../schema/sign-in.ts'
import { type By, type Transaction, write } from '../write.ts'
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

/** The link was used, revoked or too old, perhaps only a moment ago. */
export class SpentLink extends Error {}

/** Sets the password, signs in and returns the token of the session. Of several at once exactly one goes through. */
export async function redeem(
  purpose: Purpose,
  token: string,
  password: string,
  { at, visitor }: { at: Date; visitor: Visitor },
): Promise<string> {
  const link = await findLink(purpose, token, at)
  if (!link) throw new SpentLink()
  const by = { person: link.person, at }
  const hashed = await hashPassword(password)
  return write(by, async (tx, note) => {
    await useUp(tx, link.id, at)
    await endSessions(tx, link.person)
    await (purpose === 'invitation' ? openAccount : replacePassword)(tx, link, hashed, at)
    const kind = purpose === 'invitation' ? 'account.joined' : 'account.reset'
    await note({ kind, record: 'person', recordId: link.person })
    return beginSession(tx, note, by, visitor)
  })
}

async function useUp(tx: Transaction, id: number, at: Date) {
  const used = await tx
    .update(links)
    .set({ usedAt: at.toISOString() })
    .where(and(eq(links.id, id), isNull(links.usedAt), isNull(links.revokedAt)))
    .returning({ id: links.id })
  if (used.length === 0) throw new SpentLink()
}

async function openAccount(tx: Transaction, { person, role }: OpenLink, password: string, at: Date) {
  if (!role) throw new Error('An invitation says what one may do')
  const passwordAt = at.toISOString()
  const again = { role, password, passwordAt, closedAt: null }
  await tx
    .insert(accounts)
    .values({ person, ...again, createdAt: passwordAt })
    .onConflictDoUpdate({ target: accounts.person, set: again })
}

async function replacePassword(tx: Transaction, { person }: OpenLink, password: string, at: Date) {
  await tx.update(accounts).set({ password, passwordAt: at.toISOString() }).where(eq(accounts.person, person))
}
