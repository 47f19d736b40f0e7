import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { logDecision } from '../../db/decisions/log.ts'
import { first, rows } from '../../db/rows.ts'
import { addMetrics, fromCatalogue, redefine, setTarget } from '../../db/scorecard/define.ts'
import { findMetric } from '../../db/scorecard/metrics.ts'
import { enterReadings, noteReading, toldReadings } from '../../db/scorecard/readings.ts'
import { standingOfMetric } from '../../db/scorecard/standing.ts'
import { openTrips } from '../../db/scorecard/tripwires.ts'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import { freshDatabase } from '../support/database.ts'
import { plainDecision } from '../support/decision.ts'
import { foundedBy } from '../support/founded.ts'

const today = '2026-11-02'
let close: () => Promise<void>
let by: Awaited<ReturnType<typeof foundedBy>>
beforeEach(async () => {
  close = await freshDatabase()
  by = await foundedBy()
})
afterEach(() => close())

async function add(key: string) {
  const metric = catalogue.find((one) => one.key === key)
  if (!metric) throw new Error(`No ${key} in the catalogue`)
  const [id = 0] = await addMetrics(by, [fromCatalogue(metric, by.person)])
  return id
}

const enter = (metric: number, period: string, value: number | null) =>
  enterReadings(by, today, [{ metric, period, value, numerator: null, denominator: null, note: '' }], {
    source: 'entered',
  })

it('a correction keeps what it corrects, and only the newest counts', async () => {
  const metric = await add('change_failure_rate')
  expect(await enter(metric, '2026-10-19', 12)).toMatchObject({ added: 1, corrected: 0 })
  expect(await enter(metric, '2026-10-19', 8)).toMatchObject({ added: 0, corrected: 1 })
  expect(await enter(metric, '2026-10-19', 8)).toMatchObject({ added: 0, corrected: 0, unchanged: 1 })
  expect((await toldReadings(metric)).map(({ value, replaced }) => [value, replaced])).toEqual([
    [8, 0],
    [12, 1],
  ])
  expect((await standingOfMetric(metric))?.value).toBe(8)
})

it('a breach clears only after two readings inside', async () => {
  const metric = await add('change_failure_rate')
  const states: (string | null | undefined)[] = []
  for (const [at, value] of [10, 25, 12, 22, 15, 14].entries()) {
    await enter(metric, periodAfter('2026-09-07', 'weekly', at), value)
    states.push((await standingOfMetric(metric))?.breachedSince)
  }
  expect(states).toEqual([null, '2026-09-14', '2026-09-14', '2026-09-14', '2026-09-14', null])
})

it('counts the reasons given for one breach after another', async () => {
  const metric = await add('change_failure_rate')
  for (let at = 0; at < 3; at++) {
    const period = periodAfter('2026-09-07', 'weekly', at)
    await enter(metric, period, 30)
    await noteReading(by, metric, period, 'reason', 'A migration')
  }
  expect((await standingOfMetric(metric))?.excuses).toBe(3)
})

it('a changed target holds from its day on, and readings keep the definition they came under', async () => {
  const metric = await add('change_failure_rate')
  await enter(metric, '2026-10-05', 12)
  await setTarget(by, metric, { startsOn: '2026-10-12', target: 4, guardrail: 11, reason: 'Steadier now' })
  expect((await standingOfMetric(metric))?.breachedSince).toBeNull()
  const found = await findMetric('change_failure_rate')
  if (!found) throw new Error('It is gone')
  await redefine(by, metric, found.version, { ...found, name: 'Failed changes' }, 'Clearer')
  await enter(metric, '2026-10-12', 12)
  expect((await standingOfMetric(metric))?.breachedSince).toBe('2026-10-12')
  expect((await toldReadings(metric)).map(({ definitionNumber }) => definitionNumber)).toEqual([2, 1])
})

it('a crossed tripwire puts the decision up for revisit, once', async () => {
  const metric = await add('change_failure_rate')
  const decided = { by: by.person, at: '2026-10-01T09:00:00.000Z', forum: 'tradeoff' as const }
  const wire = { tripwireMetric: 'change failure rate', tripwireDirection: 'above' as const, tripwireValue: 15 }
  const number = await logDecision(by, plainDecision('Ship twice a day', by.person, { decided, ...wire }))
  expect((await enter(metric, '2026-09-07', 40)).tripped).toEqual([])
  expect((await enter(metric, '2026-10-05', 14)).tripped).toEqual([])
  expect((await enter(metric, '2026-10-12', 16)).tripped).toEqual([number])
  expect((await enter(metric, '2026-10-19', 19)).tripped).toEqual([])
  expect(await openTrips(by.person)).toMatchObject([{ number, value: 16, limit: 15, period: '2026-10-12' }])
  const decision = await first<{ day: string }>(sql`select revisit_on as day from decisions where number = ${number}`)
  expect(decision?.day).toBe(today)
})

it('one period has one reading that counts, whatever is entered at once', async () => {
  const metric = await add('change_failure_rate')
  await Promise.all([1, 2, 3, 4, 5].map((value) => enter(metric, '2026-10-19', value)))
  const current = await rows(sql`select 1 from readings where metric = ${metric} and replaced = 0`)
  expect(current).toHaveLength(1)
})
