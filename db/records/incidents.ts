import { sql } from 'drizzle-orm'
import { first } from '../rows.ts'
import { incidentShape } from './shapes.ts'
import { storeOf } from './store.ts'

export const incidents = storeOf(incidentShape)

export type RecentIncidents = { all: number; open: number; recent: number; byChange: number; openSince: string | null }

/** Those that go on, and those detected since a day, of which some were caused by a change. */
export async function recentIncidents(since: string): Promise<RecentIncidents> {
  const found = await first<RecentIncidents>(sql`select
      (select count(*) from incidents) as "all",
      (select count(*) from incidents where restored_at is null) as open,
      (select min(detected_at) from incidents where restored_at is null) as openSince,
      (select count(*) from incidents where detected_at >= ${since}) as recent,
      (select count(*) from incidents where detected_at >= ${since} and caused_by_change = 1) as byChange`)
  return found ?? { all: 0, open: 0, recent: 0, byChange: 0, openSince: null }
}
