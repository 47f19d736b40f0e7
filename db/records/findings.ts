import { sql } from 'drizzle-orm'
import { first } from '../rows.ts'
import { findingShape } from './shapes.ts'
import { storeOf } from './store.ts'

export const findings = storeOf(findingShape)

export type OpenFindings = { all: number; open: number; pastDue: number; critical: number; criticalPastDue: number }

export async function openFindings(today: string): Promise<OpenFindings> {
  const found = await first<OpenFindings>(sql`select (select count(*) from findings) as "all", count(*) as open,
      coalesce(sum(due_on < ${today}), 0) as pastDue, coalesce(sum(severity = 'critical'), 0) as critical,
      coalesce(sum(severity = 'critical' and due_on < ${today}), 0) as criticalPastDue
    from findings where closed_on is null`)
  return found ?? { all: 0, open: 0, pastDue: 0, critical: 0, criticalPastDue: 0 }
}
