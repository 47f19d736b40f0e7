import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { db } from '../db/client.ts'
import { restrict } from '../db/decisions/annotate.ts'
import { changeOrganisation } from '../db/organisation.ts'
import { first, rows } from '../db/rows.ts'
import { addMetrics, fromCatalogue, redefine, setTarget } from '../db/scorecard/define.ts'
import { findMetric } from '../db/scorecard/metrics.ts'
import { enterReadings, noteReading } from '../db/scorecard/readings.ts'
import { catalogue } from '../src/domain/scorecard/catalogue/all.ts'
import { lastComplete } from '../src/domain/scorecard/periods.ts'
import { type Site, startSite, textOf } from './support/app.ts'

const now = new Date()
const today = now.toISOString().slice(0, 10)
const month = lastComplete(today, 'monthly')
const week = lastComplete(today, 'weekly')

let site: Site
let by: { person: number; at: Date }
let cloud: number
let failures: number
beforeEach(async () => {
  site = await startSite()
  by = { person: site.people.owner.id, at: now }
  cloud = await add('cloud_variance')
  failures = await add('change_failure_rate')
  await enter(cloud, month, 15)
  await enter(failures, week, 25)
})
afterEach(() => site.close())

async function add(key: string) {
  const metric = catalogue.find((one) => one.key === key)
  if (!metric) throw new Error(`No ${key} in the catalogue`)
  const [id = 0] = await addMetrics(by, [fromCatalogue(metric, by.person)])
  return id
}

const enter = (metric: number, period: string, value: number) =>
  enterReadings(by, today, [{ metric, period, value, numerator: null, denominator: null, note: '' }], {
    source: 'entered',
  })

const start = async (kind = 'monthly', as: 'owner' | 'contributor' = 'owner') =>
  (await site.submit('/reviews', { kind }, as)).headers.get('location') ?? ''

/** Starts and closes a review. */
async function hold(kind = 'monthly') {
  const review = await start(kind)
  await site.submit(`${review}/closing`, {})
  return review
}

const read = async (path: string, as: 'owner' | 'viewer' | 'contributor' = 'owner') =>
  textOf(await site.visit(path, as))
const log = (fields: Record<string, string>) => site.submit('/decisions/new', fields)

it('before the first review the page says what one is for, and how to start', async () => {
  expect(await read('/reviews')).toContain('Start the monthly review')
  expect(await read('/reviews', 'viewer')).not.toContain('Start the monthly review')
})

it('of each kind one review is open at a time: starting it again leads there', async () => {
  expect(await start()).toBe('/reviews/1')
  expect(await start()).toBe('/reviews/1')
  expect(await start('weekly')).toBe('/reviews/2')
  expect((await site.submit('/reviews', { kind: 'yearly' })).status).toBe(422)
  const at = await Promise.all(['weekly', 'weekly', 'monthly'].map((kind) => start(kind)))
  expect(at).toEqual(['/reviews/2', '/reviews/2', '/reviews/1'])
  expect(await read('/reviews')).toContain('A weekly review and a monthly review are open')
})

it('an open review walks through the categories, with what is breached and why', async () => {
  await noteReading(by, failures, week, 'reason', 'A bad library release')
  const review = await start()
  const page = await read(review)
  expect(page).toContain('One guardrail is breached, of Change failure rate; none of two metrics are on target.')
  expect(page).toContain('“A bad library release” reason for')
  expect(page).toContain('This is the first monthly review.')
  expect(page.indexOf('Delivery performance')).toBeLessThan(page.indexOf('Cost & efficiency'))
  expect(await read(await start('weekly'))).not.toContain('Cloud spend variance')
})

it('keeps notes, actions and decisions, each in its place', async () => {
  await log({ title: 'Pin the library', status: 'decided' })
  const review = await start()
  await site.submit(`${review}/notes`, { category: 'reliability', body: 'Two rollbacks\nin one week' }, 'contributor')
  await site.submit(`${review}/actions`, {
    ...{ category: 'reliability', text: 'Freeze the library' },
    ...{ owner: String(site.people.editor.id), dueOn: '2030-01-31' },
  })
  await site.submit(`${review}/decisions`, { decision: 'd-1' })
  const page = await read(`${review}?category=reliability`)
  expect(page).toContain('Two rollbacks in one week Carl Contributor')
  expect(page).toContain('Freeze the library Edda Editor, by 31 January 2030')
  expect(page).toContain('D-1 Pin the library')
  await site.submit(`${review}/actions/1/done`, { done: '1' })
  expect(await read(review)).toContain('✓ done')
  await site.submit(`${review}/actions/1/done`, { done: '0' })
  expect(await read(review)).not.toContain('✓ done')
  await site.submit(`${review}/decisions/1/removal`, {})
  expect(await read(review)).not.toContain('Pin the library')
})

