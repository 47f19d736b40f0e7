import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '../client.ts'
import { rows } from '../rows.ts'
import { publicLinks } from '../schema/intake.ts'
import { fingerprint, newToken } from '../sign-in/tokens.ts'
import { type By, write } from '../write.ts'

type LeadsTo = 'intake' | 'roadmap'

/** Returns the token of the link; only its fingerprint is kept. */
export const makeLink = (
  by: By,
  { leadsTo, name, days }: { leadsTo: LeadsTo; name: string; days: number },
): Promise<string> =>
  write(by, async (tx, note) => {
    const token = newToken()
    const expiresAt = new Date(by.at.getTime() + days * 86_400_000).toISOString()
    const { id } = await tx
      .insert(publicLinks)
      .values({
        ...{ token: fingerprint(token), leadsTo, name, by: by.person },
        ...{ createdAt: by.at.toISOString(), expiresAt },
      })
      .returning({ id: publicLinks.id })
      .get()
    await note({ kind: 'link.made', record: 'public_link', recordId: id, after: { leadsTo, name, expiresAt } })
    return token
  })

export type OpenLink = { id: number; name: string }

/** undefined: there was never such a link, or it was revoked, or it is too old. */
export const findLink = async (leadsTo: LeadsTo, token: string, now: Date): Promise<OpenLink | undefined> =>
  db
    .select({ id: publicLinks.id, name: publicLinks.name })
    .from(publicLinks)
    .where(
      and(
        eq(publicLinks.token, fingerprint(token)),
        eq(publicLinks.leadsTo, leadsTo),
        isNull(publicLinks.revokedAt),
        gt(publicLinks.expiresAt, now.toISOString()),
      ),
    )
    .get()

export type ListedLink = {
  id: number
  name: string
  by: string | null
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  /** What came in by it. */
  requests: number
}

/** Newest first. */
export const listLinks = (leadsTo: LeadsTo): Promise<ListedLink[]> =>
  rows(sql`select l.id, l.name, p.name as by, l.created_at as createdAt, l.expires_at as expiresAt, l.revoked_at as revokedAt,
      coalesce(r.requests, 0) as requests
    from public_links l left join people p on p.id = l.by
    left join (select link, count(*) as requests from requests where link is not null group by link) r on r.link = l.id
    where l.leads_to = ${leadsTo} order by l.id desc limit 200`)

/** From now on nobody comes in by it. False when there is no such link, or it is revoked already. */
export async function revokeLink(by: By, leadsTo: LeadsTo, id: number): Promise<boolean> {
  const isOpen = and(eq(publicLinks.id, id), eq(publicLinks.leadsTo, leadsTo), isNull(publicLinks.revokedAt))
  if (!(await db.select({ id: publicLinks.id }).from(publicLinks).where(isOpen).get())) return false
  await write(by, async (tx, note) => {
    await tx.update(publicLinks).set({ revokedAt: by.at.toISOString() }).where(isOpen)
    await note({ kind: 'link.revoked', record: 'public_link', recordId: id })
  })
  return true
}
