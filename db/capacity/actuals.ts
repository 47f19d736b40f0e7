import { sql } from 'drizzle-orm'
import { type Actual, placeOf } from '../../src/domain/capacity/read-actuals.ts'
import { rows } from '../rows.ts'
import { type By, type Transaction, write } from '../write.ts'

export type Entered = Actual & { personWeeks: number }

/** What was entered of weeks, both Mondays included. */
export const actualsBetween = (from: string, until: string, tx?: Transaction): Promise<Entered[]> =>
  rows(
    sql`select team, week, bucket, cause, person_weeks as personWeeks from actuals
      where week between ${from} and ${until} order by week, team`,
    tx,
  )

export type Landed = { added: number; corrected: number; unchanged: number }

/** Actuals land, all or none; what is there already stays as it is, and the history hears only of what is new. */
export async function enterActuals(by: By, actuals: readonly Actual[]): Promise<Landed> {
  const { fresh, landed } = await compared(actuals)
  if (fresh.length === 0) return landed
  return write(by, async (tx, note) => {
    const { fresh, landed } = await compared(actuals, tx)
    await store(tx, by, fresh)
    for (const team of new Set(fresh.map((one) => one.team))) {
      const after = told(fresh.filter((one) => one.team === team))
      await note({ kind: 'actuals.entered', record: 'team', recordId: team, after })
    }
    if (fresh.length === 0) await note({ kind: 'actuals.unchanged', record: 'organisation', recordId: 1 })
    return landed
  })
}

async function compared(actuals: readonly Actual[], tx?: Transaction): Promise<{ fresh: Actual[]; landed: Landed }> {
  const weeks = actuals.map(({ week }) => week).sort()
  const there = await actualsBetween(weeks[0] ?? '', weeks.at(-1) ?? '', tx)
  const held = new Map(there.map((one) => [placeOf(one), one.personWeeks]))
  const fresh = actuals.filter((one) => (held.get(placeOf(one)) ?? null) !== one.personWeeks)
  const corrected = fresh.filter((one) => held.has(placeOf(one))).length
  const landed = { added: fresh.length - corrected, corrected, unchanged: actuals.length - fresh.length }
  return { fresh, landed }
}

/** Read from one parameter each, so that any number of them is one statement. */
async function store(tx: Transaction, by: By, fresh: readonly Actual[]) {
  const [kept, gone] = [
    fresh.filter((one) => one.personWeeks !== null),
    fresh.filter((one) => one.personWeeks === null),
  ]
  const part = (name: string) => sql.raw(`value ->> '${name}'`)
  await tx.run(sql`insert into actuals (team, week, bucket, cause, person_weeks, "by", at)
    select ${part('team')}, ${part('week')}, ${part('bucket')}, ${part('cause')}, ${part('personWeeks')}, ${by.person}, ${by.at.toISOString()}
    from json_each(${JSON.stringify(kept)}) where true
    on conflict (team, week, bucket, cause) do update
      set person_weeks = excluded.person_weeks, "by" = excluded."by", at = excluded.at`)
  await tx.run(sql`delete from actuals where (team, week, bucket, cause) in
    (select ${part('team')}, ${part('week')}, ${part('bucket')}, ${part('cause')} from json_each(${JSON.stringify(gone)}))`)
}

/** A few are told whole, many by their count and bounds. */
function told(own: readonly Actual[]) {
  const weeks = [...new Set(own.map(({ week }) => week))].sort()
  if (weeks.length === 1 && own.length <= 12) {
    const cells = own.map(({ bucket, cause, personWeeks }) => [
      cause === 'planned' ? bucket : `${bucket}, ${cause}`,
      personWeeks ?? 'taken back',
    ])
    return { week: weeks[0], ...Object.fromEntries(cells) }
  }
  return { count: own.length, from: weeks[0], until: weeks.at(-1) }
}

export type TeamName = { id: number; name: string }

/** Teams that work, in the order of every page of capacity. */
export const workingTeams = (tx?: Transaction): Promise<(TeamName & { members: number })[]> =>
  rows(
    sql`select t.id, t.name, (select count(*) from team_members m where m.team = t.id) as members
      from teams t where t.closed_at is null order by t.kind desc, t.name, t.id`,
    tx,
  )

/** Also those that are closed: a file may tell of their time. */
export const everyTeam = (): Promise<TeamName[]> =>
  rows(sql`select id, name from teams order by closed_at is not null, id`)

/** Newest week first; the import takes it back. */
export const exportedActuals = (): Promise<
  { team: string; week: string; bucket: string; personWeeks: number; cause: string }[]
> =>
  rows(sql`select t.name as team, a.week, b.key as bucket, a.person_weeks as personWeeks, a.cause
    from actuals a join teams t on t.id = a.team join buckets b on b.key = a.bucket
    order by a.week desc, t.name, b.position, a.cause desc`)
