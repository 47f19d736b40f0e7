import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { AccessRole, ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { db } from '../client.ts'
import { first } from '../rows.ts'
import { sessions } from '../schema/sign-in.ts'
import { type By, type Note, type Transaction, write, writeQuietly } from '../write.ts'
import { fingerprint, newToken } from './tokens.ts'

const day = 86_400_000
/** A session ends this long after it was last used. */
export const sessionDays = 30
/** Its last use is written down at most this often. */
const touchEvery = 3_600_000

export type Visitor = { address: string; browser: string }

type Recognised = {
  session: number
  id: number
  name: string
  role: AccessRole
  executiveRole: ExecutiveRole | null
  seenAt: string
}

/** Who the token belongs to; using it puts its end off. */
export async function findSession(token: string, now: Date): Promise<Recognised | undefined> {
  const found = await first<Recognised>(sql`
    select s.id as session, p.id, p.name, a.role, p.executive_role as executiveRole, s.seen_at as seenAt
    from sessions s
    join accounts a on a.person = s.person and a.closed_at is null
    join people p on p.id = s.person
    where s.token = ${fingerprint(token)} and s.expires_at > ${now.toISOString()}`)
  if (found && now.getTime() - Date.parse(found.seenAt) > touchEvery) await touch(found.session, now)
  return found
}

const touch = (id: number, now: Date) =>
  writeQuietly(async (tx) => {
    const expiresAt = new Date(now.getTime() + sessionDays * day).toISOString()
    await tx.update(sessions).set({ seenAt: now.toISOString(), expiresAt }).where(eq(sessions.id, id))
    await tx.delete(sessions).where(lt(sessions.expiresAt, now.toISOString()))
  })

/** Returns the token for the cookie; it is kept nowhere else. */
export const startSession = (by: By & { person: number }, visitor: Visitor): Promise<string> =>
  write(by, (tx, note) => beginSession(tx, note, by, visitor))

export async function beginSession(
  tx: Transaction,
  note: Note,
  { person, at }: By & { person: number },
  visitor: Visitor,
) {
  const token = newToken()
  const now = at.toISOString()
  const expiresAt = new Date(at.getTime() + sessionDays * day).toISOString()
  const { address, browser } = visitor
  await tx.insert(sessions).values({
    token: fingerprint(token),
    person,
    startedAt: now,
    seenAt: now,
    expiresAt,
    address,
    browser: browser.slice(0, 300),
  })
  await note({ kind: 'session.started', record: 'person', recordId: person, after: { address } })
  return token
}

export type Session = typeof sessions.$inferSelect

export const sessionsOf = (person: number, now: Date): Promise<Session[]> =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.person, person), gt(sessions.expiresAt, now.toISOString())))
    .orderBy(desc(sessions.seenAt))

/** Ends one session of a person; nothing happens when it is somebody else's. */
export const endSession = (by: By, person: number, session: number) =>
  write(by, async (tx, note) => {
    await tx.delete(sessions).where(and(eq(sessions.id, session), eq(sessions.person, person)))
    await note({ kind: 'session.ended', record: 'person', recordId: person })
  })

/** Ends all sessions of a person, except perhaps the one they are in. */
export async function endSessions(tx: Transaction, person: number, except?: number) {
  const theirs = eq(sessions.person, person)
  await tx.delete(sessions).where(except === undefined ? theirs : and(theirs, ne(sessions.id, except)))
}

export const endAllSessions = (by: By, person: number) =>
  write(by, async (tx, note) => {
    await endSessions(tx, person)
    await note({ kind: 'session.all_ended', record: 'person', recordId: person })
  })