it('a form that is not right says so and keeps what was typed', async () => {
  const review = await start()
  const note = await site.submit(`${review}/notes`, { category: 'cost', body: ' ' })
  expect(note.status).toBe(422)
  expect(await textOf(note)).toContain('Please write the note first.')
  const action = await site.submit(`${review}/actions`, { category: 'cost', text: 'Renegotiate', dueOn: 'soon' })
  expect(action.status).toBe(422)
  const html = await action.text()
  expect(html).toContain('value="Renegotiate"')
  expect(html).toContain('Please say who does it.')
  const gone = { category: 'cost', text: 'Renegotiate', owner: '999', dueOn: '2030-01-31' }
  expect(await (await site.submit(`${review}/actions`, gone)).text()).toContain('value="2030-01-31"')
  const decision = await site.submit(`${review}/decisions`, { decision: 'D-77' })
  expect(decision.status).toBe(422)
  expect(await decision.text()).toContain('value="D-77"')
})

it('says whether Product and Engineering were both there', async () => {
  const review = await start()
  const { owner, editor } = site.people
  const paula = await site.join('Paula Product', 'viewer', 'vp_product')
  await site.submit(`${review}/attendance`, { present: [String(owner.id), String(editor.id)] })
  expect(await read(review)).toContain('Engineering is here, Product is not.')
  await site.submit(`${review}/attendance`, { present: [String(paula.id), String(editor.id)] })
  expect(await read(review)).toContain('Product and Engineering are both here.')
  await site.submit(`${review}/closing`, {})
  expect(await read(review)).toContain('Product and Engineering were both there.')
})

it('a sealed review stays as it was, whatever is corrected, renamed or decided afterwards', async () => {
  await log({ title: 'Pin the library', status: 'decided' })
  const review = await start()
  await site.submit(`${review}/decisions`, { decision: '1' })
  await site.submit(`${review}/actions`, { category: 'cost', text: 'Ask', owner: String(site.people.editor.id) })
  await site.submit(`${review}/closing`, {})
  const before = [await read(review), await read(`${review}/pack`)]
  expect(before[0]).toMatch(/Sealed on \d+ \w+ \d{4}, content hash [0-9a-f]{64}/)

  await enter(failures, week, 1)
  await setTarget(by, cloud, { startsOn: '1970-01-01', target: 50, guardrail: 60, reason: 'Easier' })
  const metric = await findMetric('cloud_variance')
  if (!metric) throw new Error('It is gone')
  await redefine(by, cloud, metric.version, { ...metric, name: 'Bill against forecast' }, 'Clearer')
  const amendment = { version: '1', field: 'title', text: 'Unpin it', because: 'Typo' }
  for (const [path, fields] of [
    [`/people/${site.people.editor.id}/edit`, { name: 'Edda Married', version: '1' }],
    ['/decisions/1/amendments', amendment],
    [`${review}/actions/1/done`, { done: '1' }],
  ] as const)
    expect((await site.submit(path, fields)).status, path).toBe(303)
  const another = { name: 'Another', timeZone: 'Europe/Lisbon', stage: 'startup' as const, currency: 'USD' }
  await changeOrganisation(by, 1, another)

  expect([await read(review), await read(`${review}/pack`)]).toEqual(before)
  expect(await read('/reviews')).toContain('One guardrail breached; none of two metrics are on target.')
})

it('nothing can be added to a closed review, and the database refuses to change it', async () => {
  const review = await hold()
  expect((await site.submit(`${review}/notes`, { category: 'cost', body: 'Too late' })).status).toBe(403)
  expect((await site.submit(`${review}/closing`, {})).status).toBe(403)
  expect(await read(review)).not.toContain('Close and seal')
  await expect(db.run(sql`update reviews set snapshot = '{}' where id = 1`)).rejects.toThrow()
  await expect(db.run(sql`delete from reviews where id = 1`)).rejects.toThrow()
})

it('shouts when what is kept is not what was sealed', async () => {
  const review = await hold()
  const kept = await first<{ snapshot: string; hash: string }>(sql`select snapshot, hash from reviews where id = 1`)
  await db.run(sql`drop trigger reviews_are_sealed`)
  await db.run(sql`update reviews set snapshot = replace(snapshot, '25', '2.5') where id = 1`)
  expect(await read(review)).toContain('Seal broken')
  expect(await read(`${review}/pack`)).toContain('Seal broken')
  // Also when the hash beside it was made to match: the history has the one that was sealed.
  const forged = `${kept?.snapshot} `
  const hash = createHash('sha256').update(forged).digest('hex')
  await db.run(sql`update reviews set snapshot = ${forged}, hash = ${hash} where id = 1`)
  expect(await read(review)).toContain('Seal broken')
  await db.run(sql`update reviews set snapshot = ${kept?.snapshot}, hash = ${kept?.hash} where id = 1`)
  expect(await read(review)).toContain('Sealed on')
  await db.run(sql`update reviews set snapshot = 'gone' where id = 1`)
  expect((await site.visit(review)).status).toBe(410)
  expect((await site.visit('/reviews')).status).toBe(200)
})

