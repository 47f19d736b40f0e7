import { sql } from 'drizzle-orm'
import { first } from '../rows.ts'
import { deploymentShape } from './shapes.ts'
import { storeOf } from './store.ts'

export const deployments = storeOf(deploymentShape)

export type RecentDeployments = { all: number; recent: number; failed: number; newest: string | null }

export async function recentDeployments(since: string): Promise<RecentDeployments> {
  const found = await first<RecentDeployments>(sql`select
      (select count(*) from deployments) as "all",
      (select max(at) from deployments) as newest,
      (select count(*) from deployments where at >= ${since}) as recent,
      (select count(*) from deployments where at >= ${since} and failed = 1) as failed`)
  return found ?? { all: 0, recent: 0, failed: 0, newest: null }
}
