import { and, asc, eq, sql } from 'drizzle-orm'
import type { TeamKind } from '../src/domain/people/catalogue.ts'
import { db } from './client.ts'
import { rows } from './rows.ts'
import { people, teamMembers, teams } from './schema/people.ts'
import { Stale } from './stale.ts'
import { type By, type Transaction, write } from './write.ts'

export type TeamContent = { name: string; kind: TeamKind; lead: number | null; members: number[] }
export type Team = TeamContent & {
  id: number
  version: number
  leadName: string | null
  memberNames: { id: number; name: string }[]
}
export type ListedTeam = { id: number; name: string; kind: TeamKind; lead: string | null; members: number }

export const listTeams = (): Promise<ListedTeam[]> =>
  rows<ListedTeam>(sql`select t.id, t.name, t.kind, p.name as lead,
      (select count(*) from team_members m where m.team = t.id) as members
    from teams t left join people p on p.id = t.lead where t.closed_at is null order by t.kind, t.name`)

export async function findTeam(id: number): Promise<Team | undefined> {
  const team = await db.select().from(teams).where(eq(teams.id, id)).get()
  if (!team) return undefined
  const memberNames = await db
    .select({ id: people.id, name: people.name })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.person))
    .where(eq(teamMembers.team, id))
    .orderBy(asc(people.name))
  const lead = team.lead === null ? undefined : await db.select().from(people).where(eq(people.id, team.lead)).get()
  return { ...team, leadName: lead?.name ?? null, memberNames, members: memberNames.map(({ id }) => id) }
}

export const addTeam = (by: By, content: TeamContent): Promise<number> =>
  write(by, async (tx, note) => {
    const { members, ...team } = content
    const { id } = await tx.insert(teams).values(team).returning({ id: teams.id }).get()
    await setMembers(tx, id, members)
    await note({ kind: 'team.added', record: 'team', recordId: id, after: content })
    return id
  })

export const changeTeam = (by: By, id: number, seen: number, content: TeamContent): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await tx.select().from(teams).where(eq(teams.id, id)).get()
    if (!before || before.version !== seen) throw new Stale(before)
    const { members, ...team } = content
    await tx
      .update(teams)
      .set({ ...team, version: seen + 1 })
      .where(and(eq(teams.id, id), eq(teams.version, seen)))
    await setMembers(tx, id, members)
    const { name, kind, lead } = before
    await note({ kind: 'team.changed', record: 'team', recordId: id, before: { name, kind, lead }, after: content })
  })

async function setMembers(tx: Transaction, team: number, members: number[]) {
  await tx.delete(teamMembers).where(eq(teamMembers.team, team))
  if (members.length) await tx.insert(teamMembers).values(members.map((person) => ({ team, person })))
}

export const teamsOf = (person: number): Promise<{ id: number; name: string }[]> =>
  db
    .select({ id: teams.id, name: teams.name })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.team))
    .where(eq(teamMembers.person, person))
    .orderBy(asc(teams.name))
