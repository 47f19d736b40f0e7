import { sql } from 'drizzle-orm'
import type { Definition, Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import { type MetricStanding, type Reading, standingOf } from '../../src/domain/scorecard/standing.ts'
import { first, rows } from '../rows.ts'
import { standings } from '../schema/scorecard.ts'
import type { Transaction } from '../write.ts'
import { findMetricById, segmentsOf, targetsOf } from './metrics.ts'

/** Computes anew how a metric stands; every write that touches its readings, targets or meaning ends with it. */
export async function restand(tx: Transaction, metric: number): Promise<void> {
  const definition = await findMetricById(metric, tx)
  if (!definition) throw new Error(`There is no metric ${metric}`)
  const body = JSON.stringify(await standing(tx, metric, definition))
  await tx.insert(standings).values({ metric, body }).onConflictDoUpdate({ target: standings.metric, set: { body } })
}

async function standing(tx: Transaction, metric: number, definition: Definition): Promise<MetricStanding> {
  const explained = await rows<{ period: string }>(
    sql`select distinct period from reading_notes where metric = ${metric} and kind = 'reason'`,
    tx,
  )
  return standingOf({
    definition,
    readings: await currentReadings(metric, tx),
    targets: await targetsOf(metric, tx),
    starts: (await segmentsOf(metric, tx)).map(({ startsOn }) => startsOn),
    explained: new Set(explained.map(({ period }) => period)),
  })
}

/** What holds of every period, oldest first. */
export const currentReadings = (metric: number, tx?: Transaction): Promise<(Reading & { rhythm: Rhythm })[]> =>
  rows(
    sql`select r.period, r.value, r.numerator, r.denominator, d.rhythm
      from readings r join metric_definitions d on d.id = r.definition
      where r.metric = ${metric} and r.replaced = 0 order by r.period`,
    tx,
  )

export async function standingOfMetric(metric: number): Promise<MetricStanding | undefined> {
  const found = await first<{ body: string }>(sql`select body from standings where metric = ${metric}`)
  return found && JSON.parse(found.body)
}
