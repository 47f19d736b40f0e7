import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { documents } from '../db/decisions/document.ts'
import { importRecords } from '../db/decisions/import.ts'
import { writeRecord } from '../src/domain/adr/write.ts'
import { type Site, startSite, textOf } from './support/app.ts'
import { freshDatabase, temporaryFolder } from './support/database.ts'
import { foundedBy } from './support/founded.ts'
import { foreignRecords } from './support/records.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const uploadOf = (files: Record<string, string>, collection = 'platform') => {
  const form = new FormData()
  form.set('collection', collection)
  form.set('type', 'technical')
  for (const [name, text] of Object.entries(files))
    form.append('files', new File([text], name, { type: 'text/markdown' }))
  return form
}

/** Sends the files and waits until the page says that they were read. */
async function importInBrowser(files: Record<string, string>) {
  const started = await site.upload('/decisions/import', uploadOf(files))
  expect(started.status).toBe(303)
  const address = started.headers.get('location') ?? ''
  for (let tries = 0; tries < 200; tries++) {
    const html = await (await site.visit(address)).text()
    if (!html.includes('hx-trigger')) return textOf(new Response(html))
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The import does not end')
}

it('records of every format come in by the browser, and what is none is named with its line', async () => {
  const text = await importInBrowser(foreignRecords)
  expect(text).toContain('Six decisions came in; three files are not a record.')
  expect(text).toContain('README.md, line 1: is not a decision record')
  expect(text).toMatch(/0099-broken.md, line [34]: has front matter that is not valid YAML/)
  expect(text).toContain('template.md')
  for (const word of ['walrus', 'pelican', 'heron', 'cormorant', 'gannet', 'puffin']) {
    expect(await textOf(await site.visit(`/decisions?q=${word}`)), word).toContain('1 of 1 shown')
  }
})

it('importing twice changes nothing, and a file that reads differently now is reported', async () => {
  await importInBrowser(foreignRecords)
  const before = await exported()
  const again = await importInBrowser(foreignRecords)
  expect(again).toContain('No decisions came in')
  const changed = {
    ...foreignRecords,
    '0001-keep-a-log.md': `${foreignRecords['0001-keep-a-log.md']}\nAn afterthought.\n`,
  }
  expect(await importInBrowser(changed)).toContain('0001-keep-a-log.md differs from what was imported as D-')
  expect(await exported()).toEqual(before)
})

it('links and successions are found whichever of the two records says so', async () => {
  await importInBrowser(foreignRecords)
  const old = await textOf(await site.visit('/decisions?q=walrus'))
  const number = /D-(\d+)/.exec(old)?.[1]
  const page = await textOf(await site.visit(`/decisions/${number}`))
  expect(page).toContain('Superseded')
  expect(page).toContain('Keep the log in a database')
})

it('of two files with one name the first goes in and the second is named', async () => {
  const form = uploadOf({ '0001-a.md': '# A\n\n## Decision\n\nOne.\n' })
  form.append('files', new File(['# B\n\n## Decision\n\nTwo.\n'], '0001-a.md', { type: 'text/markdown' }))
  const started = await site.upload('/decisions/import', form)
  await expect
    .poll(async () => textOf(await site.visit(started.headers.get('location') ?? '')))
    .toContain('has the name of another file')
  expect(await textOf(await site.visit('/decisions'))).toContain('1 of 1 shown')
})

it('nothing, or nothing readable, is refused with a reason', async () => {
  expect(await textOf(await site.upload('/decisions/import', uploadOf({})))).toContain('Please choose the files first.')
  expect(await textOf(await site.upload('/decisions/import', uploadOf({ 'photo.png': 'x' })))).toContain(
    'None of these is a Markdown file',
  )
})

it('the export imports into an empty Fulcrum without loss, byte for byte, links and annotations too', async () => {
  await importInBrowser(foreignRecords)
  await site.submit('/decisions/new', {
    title: 'Everything at once: "quotes", #hash & more',
    type: '3',
    side: 'both',
    door: 'one_way',
    outcome: '# A heading in a text\n\n---\n\nand more',
    constraints: ['time', 'cost'],
    notDoing: 'This\nThat',
    rationale: '```\n<!-- fulcrum: end -->\n```\n<!-- fulcrum: outcome -->',
    confidence: '55',
    expected: 'It pays',
    expectedValue: '3.14',
    spend: '12000',
    revisitOn: '2027-01-15',
    consulted: String(site.people.editor.id),
    tags: 'one, two',
    restricted: '1',
  })
  const address = '/decisions/7'
  await site.submit(`${address}/options`, {
    version: '1',
    'option-0': 'Buy',
    'good-0': 'Quick\nKnown',
    'option-1': 'Build',
    'bad-1': 'Slow',
    'criterion-0': 'Cost',
    'weight-0': '60',
    'score-0-0': '4',
    chosen: '0',
  })
  await site.submit(`${address}/ruling`, {
    version: '2',
    forum: 'tradeoff',
    by: String(site.people.owner.id),
    rationale: 'Because.',
    chosen: '0',
    confidence: '55',
    expected: 'It pays',
  })
  await site.submit(`${address}/amendments`, {
    version: '3',
    field: 'rationale',
    text: 'Because of that.',
    because: 'clearer',
  })
  await site.submit(`${address}/notes`, { version: '4', text: 'Seen again\n\nin two paragraphs' })
  await site.submit(`${address}/links`, { version: '5', kind: 'depends_on', to: 'D-2' })
  await site.submit(`${address}/outcome`, { version: '6', came: 'no', learned: 'Ask for the invoice' })
  await site.submit(`${address}/reversal`, { version: '7', cause: 'error', because: 'We misread the contract' })
  const first = await exported()
  expect(Object.keys(first)).toHaveLength(7)

  await site.close()
  const close = await freshDatabase()
  const by = await foundedBy()
  const files = Object.entries(first).map(([name, text]) => ({ name, text }))
  const results = await importRecords(by, { collection: 'export', type: null, files })
  expect(results.map((result) => ('outcome' in result ? result.outcome : result.reason))).toEqual(
    files.map(() => 'added'),
  )
  expect(await exported()).toEqual(first)
  await close()
  site = await startSite()
})

async function exported() {
  const files: Record<string, string> = {}
  for await (const document of documents(null)) {
    const { name, text } = writeRecord(document)
    files[name] = text
  }
  return files
}

it('the zip, CSV and JSON of the log hold every decision, and no formula for a spreadsheet to run', async () => {
  await site.submit('/decisions/new', { title: '=HYPERLINK("http://evil.example")' })
  const csv = await (await site.visit('/decisions.csv')).text()
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  const [document] = await (await site.visit('/decisions.json')).json()
  expect(document.title).toBe('=HYPERLINK("http://evil.example")')
  const zip = unzipSync(new Uint8Array(await (await site.visit('/decisions.zip')).arrayBuffer()))
  const folder = temporaryFolder()
  for (const [name, bytes] of Object.entries(zip)) writeFileSync(join(folder, name), bytes)
  const names = readdirSync(folder)
  expect(names).toEqual(['0001-hyperlink-http-evil-example.md'])
  expect(readFileSync(join(folder, names[0] ?? ''), 'utf8')).toContain('# =HYPERLINK')
  rmSync(folder, { recursive: true })
})
