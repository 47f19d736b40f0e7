import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { incidents } from '../db/schema/records.ts'
import { addMetrics, beginSegment, fromCatalogue, placeMetric, setTarget } from '../db/scorecard/define.ts'
import { enterReadings } from '../db/scorecard/readings.ts'
import { standingOfMetric } from '../db/scorecard/standing.ts'
import { write } from '../db/write.ts'
import { catalogue } from '../src/domain/scorecard/catalogue/all.ts'
import { lastComplete, periodAfter } from '../src/domain/scorecard/periods.ts'
import { localDate } from '../src/domain/time/zone.ts'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
let by: { person: number; at: Date }
let metric: number
const today = localDate(new Date(), 'Europe/Lisbon')
const newest = lastComplete(today, 'weekly')
const weekBefore = (count: number) => periodAfter(newest, 'weekly', -count)
const page = '/scorecard/change_failure_rate'
const readingPage = (period: string) => `${page}/readings/${period}`

beforeEach(async () => {
  site = await startSite()
  by = { person: site.people.owner.id, at: new Date() }
  metric = await add('change_failure_rate')
})
afterEach(() => site.close())

async function add(key: string) {
  const found = catalogue.find((one) => one.key === key)
  if (!found) throw new Error(`No ${key} in the catalogue`)
  const [id = 0] = await addMetrics(by, [fromCatalogue(found, by.person)])
  return id
}

/** Values of successive weeks up to the newest. */
const enter = (values: number[], id = metric) =>
  enterReadings(
    by,
    today,
    values.map((value, at) => ({
      ...{ metric: id, period: weekBefore(values.length - 1 - at) },
      ...{ value, numerator: null, denominator: null, note: '' },
    })),
    { source: 'imported', file: 'delivery.csv' },
  )

/** Twenty weeks that vary around 8, then eight that lie above. */
const shifted = [...Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 6)), ...Array(8).fill(10)]

const show = async (path = page) => textOf(await site.visit(path))

const plotIn = async (path = page) => {
  const html = await (await site.visit(path)).text()
  const [, json] = /<script type="application\/json">(.*?)<\/script>/.exec(html) ?? []
  return json === undefined ? null : JSON.parse(json)
}

