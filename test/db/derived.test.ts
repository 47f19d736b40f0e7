import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '../../db/client.ts'
import { deployments } from '../../db/records/deployments.ts'
import { findings } from '../../db/records/findings.ts'
import { incidents } from '../../db/records/incidents.ts'
import { rows } from '../../db/rows.ts'
import { definitions, metrics } from '../../db/schema/scorecard.ts'
import { addMetrics, fromCatalogue } from '../../db/scorecard/define.ts'
import { deriveDue, deriveMetric } from '../../db/scorecard/derive.ts'
import { toldReadings } from '../../db/scorecard/readings.ts'
import { standingOfMetric } from '../../db/scorecard/standing.ts'
import { Stale } from '../../db/stale.ts'
import { write } from '../../db/write.ts'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { freshDatabase } from '../support/database.ts'
import { foundedBy } from '../support/founded.ts'

// A Monday; the last two-weekly period that is over began on 12 October.
const calendar = { today: '2026-11-02', timeZone: 'Europe/Lisbon' }
let close: () => Promise<void>
let by: Awaited<ReturnType<typeof foundedBy>>
beforeEach(async () => {
  close = await freshDatabase()
  by = await foundedBy()
})
afterEach(() => close())

async function derived(key: string, more: { journey?: string; turned?: boolean } = {}) {
  const metric = catalogue.find((one) => one.key === key)
  if (!metric) throw new Error(`No ${key} in the catalogue`)
  const [id = 0] = await addMetrics(by, [fromCatalogue(metric, by.person, more.journey)])
  if (more.turned ?? true) await db.update(metrics).set({ derived: true }).where(eq(metrics.id, id))
  return id
}

const deployment = (key: string, at: string, more: Partial<Deployment> = {}): Deployment => ({
  ...{ key, at, failed: false, rolledBack: false, unplannedFix: false },
  ...more,
})
const incident = (
  key: string,
  detectedAt: string,
  restoredAt: string | null,
  more: Partial<Incident> = {},
): Incident => ({
  ...{ key, title: key, detectedAt, restoredAt, journey: '', userImpacting: true, causedByChange: false },
  ...more,
})
const finding = (key: string, openedOn: string, dueOn: string | null, closedOn: string | null): Finding => ({
  ...{ key, title: key, severity: 'critical', openedOn, dueOn, closedOn },
  ...{ knownExploited: false, exposed: false, automatable: false, totalImpact: false },
})

/** Oldest first, what was replaced too. */
const told = async (metric: number) =>
  (await toldReadings(metric))
    .reverse()
    .map(({ period, value, numerator, denominator, replaced }) => [period, value, numerator, denominator, replaced])

