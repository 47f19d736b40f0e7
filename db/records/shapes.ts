import { type SQL, sql } from 'drizzle-orm'
import type { DayOf } from '../../src/domain/scorecard/records/derive.ts'
import type { RecordKind } from '../../src/domain/scorecard/records/derived.ts'
import {
  type Span,
  spanOfDeployment,
  spanOfFinding,
  spanOfIncident,
} from '../../src/domain/scorecard/records/period.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { rows } from '../rows.ts'
import type { Transaction } from '../write.ts'

/** How one kind of record lies in its table. */
export type Shape<One> = {
  table: RecordKind
  /** What the history calls it. */
  name: 'finding' | 'incident' | 'deployment'
  columns: Record<keyof One & string, string>
  flags: readonly (keyof One & string)[]
  /** What lists are ordered by: when it began. */
  newest: keyof One & string
  spanOf: (one: One, dayOf: DayOf) => Span
}

export type Stored<One> = One & { id: number; changedAt: string }

export const findingShape: Shape<Finding> = {
  table: 'findings',
  name: 'finding',
  columns: {
    ...{ key: 'key', title: 'title', severity: 'severity', knownExploited: 'known_exploited', exposed: 'exposed' },
    ...{ automatable: 'automatable', totalImpact: 'total_impact' },
    ...{ openedOn: 'opened_on', dueOn: 'due_on', closedOn: 'closed_on' },
  },
  flags: ['knownExploited', 'exposed', 'automatable', 'totalImpact'],
  newest: 'openedOn',
  spanOf: spanOfFinding,
}

export const incidentShape: Shape<Incident> = {
  table: 'incidents',
  name: 'incident',
  columns: {
    ...{ key: 'key', title: 'title', detectedAt: 'detected_at', restoredAt: 'restored_at', journey: 'journey' },
    ...{ userImpacting: 'user_impacting', causedByChange: 'caused_by_change' },
  },
  flags: ['userImpacting', 'causedByChange'],
  newest: 'detectedAt',
  spanOf: spanOfIncident,
}

export const deploymentShape: Shape<Deployment> = {
  table: 'deployments',
  name: 'deployment',
  columns: { key: 'key', at: 'at', failed: 'failed', rolledBack: 'rolled_back', unplannedFix: 'unplanned_fix' },
  flags: ['failed', 'rolledBack', 'unplannedFix'],
  newest: 'at',
  spanOf: spanOfDeployment,
}

export const fieldsOf = <One>({ columns }: Shape<One>) =>
  Object.entries<string>(columns) as [keyof One & string, string][]

/** `tail`: what comes after `from`: conditions, order, limit. */
export async function recordsWhere<One>(shape: Shape<One>, tail: SQL, tx?: Transaction): Promise<Stored<One>[]> {
  const columns = fieldsOf(shape).map(([field, column]) => `${column} as ${field}`)
  const found = await rows<Record<string, unknown>>(
    sql`select ${sql.raw(['id', ...columns, 'changed_at as changedAt'].join(', '))} from ${sql.raw(shape.table)} ${tail}`,
    tx,
  )
  for (const row of found) for (const flag of shape.flags) row[flag] = row[flag] === 1
  return found as Stored<One>[]
}
