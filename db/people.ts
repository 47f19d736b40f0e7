import { and, eq, sql } from 'drizzle-orm'
import type { AccessRole, ExecutiveRole } from '../src/domain/people/catalogue.ts'
import { db } from './client.ts'
import { rows } from './rows.ts'
import { people } from './schema/people.ts'
import { Stale } from './stale.ts'
import { type By, type Note, type Transaction, write } from './write.ts'

export type NamedPerson = { id: number; name: string; executiveRole: ExecutiveRole | null }

/** Everybody who has not left, by name. */
export const activePeople = (): Promise<NamedPerson[]> =>
  rows(sql`select id, name, executive_role as executiveRole from people where left_at is null order by name`)

export const peopleWithRole = async (role: ExecutiveRole): Promise<NamedPerson[]> =>
  (await activePeople()).filter(({ executiveRole }) => executiveRole === role)

export type Person = typeof people.$inferSelect

export const findPerson = async (id: number): Promise<Person | undefined> =>
  db.select().from(people).where(eq(people.id, id)).get()

export type Listed = Person & { access: AccessRole | null; invited: number; teams: string | null }

/** Everybody with what they may do here; those who left at the end. */
export const listPeople = (now: Date): Promise<Listed[]> =>
  rows<Listed>(sql`select p.id, p.name, p.email, p.title, p.executive_role as executiveRole, p.left_at as leftAt, p.version,
      p.created_at as createdAt, iif(a.closed_at is null, a.role, null) as access,
      exists (select 1 from links l where l.person = p.id and l.purpose = 'invitation' and l.used_at is null
        and l.revoked_at is null and l.expires_at > ${now.toISOString()}) as invited,
      (select group_concat(t.name, ', ') from team_members m join teams t on t.id = m.team where m.person = p.id) as teams
    from people p left join accounts a on a.person = p.id order by p.left_at is not null, p.name`)

export type Particulars = { name: string; email: string | null; title: string; executiveRole: ExecutiveRole | null }

export const addPerson = (by: By, particulars: Particulars): Promise<number> =>
  write(by, (tx, note) => insertPerson(tx, note, by, particulars))

export async function insertPerson(tx: Transaction, note: Note, by: By, particulars: Particulars): Promise<number> {
  const { id } = await tx
    .insert(people)
    .values({ ...particulars, createdAt: by.at.toISOString() })
    .returning({ id: people.id })
    .get()
  await note({ kind: 'person.added', record: 'person', recordId: id, after: particulars })
  return id
}

export async function changePerson(by: By, id: number, seen: number, particulars: Particulars): Promise<void> {
  await write(by, async (tx, note) => {
    const before = await tx.select().from(people).where(eq(people.id, id)).get()
    if (!before || before.version !== seen) throw new Stale(before)
    await tx
      .update(people)
      .set({ ...particulars, version: seen + 1 })
      .where(and(eq(people.id, id), eq(people.version, seen)))
    const { name, email, title, executiveRole } = before
    await note({
      kind: 'person.changed',
      record: 'person',
      recordId: id,
      before: { name, email, title, executiveRole },
      after: particulars,
    })
  })
}

/** For imports: the person of this name, added when nobody has it. */
export async function findOrAddByName(tx: Transaction, note: Note, by: By, name: string): Promise<number> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.name})`, name.toLowerCase()))
    .limit(1)
    .get()
  return found?.id ?? insertPerson(tx, note, by, { name, email: null, title: '', executiveRole: null })
}