describe('A figure computed from records', () => {
  it('has a reading for each complete period since the first record, none of them of the one that goes on', async () => {
    const metric = await derived('change_failure_rate')
    await deployments.land(by, calendar, 'd.csv', [
      deployment('a', '2026-10-05T10:00:00.000Z', { failed: true }),
      deployment('b', '2026-10-11T22:59:00.000Z'),
      deployment('c', '2026-10-11T23:01:00.000Z', { failed: true }),
      deployment('d', '2026-11-02T10:00:00.000Z', { failed: true }),
    ])
    expect(await told(metric)).toEqual([
      // Lisbon is an hour ahead of UTC until the end of October: the third was deployed on Monday.
      ['2026-10-05', 50, 1, 2, 0],
      ['2026-10-12', 100, 1, 1, 0],
      ['2026-10-19', null, 0, 0, 0],
      ['2026-10-26', null, 0, 0, 0],
    ])
    const [reading] = await toldReadings(metric)
    expect(reading?.source).toBe('computed')
    expect((await standingOfMetric(metric))?.breachedSince).toBe('2026-10-05')
  })

  it('changes with a corrected record, in the periods it left and came to, and nowhere else', async () => {
    const metric = await derived('change_failure_rate')
    const first = deployment('a', '2026-10-05T10:00:00.000Z', { failed: true })
    const id = await deployments.add(by, calendar, first)
    await deployments.add(by, calendar, deployment('b', '2026-10-20T10:00:00.000Z'))
    const seen = (await deployments.find(id))?.changedAt ?? ''
    await deployments.change(by, calendar, id, seen, { ...first, at: '2026-10-21T10:00:00.000Z' })
    expect((await told(metric)).filter(([, , , , replaced]) => replaced === 0)).toEqual([
      ['2026-10-05', null, 0, 0, 0],
      ['2026-10-12', null, 0, 0, 0],
      ['2026-10-19', 50, 1, 2, 0],
      ['2026-10-26', null, 0, 0, 0],
    ])
    expect(await told(metric)).toHaveLength(7)
  })

  it('stays as it is when a record changes that it does not count', async () => {
    const metric = await derived('change_failure_rate')
    await derived('mttr')
    await deployments.add(by, calendar, deployment('a', '2026-10-05T10:00:00.000Z'))
    const before = await told(metric)
    await incidents.add(by, calendar, incident('i', '2026-10-06T10:00:00.000Z', '2026-10-06T11:00:00.000Z'))
    const [found] = (await deployments.list()).rows
    if (!found) throw new Error('It is gone')
    const { id, changedAt, ...record } = found
    await deployments.change(by, calendar, id, changedAt, { ...record, rolledBack: true })
    expect(await told(metric)).toEqual(before)
  })

  it('counts minutes to restore, of a journey only its own', async () => {
    const all = await derived('mttr')
    const own = await derived('mttr', { journey: 'Checkout' })
    await incidents.land(by, calendar, '', [
      incident('a', '2026-10-20T10:00:00.000Z', '2026-10-20T10:30:00.000Z', { journey: 'checkout' }),
      incident('b', '2026-10-21T10:00:00.000Z', '2026-10-21T11:30:00.000Z', { journey: 'Search' }),
      incident('c', '2026-10-22T10:00:00.000Z', '2026-10-22T10:10:00.000Z', { userImpacting: false }),
      incident('d', '2026-10-22T10:00:00.000Z', null),
    ])
    expect(await told(all)).toEqual([['2026-10-12', 60, 120, 2, 0]])
    expect(await told(own)).toEqual([['2026-10-12', 30, 30, 1, 0]])
  })

  it('counts what is open at the end of each month until it is closed', async () => {
    const open = await derived('open_critical_high')
    const patched = await derived('critical_patch_time')
    await findings.land(by, calendar, '', [
      finding('a', '2026-07-10', '2026-07-24', null),
      finding('b', '2026-08-03', '2026-08-17', '2026-08-10'),
    ])
    expect((await told(open)).map(([period, value]) => [period, value])).toEqual([
      ['2026-07-01', 1],
      ['2026-08-01', 1],
      ['2026-09-01', 1],
      ['2026-10-01', 1],
    ])
    expect((await told(patched)).map(([, value, numerator, denominator]) => [value, numerator, denominator])).toEqual([
      [0, 0, 1],
      [50, 1, 2],
      [0, 0, 1],
      [0, 0, 1],
    ])
    const [newest] = (await findings.list()).rows.slice(-1)
    if (!newest) throw new Error('It is gone')
    const { id, changedAt, ...record } = newest
    await findings.change(by, calendar, id, changedAt, { ...record, closedOn: '2026-09-04' })
    const held = (await told(open)).filter(([, , , , replaced]) => replaced === 0)
    expect(held.map(([, value]) => value)).toEqual([1, 1, 0, 0])
  })

  it('counts incidents of changes per hundred deployments', async () => {
    const metric = await derived('change_incidents')
    await deployments.land(by, calendar, '', [
      deployment('a', '2026-10-20T10:00:00.000Z'),
      deployment('b', '2026-10-20T11:00:00.000Z'),
    ])
    await incidents.add(by, calendar, incident('i', '2026-10-21T10:00:00.000Z', null, { causedByChange: true }))
    expect((await told(metric))[0]).toEqual(['2026-10-19', 0, 0, 2, 1])
    expect((await told(metric)).at(-2)).toEqual(['2026-10-19', 50, 1, 2, 0])
  })

  it('goes on over periods in which no record changed', async () => {
    const metric = await derived('open_critical_high')
    await findings.add(by, calendar, finding('a', '2026-09-10', null, null))
    expect(await deriveDue(by, calendar)).toBe(false)
    expect(await deriveDue(by, { ...calendar, today: '2027-01-05' })).toBe(true)
    expect((await told(metric)).map(([period]) => period)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
    ])
  })

  it('begins with the first record when a metric is turned to it, and an entered one is left alone', async () => {
    const metric = await derived('change_failure_rate', { turned: false })
    await deployments.add(by, calendar, deployment('a', '2026-10-13T10:00:00.000Z', { failed: true }))
    expect(await told(metric)).toEqual([])
    const derive = () =>
      write(by, async (tx, note) => {
        await note({ kind: 'metric.changed', record: 'metric', recordId: metric })
        await deriveMetric(tx, note, by, calendar.today, calendar.timeZone, metric)
      })
    await derive()
    expect(await told(metric)).toEqual([])
    await db.update(metrics).set({ derived: true }).where(eq(metrics.id, metric))
    await derive()
    expect((await told(metric)).map(([period, value]) => [period, value])).toEqual([
      ['2026-10-12', 100],
      ['2026-10-19', null],
      ['2026-10-26', null],
    ])
    await derive()
    expect(await told(metric)).toHaveLength(3)
  })

  it('has counts and no value where they make one that the metric cannot have', async () => {
    const metric = await derived('change_failure_rate')
    await db.update(definitions).set({ most: 50 }).where(eq(definitions.metric, metric))
    await deployments.add(by, calendar, deployment('a', '2026-10-27T10:00:00.000Z', { failed: true }))
    expect(await told(metric)).toEqual([['2026-10-26', null, 1, 1, 0]])
  })
})

