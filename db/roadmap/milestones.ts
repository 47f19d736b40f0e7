import { and, eq, sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import { milestones } from '../schema/roadmap.ts'
import { type By, type Transaction, write } from '../write.ts'

export type MilestoneContent = { name: string; plannedOn: string; actualOn: string | null }
export type Milestone = MilestoneContent & { id: number }

/** In the order in which they are planned. */
export const milestonesOf = (initiative: number): Promise<Milestone[]> =>
  rows(sql`select id, name, planned_on as plannedOn, actual_on as actualOn from milestones
    where initiative = ${initiative} order by planned_on, id`)

export const addMilestone = (by: By, initiative: number, content: MilestoneContent): Promise<number> =>
  write(by, async (tx, note) => {
    const { id } = await tx
      .insert(milestones)
      .values({ initiative, ...content })
      .returning({ id: milestones.id })
      .get()
    await note({ ...of(initiative), kind: 'initiative.milestone_added', after: content })
    return id
  })

export const changeMilestone = (by: By, initiative: number, id: number, content: MilestoneContent): Promise<void> =>
  write(by, async (tx, note) => {
    const { name, plannedOn, actualOn } = await mustBe(tx, initiative, id)
    await tx.update(milestones).set(content).where(eq(milestones.id, id))
    const before = { name, plannedOn, actualOn }
    await note({ ...of(initiative), kind: 'initiative.milestone_changed', before, after: content })
  })

export const removeMilestone = (by: By, initiative: number, id: number): Promise<void> =>
  write(by, async (tx, note) => {
    const { name, plannedOn, actualOn } = await mustBe(tx, initiative, id)
    await tx.delete(milestones).where(eq(milestones.id, id))
    await note({ ...of(initiative), kind: 'initiative.milestone_removed', before: { name, plannedOn, actualOn } })
  })

const of = (initiative: number) => ({ record: 'initiative', recordId: initiative })

async function mustBe(tx: Transaction, initiative: number, id: number) {
  const found = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.id, id), eq(milestones.initiative, initiative)))
    .get()
  if (!found) throw new Error(`Initiative ${initiative} has no milestone ${id}`)
  return found
}
