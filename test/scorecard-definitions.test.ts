import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findMetric, listMetrics, segmentsOf, targetsOf } from '../db/scorecard/metrics.ts'
import { enterReadings, toldReadings } from '../db/scorecard/readings.ts'
import { lastComplete, periodAfter, periodsUntil } from '../src/domain/scorecard/periods.ts'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const today = new Date().toISOString().slice(0, 10)
const take = (fields: Record<string, string | string[]>) => site.submit('/scorecard/catalogue', fields, 'editor')

async function metric(key: string) {
  const found = await findMetric(key)
  if (!found) throw new Error(`${key} is not on the scorecard`)
  return found
}

/** One value for each of the newest periods, the last one for the newest that is over. */
async function enter(key: string, values: number[]) {
  const { id, rhythm } = await metric(key)
  const periods = periodsUntil(lastComplete(today, rhythm), rhythm, values.length)
  const readings = periods.map((period, at) => ({
    ...{ metric: id, period, value: values[at] ?? null, numerator: null, denominator: null, note: '' },
  }))
  await enterReadings({ person: site.people.editor.id, at: new Date() }, today, readings, { source: 'entered' })
  return periods
}
const toAndFro = (count: number) => Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 38 : 42))

describe('The catalogue', () => {
  it('starts with the ten in one click, each with its owner where one person holds the seat', async () => {
    expect(await textOf(await site.visit('/scorecard/catalogue', 'editor'))).toContain(
      'ten metrics are enough to begin',
    )
    expect((await take({ start: 'ten' })).headers.get('location')).toBe('/scorecard')
    const owners = Object.fromEntries((await listMetrics()).map(({ key, owner }) => [key, owner]))
    expect(Object.keys(owners)).toHaveLength(10)
    expect(owners).toMatchObject({ lead_time: 'Edda Editor', activation: null })
    const page = await textOf(await site.visit('/scorecard/catalogue', 'editor'))
    expect(page).toContain('Ten metrics of the 45 in the catalogue are on the scorecard.')
    expect(page).not.toContain('Start with the ten')
    expect((await take({ start: 'ten' })).status).toBe(303)
    expect(await listMetrics()).toHaveLength(10)
  })

  it('names no owner where two people hold the seat', async () => {
    await site.join('Ewa Engineering', 'contributor', 'vp_engineering')
    await take({ metric: ['lead_time', 'throughput'] })
    expect((await listMetrics()).map(({ owner }) => owner)).toEqual([null, null])
  })

  it('asks for the critical journey of an SLO, and makes a metric of each', async () => {
    const refused = await take({ metric: ['slo_attainment', 'nps'], 'journey-slo_attainment': ' ' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Please name the critical journey')
    expect(page).toMatch(/value="nps" checked/)
    expect(await listMetrics()).toEqual([])
    await take({ metric: 'slo_attainment', 'journey-slo_attainment': 'Checkout, Log in' })
    await take({ metric: 'slo_attainment', 'journey-slo_attainment': '決済' })
    expect((await listMetrics()).map(({ key, name }) => [key, name])).toEqual([
      ['slo_attainment-checkout', 'SLO attainment, Checkout'],
      ['slo_attainment-log-in', 'SLO attainment, Log in'],
      ['slo_attainment', 'SLO attainment, 決済'],
    ])
    const again = await take({ metric: 'slo_attainment', 'journey-slo_attainment': 'Checkout' })
    expect(await textOf(again)).toContain('SLO attainment of Checkout is on the scorecard already.')
  })

  it('asks for a tick before anything is added', async () => {
    const refused = await take({})
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('Please tick at least one metric.')
  })
})

describe('A metric of one’s own', () => {
  const own = {
    ...{ name: 'Seats in use', category: 'product', unit: '%', good: 'up', rhythm: 'weekly', scale: 'linear' },
    ...{ formula: 'seats in use / seats sold', numerator: 'in use', denominator: 'sold', factor: '100' },
    ...{ least: '0', most: '100', target: '80', guardrail: '60' },
  }
  const add = (more: Record<string, string> = {}) => site.submit('/scorecard/new', { ...own, ...more }, 'editor')

  it('is put on the scorecard under its name, also when there is one of that name', async () => {
    expect((await add()).headers.get('location')).toBe('/scorecard/seats_in_use')
    expect((await add()).headers.get('location')).toBe('/scorecard/seats_in_use_2')
    expect((await add({ name: 'New' })).headers.get('location')).toBe('/scorecard/new_2')
    const found = await metric('seats_in_use')
    expect(found).toMatchObject({ name: 'Seats in use', catalogue: null, ratio: { numerator: 'in use', factor: 100 } })
    expect(await targetsOf(found.id)).toMatchObject([{ target: 80, guardrail: 60 }])
  })

  it.each([
    [{ target: '50' }, 'The target lies on the bad side of the guardrail'],
    [{ target: '120' }, 'That is above what the metric can be.'],
    [{ denominator: '' }, 'leave both counts empty'],
    [{ factor: '0' }, 'The factor has to be above 0.'],
    [{ most: '0' }, 'This has to be above the lowest it can be.'],
    [{ formula: '' }, 'Please say how it is computed'],
    [{ owner: '999' }, 'Please choose one of the list.'],
  ])('with %j is refused in plain words, and nothing typed is lost', async (mistake, sentence) => {
    const refused = await add(mistake)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain(sentence)
    expect(page).toContain('value="Seats in use"')
    expect(await listMetrics()).toEqual([])
  })
})

describe('The place of a metric', () => {
  it('is changed by one person at a time: the later sees both versions', async () => {
    await take({ metric: ['mttr', 'nps'] })
    const change = (owner: number, journey: string) =>
      site.submit('/scorecard/mttr/edit', { version: '1', owner: String(owner), journey, derived: '1' }, 'editor')
    expect((await change(site.people.editor.id, 'checkout')).headers.get('location')).toBe('/scorecard/mttr')
    expect(await metric('mttr')).toMatchObject({ owner: 'Edda Editor', journey: 'checkout', derived: true })
    const late = await change(site.people.owner.id, 'log in')
    expect(late.status).toBe(409)
    const page = await textOf(late)
    expect(page).toContain('Owner Edda Editor Olga Owner')
    expect(page).toContain('Critical journey checkout log in')
  })

  it('lets only what records can tell be computed', async () => {
    await take({ metric: ['mttr', 'nps'] })
    expect(await textOf(await site.visit('/scorecard/mttr/edit', 'editor'))).toContain('Computed')
    expect(await textOf(await site.visit('/scorecard/nps/edit', 'editor'))).not.toContain('Computed')
    await site.submit('/scorecard/nps/edit', { version: '1', journey: '', derived: '1' }, 'editor')
    expect((await metric('nps')).derived).toBe(false)
  })

  it('is off the scorecard and back with all that was entered', async () => {
    await take({ metric: 'nps' })
    await enter('nps', [30, 34])
    const off = await site.submit('/scorecard/nps/retirement', { version: '1', retired: '1' }, 'editor')
    expect(off.headers.get('location')).toBe('/scorecard')
    expect(await listMetrics()).toEqual([])
    expect(await textOf(await site.visit('/scorecard/catalogue', 'editor'))).toContain(
      'Taken off the scorecard: put it back',
    )
    const stale = await site.submit('/scorecard/nps/retirement', { version: '1', retired: '' }, 'editor')
    expect(stale.status).toBe(409)
    await site.submit('/scorecard/nps/retirement', { version: '2', retired: '' }, 'editor')
    expect(await listMetrics()).toHaveLength(1)
    expect(await toldReadings((await metric('nps')).id)).toHaveLength(2)
  })
})

describe('A definition', () => {
  const redefine = async (change: Record<string, string>, version = '1') => {
    const { name, unit, good, rhythm, formula, scale, least, most } = await metric('activation')
    const now = { name, unit, good, rhythm, formula, scale, least: String(least), most: String(most) }
    const counts = { numerator: 'activated', denominator: 'signups', factor: '100' }
    const fields = { ...now, ...counts, reason: 'The moment moved', version, ...change }
    return site.submit('/scorecard/activation/definition', fields, 'editor')
  }
  beforeEach(() => take({ metric: 'activation' }))

  it('is versioned: readings keep the one they were entered under, and a new measure a baseline of its own', async () => {
    const periods = await enter('activation', [40, 42])
    const page = await textOf(await site.visit('/scorecard/activation/definition', 'editor'))
    expect(page).toContain('every reading keeps the one it was entered under')
    const changed = await redefine({ formula: 'activated within 3 days / signups' })
    expect(changed.headers.get('location')).toBe('/scorecard/activation')
    const { id, definitionNumber } = await metric('activation')
    expect(definitionNumber).toBe(2)
    expect((await toldReadings(id)).map(({ definitionNumber }) => definitionNumber)).toEqual([1, 1])
    expect(await segmentsOf(id)).toEqual([
      {
        startsOn: periodAfter(periods.at(-1) ?? '', 'weekly'),
        cause: 'Definition 2: The moment moved',
        decision: null,
      },
    ])
  })

  it('that only has a better name keeps its baseline; one that says the same is none', async () => {
    await enter('activation', [40, 42])
    await redefine({ name: 'Activated' })
    const { id, name } = await metric('activation')
    expect(name).toBe('Activated')
    expect(await segmentsOf(id)).toEqual([])
    const same = await redefine({}, '2')
    expect(same.status).toBe(422)
    expect(await textOf(same)).toContain('Nothing in the definition is different.')
  })

  it('needs a reason, and is changed by one person at a time', async () => {
    const refused = await redefine({ formula: 'other', reason: ' ' })
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('Please say why it changes.')
    await redefine({ formula: 'mine' })
    const late = await redefine({ formula: 'theirs' })
    expect(late.status).toBe(409)
    expect(await textOf(late)).toContain('Formula mine theirs')
  })
})

describe('A target', () => {
  const set = (fields: Record<string, string>) => site.submit('/scorecard/activation/target', fields, 'editor')
  beforeEach(() => take({ metric: 'activation' }))

  it('holds from a day on, for a reason, and those before stay to be seen', async () => {
    expect((await set({ target: '40', guardrail: '35', startsOn: '2026-01-05', reason: '' })).status).toBe(422)
    const past = await set({ target: '30', guardrail: '35', startsOn: '2026-01-05', reason: 'Bold' })
    expect(await textOf(past)).toContain('The target lies on the bad side of the guardrail')
    await set({ target: '40,5', guardrail: '35', startsOn: '2026-01-05', reason: 'A year of learning' })
    const page = await textOf(await site.visit('/scorecard/activation/target', 'editor'))
    expect(page).toContain('Activation should be at 40.5 % or above, and must not fall below 35 %.')
    expect(page).toContain('From 5 January 2026 target ≥ 40.5, guardrail &lt; 35 A year of learning Edda Editor')
    expect(page).toContain('From the beginning no target, no guardrail As it was put on the scorecard')
  })

  it('is proposed from the organisation’s own baseline after twelve entries, and holds only when confirmed', async () => {
    await enter('activation', toAndFro(11))
    expect(await textOf(await site.visit('/scorecard/activation/target', 'editor'))).not.toContain('Proposed')
    await enter('activation', toAndFro(12))
    const page = await (await site.visit('/scorecard/activation/target', 'editor')).text()
    expect(page).toContain('a bad but stable baseline does not become acceptable')
    // The mean 40, and 40 less 2.66 times the mean moving range of 4.
    expect(page).toMatch(/name="target"[^>]*value="40"/)
    expect(page).toMatch(/name="guardrail"[^>]*value="29(\.4)?"/)
    expect(await targetsOf((await metric('activation')).id)).toMatchObject([{ target: null }])
  })
})

describe('A baseline', () => {
  const begin = (fields: Record<string, string>) =>
    site.submit('/scorecard/activation/baseline', { cause: 'New onboarding', ...fields }, 'editor')
  beforeEach(() => take({ metric: 'activation' }))

  it('begins where a run of eight began', async () => {
    const periods = await enter('activation', [...toAndFro(20), ...Array.from({ length: 8 }, () => 41)])
    const page = await (await site.visit('/scorecard/activation/baseline', 'editor')).text()
    expect(page).toContain('Limits never roll')
    const run = /name="startsOn"[^>]*value="([\d-]+)"/.exec(page)?.[1] ?? ''
    expect(run).toBe(periods[19])
    expect((await begin({ startsOn: run, cause: '' })).status).toBe(422)
    expect((await begin({ startsOn: run })).headers.get('location')).toBe('/scorecard/activation')
    expect(await segmentsOf((await metric('activation')).id)).toEqual([
      { startsOn: run, cause: 'New onboarding', decision: null },
    ])
    expect(await textOf(await site.visit('/scorecard/activation/baseline', 'editor'))).toContain('New onboarding')
  })

  it('begins elsewhere only with a decision that the person may know of', async () => {
    const startsOn = (await enter('activation', toAndFro(14)))[9] ?? ''
    expect(await textOf(await begin({ startsOn }))).toContain('please name the decision')
    expect(await textOf(await begin({ startsOn, decision: 'D-7' }))).toContain('There is no decision D-7.')
    await site.submit('/decisions/new', { title: 'Rebuild onboarding', type: '6' })
    const owner = String(site.people.owner.id)
    await site.submit('/decisions/new', { title: 'Quietly', type: '6', decider: owner, restricted: '1' })
    expect(await textOf(await begin({ startsOn, decision: '2' }))).toContain('There is no decision D-2.')
    expect((await begin({ startsOn, decision: 'd-1' })).status).toBe(303)
    expect(await segmentsOf((await metric('activation')).id)).toMatchObject([{ startsOn, decision: 1 }])
    expect(await textOf(await begin({ startsOn, decision: '1' }))).toContain('old ones stay as they are')
  })
})

it('each category has one owner, all five saved at once', async () => {
  const { editor, owner } = site.people
  const fields = { product: String(owner.id), delivery: String(editor.id), reliability: '', security: '', cost: '' }
  expect((await site.submit('/scorecard/owners', fields, 'editor')).status).toBe(303)
  const page = await textOf(await site.visit('/scorecard/owners', 'editor'))
  expect(page).toContain('Three categories have nobody who answers for them yet.')
  expect((await site.submit('/scorecard/owners', { ...fields, cost: '999' }, 'editor')).status).toBe(422)
})

it('the history tells in a sentence what happened to a metric, and leads to it', async () => {
  await take({ metric: 'activation' })
  await enter('activation', [40])
  const history = await (await site.visit('/history', 'viewer')).text()
  expect(history).toMatch(/put on the scorecard\s+<a href="\/scorecard\/activation">Activation<\/a>/)
  expect(history).toMatch(/entered readings of\s+<a href="\/scorecard\/activation">/)
})
