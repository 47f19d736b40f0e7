import { sql } from 'drizzle-orm'
import { db } from '../../db/client.ts'
import { addMetrics } from '../../db/scorecard/define.ts'
import { restand } from '../../db/scorecard/standing.ts'
import { categories, type Rhythm, rhythms } from '../../src/domain/scorecard/catalogue.ts'
import { lastComplete, periodsUntil } from '../../src/domain/scorecard/periods.ts'

const metrics = 60

/**
 * Sixty metrics, each with `periods` periods up to the newest, and of each period `versions` readings of which the last
 * one counts: corrections are what makes an old scorecard large.
 */
export async function fillReadings(
  by: { person: number; at: Date },
  { periods, versions }: { periods: number; versions: number },
  random: () => number,
) {
  const today = by.at.toISOString().slice(0, 10)
  const ids = await addMetrics(
    by,
    Array.from({ length: metrics }, (_, at) => metricOf(at, by.person)),
  )
  const at = by.at.toISOString()
  for (const [place, metric] of ids.entries()) {
    const rhythm = rhythmOf(place)
    await db.transaction(async (tx) => {
      for (const period of periodsUntil(lastComplete(today, rhythm), rhythm, periods)) {
        for (let version = 1; version <= versions; version++) {
          const denominator = 80 + Math.floor(random() * 40)
          const numerator = Math.floor(denominator * (0.3 + random() * 0.2))
          await tx.run(sql`insert into readings (metric, period, definition, value, numerator, denominator, source, replaced, by, at)
            values (${metric}, ${period}, ${metric}, ${(100 * numerator) / denominator}, ${numerator}, ${denominator}, 'entered',
              ${version === versions ? 0 : 1}, ${by.person}, ${at})`)
        }
      }
      await restand(tx, metric)
    })
  }
}

const rhythmOf = (place: number): Rhythm => rhythms[place % 7 === 6 ? 2 : place % 5 === 4 ? 1 : 0] ?? 'weekly'

const metricOf = (place: number, owner: number) => ({
  ...{ key: `metric-${place + 1}`, catalogue: null, journey: '', owner, name: `Metric number ${place + 1}` },
  category: categories[place % categories.length] ?? 'product',
  ...{
    unit: '%',
    good: 'up' as const,
    rhythm: rhythmOf(place),
    formula: 'those that did / all',
    scale: 'linear' as const,
  },
  ratio: { numerator: 'those that did', denominator: 'all', factor: 100 },
  ...{ least: 0, most: 100, source: '', target: 38, guardrail: 20 + (place % 15) },
})
