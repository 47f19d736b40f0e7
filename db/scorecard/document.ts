import { sql } from 'drizzle-orm'
import type { ExportedReading } from '../../src/domain/scorecard/readings/columns.ts'
import { rows } from '../rows.ts'
import { listMetrics } from './metrics.ts'

/** What holds of every period, metric by metric in the order of the scorecard; what was taken back is not there. */
export async function* exportedReadings(): AsyncGenerator<ExportedReading[]> {
  for (const { id, key } of await listMetrics()) {
    const found = await rows<Omit<ExportedReading, 'metric'>>(
      sql`select period, value, numerator, denominator, note from readings
        where metric = ${id} and replaced = 0 and (value is not null or numerator is not null) order by period`,
    )
    if (found.length > 0) yield found.map((one) => ({ metric: key, ...one }))
  }
}