describe('Records that come in', () => {
  const many = Array.from({ length: 120 }, (_, at) =>
    deployment(`D-${at}`, `${addDays('2026-01-05', at)}T10:00:00.000Z`, { failed: at % 5 === 0 }),
  )

  it('are added once, corrected where they differ, and told as one', async () => {
    const changes = await deployments.land(by, calendar, 'd.csv', many)
    expect(changes).toEqual({ added: 120, corrected: 0, unchanged: 0 })
    const again = many.map((one, at) => (at === 3 ? { ...one, rolledBack: true } : one))
    expect(await deployments.preview(again)).toEqual({ added: 0, corrected: 1, unchanged: 119 })
    expect(await deployments.land(by, calendar, 'd.csv', again)).toEqual({ added: 0, corrected: 1, unchanged: 119 })
    const events = await rows<{ after: string }>(
      sql`select after from events where kind = 'deployment.imported' order by id`,
    )
    expect(events.map(({ after }) => JSON.parse(after))).toEqual([
      { file: 'd.csv', added: 120, corrected: 0, unchanged: 0 },
      { file: 'd.csv', added: 0, corrected: 1, unchanged: 119 },
    ])
  })

  it('are listed page by page, newest first, each once', async () => {
    await deployments.land(by, calendar, '', many)
    const keys: string[] = []
    let after: { sort: string; id: number } | null | undefined
    do {
      const page = await deployments.list(after ?? undefined)
      keys.push(...page.rows.map(({ key }) => key))
      after = page.next
    } while (after)
    expect(keys).toEqual(many.map(({ key }) => key).reverse())
  })

  it('come in whole or not at all', async () => {
    const right = incident('y', '2026-10-20T10:00:00.000Z', null)
    const wrong = incident('x', '2026-10-20T10:00:00.000Z', '2026-10-19T10:00:00.000Z')
    await expect(incidents.land(by, calendar, '', [right, wrong])).rejects.toThrow()
    expect((await incidents.list()).rows).toEqual([])
  })

  it('ten thousand of them in a few seconds, the figures of ten years with them', async () => {
    for (const key of ['change_failure_rate', 'rollback_rate', 'rework_rate']) await derived(key)
    const decade = Array.from({ length: 10_000 }, (_, at) =>
      deployment(`D-${at}`, `${addDays('2016-11-07', Math.floor(at / 2.75))}T10:00:00.000Z`, { failed: at % 9 === 0 }),
    )
    const start = performance.now()
    await deployments.land(by, calendar, 'decade.csv', decade)
    expect(performance.now() - start).toBeLessThan(5000)
    const one = performance.now()
    await deployments.add(by, calendar, deployment('one more', '2026-10-20T10:00:00.000Z'))
    expect(performance.now() - one).toBeLessThan(500)
  })

  it('are not overwritten by somebody who saw an older version', async () => {
    const id = await deployments.add(by, calendar, deployment('a', '2026-10-05T10:00:00.000Z'))
    const late = { person: by.person, at: new Date('2026-11-02T10:00:00Z') }
    const seen = (await deployments.find(id))?.changedAt ?? ''
    await deployments.change(late, calendar, id, seen, deployment('a', '2026-10-06T10:00:00.000Z'))
    await expect(
      deployments.change(late, calendar, id, seen, deployment('a', '2026-10-07T10:00:00.000Z')),
    ).rejects.toThrow(Stale)
  })
})