it('whoever started a review, or an editor, closes it', async () => {
  const review = await start()
  expect((await site.submit(`${review}/closing`, {}, 'contributor')).status).toBe(403)
  expect((await site.submit(`${review}/closing`, {}, 'editor')).status).toBe(303)
  const other = await start('weekly', 'contributor')
  expect((await site.submit(`${other}/closing`, {}, 'contributor')).status).toBe(303)
})

it('the next review begins with what has changed, and with what was agreed and is not done', async () => {
  const review = await start()
  await site.submit(`${review}/actions`, { category: 'cost', text: 'Ask', owner: String(site.people.editor.id) })
  await site.submit(`${review}/closing`, {})
  await enter(cloud, month, 11)
  const next = await start()
  const page = await read(next)
  expect(page).toContain('Changed since')
  expect(page).toContain('Cloud spend variance 15 → 11 % Off target → On target')
  expect(page).toContain('Agreed earlier')
  await site.submit(`${next}/actions/1/done`, { done: '1' })
  await site.submit(`${next}/closing`, {})
  expect(await read(next)).toContain('✓ done')
  expect(await read(review)).toContain('not done')
})

it('an action is ticked between two reviews, and only by those who may write', async () => {
  const review = await start()
  await site.submit(`${review}/actions`, { category: 'cost', text: 'Ask', owner: String(site.people.editor.id) })
  await site.submit(`${review}/closing`, {})
  expect(await read('/reviews')).toContain('Agreed and not done')
  expect((await site.submit(`${review}/actions/1/done`, {}, 'viewer')).status).toBe(403)
  const response = await site.submit(`${review}/actions/1/done`, { done: '1' }, 'contributor')
  expect(response.headers.get('location')).toBe('/reviews#actions')
  expect(await read('/reviews')).not.toContain('Agreed and not done')
  expect((await site.submit(`${review}/actions/9/done`, { done: '1' })).status).toBe(404)
})

it('a restricted decision is sealed as a number, and only its readers see it', async () => {
  await log({ title: 'Let the vendor go', status: 'decided' })
  await log({ title: 'Second source', status: 'decided' })
  await restrict(by, 1, [by.person])
  const review = await start()
  expect((await site.submit(`${review}/decisions`, { decision: '1' }, 'contributor')).status).toBe(422)
  await site.submit(`${review}/decisions`, { decision: '1' })
  await site.submit(`${review}/decisions`, { decision: '2' })
  expect(await read(review, 'contributor')).not.toContain('D-1 ')
  await site.submit(`${review}/closing`, {})
  const [kept] = await rows<{ snapshot: string }>(sql`select snapshot from reviews`)
  expect(kept?.snapshot).not.toContain('vendor')
  expect(await read(review)).toContain('D-1 Let the vendor go')
  expect(await read(review, 'viewer')).not.toContain('D-1 ')
  expect(await read(`${review}/pack`, 'viewer')).not.toContain('D-1 ')
  expect(await read('/history', 'viewer')).not.toContain('D-1 ')

  await restrict(by, 2, [by.person])
  expect(await read(review, 'viewer')).not.toContain('Second source')
  expect(await read(review)).toContain('Second source')
})

it('the board pack has the finding, the changes, the table, the reasons, the business line and the actions', async () => {
  await log({ title: 'Pin libfoo to 2.3', status: 'decided', business: 'Fewer outages for our customers' })
  await noteReading(by, failures, week, 'reason', 'A bad library release')
  const review = await start()
  await site.submit(`${review}/decisions`, { decision: '1' })
  await site.submit(`${review}/actions`, { category: 'cost', text: 'Ask', owner: String(site.people.editor.id) })
  expect(await read(`${review}/pack`)).toContain('A draft: the review is still open.')
  await site.submit(`${review}/closing`, {})
  const pack = await read(`${review}/pack`, 'viewer')
  for (const said of ['One guardrail is breached', 'Cloud spend variance', 'A bad library release', 'Ask Edda Editor'])
    expect(pack).toContain(said)
  expect(pack).toContain('D-1 Fewer outages for our customers')
  expect(pack).not.toContain('libfoo')
  expect(pack).toContain('content hash')
})

it('two sealed reviews stand side by side, and no open one', async () => {
  await hold()
  expect(await read('/reviews/compare')).toContain('Once two reviews are closed')
  await enter(cloud, month, 11)
  await hold()
  await start()
  const page = await read('/reviews/compare?a=1&b=2', 'viewer')
  expect(page).toContain('No metrics got worse and one metric better')
  expect(page).toContain('15 Off target 11 On target Better , −4')
  expect(page).toContain('25 Guardrail breached 25 Guardrail breached Same status')
  expect((await site.visit('/reviews/compare?a=1&b=3')).status).toBe(404)
  expect((await site.visit('/reviews/compare')).status).toBe(200)
})

it('there is no review of a number that was never given', async () => {
  for (const path of ['/reviews/9', '/reviews/none', '/reviews/9/pack'])
    expect((await site.visit(path)).status).toBe(404)
})