describe('The page of a metric', () => {
  it('says what belongs here as long as nothing was entered', async () => {
    const text = await show()
    expect(text).toContain('Change failure rate has no readings yet.')
    expect(text).toContain('It begins with the first reading')
    expect(await plotIn()).toBeNull()
    expect((await site.visit('/scorecard/no-such-metric')).status).toBe(404)
  })

  it('says in its heading how the metric stands and what the rules see', async () => {
    await enter(shifted)
    const text = await show()
    expect(text).toContain(
      'Change failure rate is 10 %, inside its guardrail but off target; eight points in a row lie above the mean.',
    )
    expect(text).toMatch(/Signal Off target/)
  })

  it('offers a new baseline where a run was found, to those who may begin one', async () => {
    await enter(shifted)
    const offer = `${page}/baseline?from=${weekBefore(7)}`
    expect(await (await site.visit(page)).text()).toContain(offer)
    expect(await (await site.visit(page, 'viewer')).text()).not.toContain(offer)
    await beginSegment(by, metric, { startsOn: weekBefore(7), cause: 'Releases got larger', decision: null })
    expect(await show()).toContain('Releases got larger')
    const plot = await plotIn()
    expect(plot.borders).toHaveLength(1)
    expect(plot.spans).toHaveLength(1)
  })

  it('draws mean and limits as they are explained, without a script and as data for one', async () => {
    await enter(shifted)
    const plot = await plotIn()
    expect(plot.points).toHaveLength(28)
    expect(plot.points.at(-1).mark).toBe('adverse')
    const [span] = plot.spans
    // Mean 8, moving ranges all 4: 8 ± 2.66 × 4, the lower end cut at 0.
    expect(span.mean).toBeCloseTo(8, 9)
    expect(span.upper).toBeCloseTo(18.64, 9)
    expect(span.lower).toBe(0)
    const html = await (await site.visit(page)).text()
    expect(html).toMatch(
      /<svg class="sp"[^>]*role="img"[^>]*aria-label="Process behaviour chart of Change failure rate/,
    )
    expect(await show()).toContain('which is 8 ± 2.66 × 4')
    expect(html).not.toMatch(/ style=|<script>/)
  })

  it('explains the newest value down to its counts, who gave it and under which definition', async () => {
    await site.submit(readingPage(newest), { entry: '12/97', note: '', seen: '0' })
    const text = await show()
    expect(text).toContain('100 × 12 failed deployments / 97 deployments = 12.4 %.')
    expect(text).toMatch(/Entered by Olga Owner, .*, under version 1 of the definition\./)
    expect(text).toContain('No limits yet: they need twelve entries.')
  })

  it('marks what was decided, what went wrong and what was noted meanwhile', async () => {
    await enter(shifted)
    const decision = { title: 'Smaller batches', type: '6', status: 'decided', tripwireMetric: 'Change failure rate' }
    await site.submit('/decisions/new', { ...decision, tripwireDirection: 'above', tripwireValue: '30' })
    await site.submit(`${readingPage(weekBefore(3))}/notes`, { kind: 'note', body: 'Half of us were away' })
    const at = `${weekBefore(5)}T10:00:00.000Z`
    await write(by, async (tx, note) => {
      const many = { userImpacting: true, causedByChange: false, changedAt: at, detectedAt: at }
      await tx.insert(incidents).values({ key: 'INC-1', title: 'Checkout stood still', ...many })
      await note({ kind: 'incidents.imported', record: 'organisation', recordId: 1 })
    })
    const text = await show()
    expect(text).toContain('D-1 Smaller batches, with this as its tripwire')
    expect(text).toContain('Checkout stood still Incident')
    expect(text).toContain('Half of us were away')
    const kinds = (await plotIn()).markers.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['incident', 'note']))
  })

  it('a restricted decision marks nothing for those who may not read it', async () => {
    await enter(shifted)
    const decision = {
      title: 'Part with the vendor',
      type: '6',
      status: 'decided',
      expectedMetric: 'change_failure_rate',
    }
    await site.submit('/decisions/new', decision)
    await site.submit('/decisions/1/readers', { restricted: '1', readers: [String(site.people.owner.id)] })
    expect(await show()).toContain('Part with the vendor')
    expect(await textOf(await site.visit(page, 'viewer'))).not.toContain('Part with the vendor')
  })

  it('shows the target that held then, and every target with its reason', async () => {
    await enter([12, 12, 12])
    await setTarget(by, metric, { startsOn: newest, target: 4, guardrail: 11, reason: 'The migration is over' })
    const text = await show()
    expect(text).toContain('Change failure rate is 12 %, past its guardrail.')
    expect(text).toMatch(/12 Past guardrail – ≤ 4 &gt; 11/)
    expect(text).toMatch(/12 Off target – ≤ 5 &gt; 20/)
    expect(text).toContain('The migration is over')
    expect(text).toContain('Why is it at 12 %')
  })

  it('pools small counts and says so', async () => {
    await enterReadings(
      by,
      today,
      Array.from({ length: 30 }, (_, at) => ({
        ...{ metric, period: weekBefore(29 - at), note: '' },
        ...{ value: at % 2 === 0 ? 0 : 20, numerator: at % 2, denominator: 5 },
      })),
      { source: 'entered' },
    )
    expect((await plotIn()).points.length).toBeLessThan(30)
    expect(await show()).toContain('Counts are small, so up to six periods are pooled')
  })

  it('shows thirteen readings, and all on demand', async () => {
    await enter(shifted)
    const few = await (await site.visit(page)).text()
    expect(few.match(/data-l="counts"/g)).toHaveLength(13)
    const all = await (await site.visit(`${page}?readings=all`)).text()
    expect(all.match(/data-l="counts"/g)).toHaveLength(28)
  })
})

it('a week that nobody entered is a row too, and breaks the line', async () => {
  await enter([9])
  const earlier = { metric, period: weekBefore(2), value: 8, numerator: null, denominator: null, note: '' }
  await enterReadings(by, today, [earlier], { source: 'entered' })
  const html = await (await site.visit(page)).text()
  expect(html).toContain(readingPage(weekBefore(1)))
  expect(html).toContain('nobody entered it')
  expect((await plotIn()).points.map(({ value }: { value: number | null }) => value)).toEqual([8, null, 9])
})

