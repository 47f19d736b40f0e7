import { type Quarter, quarterBounds, quarterKey } from '../../src/domain/time/quarter.ts'
import { kept } from '../kept.ts'
import { everyTeam, type TeamName } from './actuals.ts'
import { listBuckets, type NamedBucket } from './buckets.ts'
import { type Comparison, quarterWhatIfs } from './compare.ts'
import { type Figures, figuresOf } from './figures.ts'
import { findPlan, type Plan, plannedBefore } from './plan.ts'

export type Overview = {
  plan: Plan
  figures: Figures
  buckets: NamedBucket[]
  names: TeamName[]
  /** null: nothing is planned. */
  comparison: Comparison | null
  /** The quarter that a plan could be copied from, while there is none. */
  last: string | null
  isOver: boolean
}

/** So many courses of a quarter stand side by side. */
const courses = 3

/** All that the page of a quarter shows to everybody alike. */
export const overviewOf = (quarter: Quarter, today: string): Promise<Overview> =>
  kept(`capacity overview ${quarterKey(quarter)} ${today}`, async () => {
    const key = quarterKey(quarter)
    const plan = await findPlan(key)
    const isPlanned = plan.teams.length > 0
    return {
      plan,
      figures: await figuresOf(quarter),
      buckets: await listBuckets(),
      names: await everyTeam(),
      comparison: isPlanned ? await quarterWhatIfs(quarter, today, courses) : null,
      last: isPlanned ? null : await plannedBefore(key),
      isOver: quarterBounds(quarter).until <= today,
    }
  })
