import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rows } from '../db/rows.ts'
import { addMetrics, fromCatalogue, retireMetric } from '../db/scorecard/define.ts'
import { findMetric } from '../db/scorecard/metrics.ts'
import { enterReadings } from '../db/scorecard/readings.ts'
import { exportReadings } from '../src/cli/export-readings.ts'
import { importReadings } from '../src/cli/import-readings.ts'
import { catalogue } from '../src/domain/scorecard/catalogue/all.ts'
import { type Site, startSite, textOf } from './support/app.ts'
import { freshDatabase, temporaryFolder } from './support/database.ts'
import { foundedBy } from './support/founded.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const weekly = `metric,period_start,value,numerator,denominator,note
Change failure rate,2026-01-05,8.3,1,12,
change_failure_rate,2026-01-12,,2,10,"A migration, twice"
lead_time,2026-01-05,41.5,,,
lead_time,2026-01-12,38,,,
`

type Sent = Record<string, string>

/** The first look: a file, or pasted rows. */
function look(text: string, more: Sent = {}, name?: string) {
  const form = new FormData()
  if (name) form.set('file', new File([text], name, { type: 'text/csv' }))
  else form.set('text', text)
  for (const [field, value] of Object.entries(more)) form.set(field, value)
  return site.upload('/scorecard/import', form, 'editor')
}

/** Sends the form of the preview, with everything hidden in it, and what somebody changes. */
async function confirm(preview: Response, more: Sent = {}) {
  const html = await preview.text()
  const form = new FormData()
  const fieldOf = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''
  for (const name of ['state', 'fileName', 'journey']) form.set(name, fieldOf(name))
  const text = fieldOf('text').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  form.set('text', text.replaceAll('\n', '\r\n'))
  for (const [field, value] of Object.entries({ confirmed: '1', ...more })) form.set(field, value)
  return site.upload('/scorecard/import', form, 'editor')
}

async function importInBrowser(text: string, more: Sent = {}, name?: string) {
  const landed = await confirm(await look(text, more, name))
  expect(landed.status).toBe(303)
  return textOf(await site.visit(landed.headers.get('location') ?? ''))
}

const held = () =>
  rows<{ key: string; period: string; value: number | null; note: string; file: string; source: string }>(
    sql`select m.key, r.period, r.value, r.numerator, r.denominator, r.note, r.file, r.source
      from readings r join metrics m on m.id = r.metric where r.replaced = 0 order by m.key, r.period`,
  )

async function add(key: string) {
  const metric = catalogue.find((one) => one.key === key)
  if (!metric) throw new Error(`No ${key} in the catalogue`)
  const by = { person: site.people.owner.id, at: new Date() }
  const [id = 0] = await addMetrics(by, [fromCatalogue(metric, null)])
  return { id, by }
}

it('a file is looked at first, then lands with the metrics it needs, in the rhythm it shows', async () => {
  const preview = await look(weekly, {}, 'delivery.csv')
  const text = await textOf(preview.clone())
  expect(text).toContain('Four readings are new.')
  expect(text).toContain('joins the scorecard')
  expect(await held()).toEqual([])
  const landed = await confirm(preview, { 'unit-lead_time': 'hours' })
  const done = await textOf(await site.visit(landed.headers.get('location') ?? ''))
  expect(done).toContain('Four readings came in.')
  expect(await findMetric('lead_time')).toMatchObject({ rhythm: 'weekly', unit: 'hours' })
  expect(await held()).toMatchObject([
    { key: 'change_failure_rate', period: '2026-01-05', value: 100 / 12, file: 'delivery.csv', source: 'imported' },
    { key: 'change_failure_rate', value: 20, note: 'A migration, twice' },
    { key: 'lead_time', value: 41.5 },
    { key: 'lead_time', value: 38 },
  ])
})

it('the same file again changes nothing, and says so', async () => {
  await importInBrowser(weekly, {}, 'delivery.csv')
  const before = await rows(sql`select * from readings`)
  const text = await textOf(await look(weekly, {}, 'delivery.csv'))
  expect(text).toContain('Nothing changes: all four readings are there already.')
  expect(text).not.toContain('Import four readings')
  expect(await rows(sql`select * from readings`)).toEqual(before)
})

it('corrections show what was there and what comes, and keep what they correct', async () => {
  await importInBrowser(weekly)
  const corrected = weekly.replace('38', '36.5')
  const preview = await look(corrected)
  const text = await textOf(preview.clone())
  expect(text).toContain('One reading corrects what is there, three are there already.')
  expect(text).toMatch(/Lead time, idea to shipped week 3 from 12 January 2026 38 36\.5/)
  await confirm(preview)
  expect(await rows(sql`select value from readings where period = '2026-01-12' and replaced = 1`)).toEqual([
    { value: 38 },
  ])
})

it('rows that cannot come in are named with their number, and left out only when that is said', async () => {
  const broken = `${weekly}frobs,2026-01-05,1,,,\nlead_time,2026-01-14,2,,,\nlead_time,2999-01-04,2,,,\nchange_failure_rate,2026-01-19,50,1,12,\n`
  const preview = await look(broken)
  const text = await textOf(preview.clone())
  expect(text).toContain('Four readings are new. Four rows cannot come in.')
  expect(text).toContain('Row 6 No metric on the scorecard or in the catalogue is called “frobs”.')
  expect(text).toContain('Row 7 This is in the same week as row 5')
  expect(text).toContain('has not come yet')
  expect(text).toContain('The value says 50, but 1/12 makes 8.3.')
  const refused = await confirm(preview.clone())
  expect(refused.status).toBe(422)
  expect(await held()).toEqual([])
  const landed = await confirm(preview, { leaveOut: '1' })
  expect(await textOf(await site.visit(landed.headers.get('location') ?? ''))).toContain('Four rows were left out.')
  expect(await held()).toHaveLength(4)
})

it('two products with the same metrics both come in, each under its name', async () => {
  await importInBrowser(weekly, { journey: 'Hono' })
  await importInBrowser(weekly.replace('41.5', '99'), { journey: 'Rallly' })
  const leadTimes = (await held()).filter(({ period, key }) => period === '2026-01-05' && key.startsWith('lead'))
  expect(leadTimes).toMatchObject([
    { key: 'lead_time-hono', value: 41.5 },
    { key: 'lead_time-rallly', value: 99 },
  ])
  expect(await findMetric('lead_time-hono')).toMatchObject({
    name: 'Lead time, idea to shipped, Hono',
    journey: 'Hono',
  })
})

it('what is confirmed is what was shown: another product, or somebody else’s entry, is shown anew', async () => {
  const preview = await look(weekly)
  const renamed = await confirm(preview.clone(), { journey: 'Hono' })
  expect(renamed.status).toBe(409)
  expect(await textOf(renamed)).toContain('This is not what you were shown')
  const { id, by } = await add('lead_time')
  const entry = { metric: id, period: '2026-01-05', value: 3, numerator: null, denominator: null, note: '' }
  await enterReadings(by, '2026-02-02', [entry], { source: 'entered' })
  expect((await confirm(preview)).status).toBe(409)
  expect(await held()).toMatchObject([{ value: 3 }])
})

it('dates that can be read two ways are said to be, and weeks of a metric entered monthly collide', async () => {
  const text = await textOf(await look('period,nps\n03/04/2026,41\n04/04/2026,42\n'))
  expect(text).toContain('Which is the day and which the month cannot be told')
  await add('nps')
  expect(await textOf(await look('week,nps\n2026-01-05,41\n2026-01-12,42\n'))).toContain('in the same month as row 2')
})

it('a metric that was taken off the scorecard is not put back by a file', async () => {
  const { id, by } = await add('lead_time')
  await retireMetric(by, id, 1, true)
  expect(await textOf(await look(weekly))).toContain('was taken off the scorecard: please put it back first')
})

it('nothing is refused with a reason, and so is who may not', async () => {
  expect(await textOf(await look(''))).toContain('Please choose a file, or paste its rows.')
  expect(await textOf(await look(weekly, { journey: '日本' }))).toContain('Please give it a name with a letter')
  const form = new FormData()
  form.set('text', weekly)
  expect((await site.upload('/scorecard/import', form, 'contributor')).status).toBe(403)
})

it('the export imports into an empty scorecard without loss, and runs no formula', async () => {
  await importInBrowser(weekly.replace('"A migration, twice"', '"=SUM(A1)"'))
  await importInBrowser(weekly.replace('"A migration, twice"', `"'=quoted, ""twice"""`), { journey: 'Hono' })
  await importInBrowser('month,nps\n2026-01,-12.25\n2026-02,0\n')
  const before = await held()
  const response = await site.visit('/scorecard.csv', 'viewer')
  expect(response.headers.get('content-disposition')).toContain('scorecard.csv')
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  expect(csv).toContain("'=SUM(A1)")
  expect(csv.split('\r\n')[0]).toBe('\ufeffmetric,period_start,value,numerator,denominator,note')
  await site.close()
  site = await startSite()
  await importInBrowser(csv)
  const content = (all: typeof before) => all.map(({ file: _file, source: _source, ...one }) => one)
  expect(content(await held())).toEqual(content(before))
})

it('the command line does the same, and fails on errors that were not to be left out', async () => {
  await site.close()
  const close = await freshDatabase()
  await foundedBy()
  const folder = temporaryFolder()
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const broken = file('broken.csv', `${weekly}frobs,2026-01-05,1,,,\n`)
  expect(await printed(() => importReadings([broken]))).toMatch(
    /^row 6: No metric .*\nNothing came in, because one row/,
  )
  expect(process.exitCode).toBe(1)
  process.exitCode = undefined
  expect(await held()).toEqual([])
  const lenient = [broken, '--for', 'Hono', '--unit', 'lead_time=hours', '--leave-out-errors']
  const said = await printed(() => importReadings(lenient))
  expect(said).toContain('added lead_time-hono: Lead time, idea to shipped, Hono (Weekly, hours)')
  expect(said).toMatch(/Four readings came in\.\nOne row left out\.\n$/)
  expect(process.exitCode).toBeUndefined()
  expect(await printed(() => importReadings(lenient))).toContain(
    'Nothing changes: all four readings are there already.',
  )
  expect(await printed(() => exportReadings([join(folder, 'out.csv')]))).toContain('4 readings written to')
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain('lead_time-hono,2026-01-05,41.5,,,')
  rmSync(folder, { recursive: true })
  await close()
  site = await startSite()
})

/** What a command writes to the terminal. */
async function printed(run: () => Promise<void>) {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await run()
  const text = write.mock.calls.map(([one]) => String(one)).join('')
  write.mockRestore()
  return text
}