describe('The page of a reading', () => {
  it('keeps every correction with its note, and the newest holds', async () => {
    await site.submit(readingPage(newest), { entry: '12/97', note: '', seen: '0' })
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await (await site.visit(readingPage(newest))).text()) ?? []
    const corrected = await site.submit(
      readingPage(newest),
      { entry: '11/97', note: 'One was a drill', seen },
      'contributor',
    )
    expect(corrected.headers.get('location')).toBe(page)
    expect((await standingOfMetric(metric))?.value).toBeCloseTo(11.34, 2)
    const text = await show(readingPage(newest))
    expect(text).toContain('it was corrected once.')
    expect(text).toMatch(/11\.3 % \(11 \/ 97\) Entered by Carl Contributor, definition 1 “One was a drill”/)
    expect(text).toContain('12.4 % (12 / 97)')
  })

  it('says what is wrong with a value and keeps it as typed', async () => {
    const wrong = async (entry: string) => {
      const response = await site.submit(readingPage(newest), { entry, note: 'My note' })
      expect(response.status).toBe(422)
      return response.text()
    }
    expect(await wrong('a dozen')).toContain('“a dozen” is not a number, nor two with a / between them.')
    const high = await wrong('140 %')
    expect(high).toContain('That is above what the metric can be.')
    expect(high).toContain('value="140 %"')
    expect(high).toContain('value="My note"')
    expect(await show(readingPage(newest))).toContain('Nothing was entered for')
  })

  it('of two who correct at once, the later sees what the first made of it', async () => {
    await site.submit(readingPage(newest), { entry: '12', note: '', seen: '0' })
    const late = await site.submit(readingPage(newest), { entry: '14', note: '', seen: '0' })
    expect(late.status).toBe(409)
    expect(await textOf(late)).toContain('Value 12 14')
    expect((await standingOfMetric(metric))?.value).toBe(12)
  })

  it('an emptied value takes the reading back', async () => {
    await enter([9, 12])
    expect((await site.submit(readingPage(newest), { entry: '', note: 'The wrong week' })).status).toBe(303)
    expect((await standingOfMetric(metric))?.value).toBe(9)
    expect(await show(readingPage(newest))).toContain('has no value for')
  })

  it('takes notes and reasons; a reason answers the question on the page of the metric', async () => {
    await enter([30])
    expect(await show()).toContain('Why is it at')
    expect((await site.submit(`${readingPage(newest)}/notes`, { kind: 'rumour', body: 'x' })).status).toBe(422)
    const noted = await site.submit(`${readingPage(newest)}/notes`, { kind: 'reason', body: 'Two migrations' })
    expect(noted.headers.get('location')).toBe(readingPage(newest))
    expect(await show(readingPage(newest))).toContain('Two migrations Reason · Olga Owner')
    expect(await show()).not.toContain('Why is it at')
  })

  it('exists for periods of the metric only, and not for those to come', async () => {
    const status = async (period: string) => (await site.visit(readingPage(period))).status
    expect(await status(newest)).toBe(200)
    expect(await status(periodAfter(newest, 'weekly', 2))).toBe(404)
    expect(await status('2026-11-03')).toBe(404)
    expect(await status('2026-02-30')).toBe(404)
    expect(await status('latest')).toBe(404)
  })

  it('a computed metric is not corrected by hand, and says why', async () => {
    await enter([9])
    await placeMetric(by, { today, timeZone: 'Europe/Lisbon' }, metric, 1, {
      owner: by.person,
      journey: '',
      derived: true,
    })
    const text = await show(readingPage(newest))
    expect(text).toContain('put the record right, and the reading follows')
    expect(text).toContain('the rows it was computed from')
    const before = (await standingOfMetric(metric))?.value
    expect((await site.submit(readingPage(newest), { entry: '3', note: '' })).status).toBe(422)
    expect((await standingOfMetric(metric))?.value).toBe(before)
  })

  it('viewers read it and correct nothing', async () => {
    await enter([9])
    expect(await textOf(await site.visit(readingPage(newest), 'viewer'))).not.toContain('Correct it')
    expect((await site.submit(readingPage(newest), { entry: '3', note: '' }, 'viewer')).status).toBe(403)
  })
})
