import { sql } from 'drizzle-orm'
import type { Period } from '../../src/domain/scorecard/records/derive.ts'
import type { RecordKind } from '../../src/domain/scorecard/records/derived.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { first } from '../rows.ts'
import type { Transaction } from '../write.ts'
import { deploymentShape, findingShape, incidentShape, recordsWhere, type Stored } from './shapes.ts'

export type StoredRecords = {
  findings: Stored<Finding>[]
  incidents: Stored<Incident>[]
  deployments: Stored<Deployment>[]
}

type Scope = {
  kinds: readonly RecordKind[]
  /** Only incidents of this journey; empty: of all. */
  journey: string
}

/**
 * What can count in a period, and a little more: its days are those of the organisation, and begin up to a day before
 * or after those of UTC.
 */
export async function recordsOfPeriod(
  { kinds, journey }: Scope,
  { from, until }: Period,
  tx?: Transaction,
): Promise<StoredRecords> {
  const [least, most] = [addDays(from, -1), addDays(until, 1)]
  const ofJourney = journey ? sql`and lower(journey) = lower(${journey})` : sql``
  return {
    findings: !kinds.includes('findings')
      ? []
      : await recordsWhere(
          findingShape,
          sql`where severity in ('critical', 'high') and opened_on < ${until}
            and (closed_on is null or closed_on >= ${from}) order by opened_on, id`,
          tx,
        ),
    incidents: !kinds.includes('incidents')
      ? []
      : await recordsWhere(
          incidentShape,
          sql`where (detected_at >= ${least} and detected_at < ${most} or restored_at >= ${least} and restored_at < ${most})
            ${ofJourney} order by detected_at, id`,
          tx,
        ),
    deployments: !kinds.includes('deployments')
      ? []
      : await recordsWhere(deploymentShape, sql`where at >= ${least} and at < ${most} order by at, id`, tx),
  }
}

/** Every critical finding that was opened by a day: how long they take needs them all. */
export const criticalOpenedBy = (day: string): Promise<Stored<Finding>[]> =>
  recordsWhere(findingShape, sql`where severity = 'critical' and opened_on <= ${day}`)

/** When the first record of these kinds began: a day, or a moment. */
export async function firstRecord(kinds: readonly RecordKind[], tx?: Transaction): Promise<string | null> {
  const begins = { findings: sql`min(opened_on)`, incidents: sql`min(detected_at)`, deployments: sql`min(at)` }
  const earliest: string[] = []
  for (const kind of kinds) {
    const found = await first<{ at: string | null }>(sql`select ${begins[kind]} as at from ${sql.raw(kind)}`, tx)
    if (found?.at) earliest.push(found.at)
  }
  return earliest.sort()[0] ?? null
}
