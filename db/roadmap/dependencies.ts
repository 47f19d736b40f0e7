import { and, eq, sql } from 'drizzle-orm'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { type Edge, wouldCycle } from '../../src/domain/roadmap/dependencies.ts'
import { rows } from '../rows.ts'
import { dependencies } from '../schema/roadmap.ts'
import { type By, type Transaction, write } from '../write.ts'

export type DependencyContent = {
  onInitiative: number | null
  onTeam: number | null
  note: string
  neededOn: string | null
}

/** One way of two initiatives, or of one and a team; `id` of the dependency itself. */
export type Dependency = {
  id: number
  note: string
  neededOn: string | null
  settled: number
  /** The other initiative, or null and the team. */
  other: number | null
  title: string | null
  stage: Stage | null
  team: string | null
}

/** What an initiative waits for. */
export const dependenciesOf = (initiative: number): Promise<Dependency[]> =>
  rows(sql`select d.id, d.note, d.needed_on as neededOn, d.settled, i.id as other, i.title, i.stage, t.name as team
    from dependencies d left join initiatives i on i.id = d.on_initiative left join teams t on t.id = d.on_team
    where d.initiative = ${initiative} order by d.settled, d.id`)

/** What waits for an initiative. */
export const dependentsOf = (initiative: number): Promise<Dependency[]> =>
  rows(sql`select d.id, d.note, d.needed_on as neededOn, d.settled, i.id as other, i.title, i.stage, null as team
    from dependencies d join initiatives i on i.id = d.initiative
    where d.on_initiative = ${initiative} order by d.settled, d.id`)

/** `path` leads in a circle: each waits for the one after it. */
export class Cycle extends Error {
  readonly path: number[]
  constructor(path: number[]) {
    super(`Initiatives would wait for each other: ${path.join(', ')}`)
    this.path = path
  }
}

/** Throws `Cycle` where it would close one; the same pair twice is refused by the database. */
export const addDependency = (by: By, initiative: number, content: DependencyContent): Promise<number> =>
  write(by, async (tx, note) => {
    const { onInitiative } = content
    const path = onInitiative === null ? null : wouldCycle(await edges(tx), initiative, onInitiative)
    if (path) throw new Cycle(path)
    const { id } = await tx
      .insert(dependencies)
      .values({ initiative, ...content })
      .returning({ id: dependencies.id })
      .get()
    await note({ ...of(initiative), kind: 'initiative.dependency_added', after: content })
    return id
  })

const edges = (tx: Transaction): Promise<Edge[]> =>
  rows(
    sql`select initiative as "from", on_initiative as "to" from dependencies where on_initiative is not null order by id`,
    tx,
  )

/** Settled: there is nothing more to wait for. */
export const settleDependency = (by: By, initiative: number, id: number, settled: boolean): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await mustBe(tx, initiative, id)
    await tx.update(dependencies).set({ settled }).where(eq(dependencies.id, id))
    const { onInitiative, onTeam } = before
    await note({
      ...{ ...of(initiative), kind: 'initiative.dependency_settled' },
      ...{ before: { settled: before.settled }, after: { onInitiative, onTeam, settled } },
    })
  })

export const removeDependency = (by: By, initiative: number, id: number): Promise<void> =>
  write(by, async (tx, note) => {
    const { onInitiative, onTeam, note: said, neededOn } = await mustBe(tx, initiative, id)
    await tx.delete(dependencies).where(eq(dependencies.id, id))
    const before = { onInitiative, onTeam, note: said, neededOn }
    await note({ ...of(initiative), kind: 'initiative.dependency_removed', before })
  })

const of = (initiative: number) => ({ record: 'initiative', recordId: initiative })

async function mustBe(tx: Transaction, initiative: number, id: number) {
  const found = await tx
    .select()
    .from(dependencies)
    .where(and(eq(dependencies.id, id), eq(dependencies.initiative, initiative)))
    .get()
  if (!found) throw new Error(`Initiative ${initiative} has no dependency ${id}`)
  return found
}
