import { eq, sql } from 'drizzle-orm'
import { rankBetween } from '../../src/domain/roadmap/rank.ts'
import { first } from '../rows.ts'
import { initiatives } from '../schema/roadmap.ts'
import { type By, type Transaction, write } from '../write.ts'
import { keepChanges } from './changes.ts'

/** `id` goes directly before, or directly after, another one. */
export type Move = { id: number; side: 'before' | 'after'; other: number }

type Ranked = { id: number; rank: number }

/** Nothing is written where it stands there already. Both are known, and are two. */
export async function moveInitiative(by: By, move: Move): Promise<void> {
  if ((await neighbourOf(move))?.id === move.id) return
  await write(by, async (tx, note) => {
    const was = await mustBe(tx, move.id)
    const place = await placeOf(tx, move.id)
    const rank = (await rankFor(tx, move)) ?? (await rankAnew(tx, move))
    if (rank === null) throw new Error(`No rank beside initiative ${move.other}`)
    await tx.update(initiatives).set({ rank, changedAt: by.at.toISOString() }).where(eq(initiatives.id, move.id))
    await keepChanges(tx, by, move.id, { rank: was.rank }, { rank })
    const [before, after] = [{ place }, { place: await placeOf(tx, move.id) }]
    await note({ kind: 'initiative.reranked', record: 'initiative', recordId: move.id, before, after })
  })
}

async function rankFor(tx: Transaction, move: Move): Promise<number | null> {
  const other = await mustBe(tx, move.other)
  const beyond = (await neighbourOf(move, tx))?.rank ?? null
  return move.side === 'before' ? rankBetween(beyond, other.rank) : rankBetween(other.rank, beyond)
}

/** What stands on that side of the other one now; within a transaction without the one that moves. */
async function neighbourOf({ id, side, other }: Move, tx?: Transaction): Promise<Ranked | undefined> {
  const [beyond, order] = side === 'before' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  return first(
    sql`select id, rank from initiatives
      where (rank, id) ${beyond} (select rank, id from initiatives where id = ${other}) ${tx ? sql`and id <> ${id}` : sql``}
      order by rank ${order}, id ${order} limit 1`,
    tx,
  )
}

/** Numbers all in the order they have, also those that are finished, so that no two of them change places. */
async function rankAnew(tx: Transaction, move: Move) {
  await tx.run(sql`update initiatives set rank = n.place
    from (select id as one, row_number() over (order by rank, id) as place from initiatives) n where n.one = id`)
  return rankFor(tx, move)
}

/** Among all with work still to do. */
async function placeOf(tx: Transaction, id: number): Promise<number> {
  const found = await first<{ place: number }>(
    sql`select count(*) as place from initiatives
      where stage not in ('measured', 'stopped') and stage <> 'shipped'
        and (rank, id) <= (select rank, id from initiatives where id = ${id})`,
    tx,
  )
  return found?.place ?? 0
}

async function mustBe(tx: Transaction, id: number): Promise<Ranked> {
  const found = await first<Ranked>(sql`select id, rank from initiatives where id = ${id}`, tx)
  if (!found) throw new Error(`There is no initiative ${id}`)
  return found
}

/** How many of these there are. */
export async function countInitiatives(ids: number[]): Promise<number> {
  const found = await first<{ count: number }>(
    sql`select count(*) as count from initiatives where id in (select value from json_each(${JSON.stringify(ids)}))`,
  )
  return found?.count ?? 0
}
