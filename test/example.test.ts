import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExample } from '../db/example.ts'
import { allEntries } from '../db/intake/ledger.ts'
import { queue } from '../db/intake/requests.ts'
import { keptOf } from '../db/reviews/close.ts'
import { findReview } from '../db/reviews.ts'
import { blockedOn } from '../db/roadmap/blocked.ts'
import { first, rows } from '../db/rows.ts'
import { breachedGuardrails } from '../db/scorecard/breached.ts'
import { scorecardLines } from '../db/scorecard/grid.ts'
import { expectationsDue, openTrips } from '../db/scorecard/tripwires.ts'
import { cameTrue } from '../src/domain/scorecard/expectation.ts'
import { inView, type Judged, judged } from '../src/domain/scorecard/grid.ts'
import { metricStatuses } from '../src/domain/scorecard/status.ts'
import { localDate } from '../src/domain/time/zone.ts'
import { freshDatabase } from './support/database.ts'
import { foundedBy } from './support/founded.ts'

/** On an ordinary Thursday, just after midnight of a new month, and on a Monday evening, when it is a month later in Lisbon. */
describe.each(['2026-11-12T10:00:00Z', '2026-12-01T00:30:00Z', '2027-05-31T23:45:00Z'])(
  'The example loaded at %s',
  (moment) => {
    const now = new Date(moment)
    const today = localDate(now, 'Europe/Lisbon')
    let close: () => Promise<void>
    let founder: { person: number; at: Date }
    let lines: Judged[]
    beforeAll(async () => {
      close = await freshDatabase()
      founder = await foundedBy(now)
      await loadExample(founder)
      lines = judged(await scorecardLines(), today)
    }, 60_000)
    afterAll(() => close())

    const badges = () => lines.map(({ statuses }) => statuses[0])
    const named = (key: string) => lines.find((line) => line.key === key)

    it('has 21 metrics in five categories, each with an owner, and every status there is', () => {
      expect(lines).toHaveLength(21)
      expect(new Set(lines.map(({ category }) => category)).size).toBe(5)
      expect(lines.filter(({ owner }) => owner === null)).toEqual([])
      expect(new Set(badges())).toEqual(new Set(metricStatuses))
      expect(badges().filter((status) => status === 'on_target').length).toBeGreaterThanOrEqual(11)
    })

    it('has two guardrails breached, one of them explained three times running, the other not yet', async () => {
      const breached = await breachedGuardrails()
      expect(breached.map(({ key }) => key).sort()).toEqual(['change_failure_rate', 'infra_cost_per_customer'])
      expect(named('infra_cost_per_customer')?.standing.excuses).toBe(3)
      expect(named('change_failure_rate')?.standing.recent.slice(-2)).toMatchObject([
        { past: true, explained: true },
        { past: true, explained: false },
      ])
    })

    it('has what the statistics know of: a second baseline, drift, a signal for the worse and one for the better', async () => {
      expect(named('infra_cost_per_customer')?.standing.autocorrelated).toBe(true)
      expect(lines.filter(({ standing }) => standing.adverse).map(({ key }) => key)).toContain('on_call_load')
      expect(lines.filter(({ standing }) => standing.favourable).map(({ key }) => key)).toContain('build_time')
      const [begun] = await rows<{ key: string; title: string }>(sql`select m.key, d.title from metric_segments s
      join metrics m on m.id = s.metric join decisions d on d.number = s.decision`)
      expect(begun).toEqual({ key: 'change_lead_time', title: 'Everybody on the trunk, branches live a day' })
      expect(named('change_lead_time')?.standing.stage).toBe('provisional')
    })

    it('has one tripwire crossed, one expectation that came true and one that did not', async () => {
      expect(await openTrips(founder.person)).toMatchObject([
        { metric: 'Infrastructure cost per booking', limit: 4.5, value: expect.closeTo(4.61, 2) },
      ])
      const due = await expectationsDue(founder.person, today)
      expect(due.map((one) => [one.metric, cameTrue(one)])).toEqual(
        expect.arrayContaining([
          ['Lead time, idea to shipped', true],
          ['Infrastructure cost per booking', false],
        ]),
      )
    })

    it('leaves two metrics for the CPTO to enter', () => {
      expect(inView(lines, 'mine', founder.person, today).map(({ key }) => key)).toEqual([
        'net_revenue_retention',
        'predictability',
      ])
    })

    it('has four reviews closed, each still as it was sealed', async () => {
      const closed = await rows<{ id: number }>(sql`select id from reviews where closed_at is not null order by id`)
      expect(closed).toHaveLength(4)
      for (const { id } of closed) {
        const review = await findReview(id)
        expect((review && (await keptOf(review)))?.seal.holds).toBe(true)
      }
    })

    it('has a roadmap that waits for a late stream, and a queue whose urgent ones displaced what they took', async () => {
      expect((await blockedOn(today)).length).toBeGreaterThan(0)
      expect(await queue()).toMatchObject({ urgent: 2, counts: { new: 4, accepted: 2, declined: 2, parked: 2 } })
      expect((await allEntries(founder.person)).map(({ title, personWeeks }) => [title, personWeeks])).toEqual([
        ['Customs on mobile', 5],
        ['Settlement ledger, part two', 8],
      ])
    })

    it('happened in the order of time, and nothing of it later than now', async () => {
      const disorder = await rows(sql`select a.id from events a join events b on b.id = a.id + 1
      where a.at > b.at and a.at <> ${now.toISOString()}`)
      expect(disorder).toEqual([])
      expect(await first(sql`select max(at) as at from events`)).toEqual({ at: now.toISOString() })
    })

    it('enters nothing of a period before it was over', async () => {
      const early = await rows(sql`select r.id from readings r join metrics m on m.id = r.metric
      join metric_definitions d on d.id = r.definition
      where date(r.at, '+1 hour') < date(r.period, case d.rhythm when 'weekly' then '+7 days'
        when 'fortnightly' then '+14 days' else '+1 month' end)`)
      expect(early).toEqual([])
    })
  },
)
