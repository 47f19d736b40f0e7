import { sql } from 'drizzle-orm'
import type { PlannedTeam } from '../../src/domain/capacity/planned.ts'
import { type Quarter, quarterKey } from '../../src/domain/time/quarter.ts'
import { first, rows } from '../rows.ts'
import { quarterPlans, splits, teamCapacity } from '../schema/capacity.ts'
import { Stale } from '../stale.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { demandFloors, type Exception, insertExceptions } from './floors.ts'

export type PlanTeam = PlannedTeam & { team: number; name: string }

export type Plan = {
  /** Person-weeks kept free for the unplanned. */
  buffer: number
  /** 0: the quarter was never planned. */
  version: number
  committedAt: string | null
  decision: number | null
  teams: PlanTeam[]
}

export async function findPlan(quarter: string, tx?: Transaction): Promise<Plan> {
  const plan = await first<Omit<Plan, 'teams'>>(
    sql`select buffer, version, committed_at as committedAt, decision from quarter_plans where quarter = ${quarter}`,
    tx,
  )
  const found = await rows<Omit<PlanTeam, 'split'> & { bucket: string | null; percent: number }>(
    sql`select c.team, t.name, c.people, c.availability, s.bucket, s.percent
      from team_capacity c join teams t on t.id = c.team left join splits s on s.quarter = c.quarter and s.team = c.team
      where c.quarter = ${quarter} order by t.kind desc, t.name, c.team`,
    tx,
  )
  const teams = new Map<number, PlanTeam>()
  for (const { bucket, percent, ...team } of found) {
    const known = teams.get(team.team) ?? { ...team, split: {} }
    teams.set(team.team, bucket === null ? known : { ...known, split: { ...known.split, [bucket]: percent } })
  }
  return { ...(plan ?? { buffer: 0, version: 0, committedAt: null, decision: null }), teams: [...teams.values()] }
}

/** The newest quarter before this one that was planned. */
export const plannedBefore = async (quarter: string): Promise<string | null> =>
  (
    await first<{ quarter: string }>(
      sql`select quarter from team_capacity where quarter < ${quarter} order by quarter desc limit 1`,
    )
  )?.quarter ?? null

export type NewPlan = { buffer: number; teams: readonly Omit<PlanTeam, 'name'>[] }

/** `BelowFloor` when a bucket gets less than its floor and no decision excepts it; `seen` is the version looked at. */
export const savePlan = (
  by: By,
  quarter: Quarter,
  seen: number,
  plan: NewPlan,
  exceptions: readonly Exception[] = [],
): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await findPlan(quarterKey(quarter), tx)
    if (before.version !== seen) throw new Stale(before)
    await insertExceptions(tx, by, quarterKey(quarter), exceptions)
    await demandFloors(tx, by, quarter, plan.teams)
    await writePlan(tx, note, quarter, before, plan)
  })

/** Within another write, whose floors were looked at. */
export async function writePlan(tx: Transaction, note: Note, quarter: Quarter, before: Plan, plan: NewPlan) {
  const key = quarterKey(quarter)
  const { buffer, teams } = plan
  await tx.run(sql`delete from splits where quarter = ${key}`)
  await tx.run(sql`delete from team_capacity where quarter = ${key}`)
  if (teams.length > 0) {
    await tx
      .insert(teamCapacity)
      .values(teams.map(({ team, people, availability }) => ({ quarter: key, team, people, availability })))
    await tx
      .insert(splits)
      .values(
        teams.flatMap(({ team, split }) =>
          Object.entries(split).map(([bucket, percent]) => ({ quarter: key, team, bucket, percent })),
        ),
      )
  }
  const version = before.version + 1
  const row = { quarter: key, buffer, version }
  await tx
    .insert(quarterPlans)
    .values(row)
    .onConflictDoUpdate({ target: quarterPlans.quarter, set: { buffer, version } })
  const record = { kind: 'plan.changed', record: 'quarter', recordId: recordOf(quarter) }
  await note({ ...record, before: await told(tx, before), after: await told(tx, plan) })
}

/** 20264 for 2026 Q4: how the history names it. */
export const recordOf = ({ year, quarter }: Quarter) => year * 10 + quarter

/** "9 people, 62/20/18", under the team's name. */
async function told(tx: Transaction, { buffer, teams }: NewPlan) {
  const names = await rows<{ id: number; name: string }>(sql`select id, name from teams`, tx)
  const lines = teams.map(({ team, people, availability, split }) => [
    names.find(({ id }) => id === team)?.name ?? String(team),
    `${people} × ${Math.round(availability * 100)} %: ${Object.entries(split)
      .map(([bucket, percent]) => `${bucket} ${percent}`)
      .join(', ')}`,
  ])
  return { buffer, ...Object.fromEntries(lines) }
}
