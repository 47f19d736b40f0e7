import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { access } from '../../src/access.ts'
import { launch } from '../support/browser.ts'
import { foreignRecords } from '../support/records.ts'
import { startServer } from '../support/server.ts'
import {
  capacityOf,
  initiativesOf,
  intakeOf,
  metricOf,
  openPage,
  recordsOf,
  reviewsOf,
  roadmapOf,
  signIn,
  welcome,
} from '../support/tour.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every page there is, on the example organisation, where each has something to show. */
const pages = [
  '/',
  '/decisions',
  '/decisions?view=revisit',
  '/decisions?q=stream',
  '/decisions?q=nosuchword',
  '/decisions/new',
  '/decisions/quality',
  '/decisions/import',
  '/scorecard',
  '/scorecard?enter=all',
  '/scorecard/paste',
  '/rights',
  '/rights/types/technical',
  '/rights/types/technical/edit',
  '/rights/types/new',
  '/rights/matrix',
  '/scorecard/import',
  '/scorecard/import?new=498&corrected=3&there=96&left=2',
  '/people',
  '/people/1',
  '/people/2',
  '/people/2/edit',
  '/people/new',
  '/teams/1',
  '/teams/1/edit',
  '/teams/new',
  '/history',
  '/settings',
  '/me',
  '/keys',
  '/scorecard/catalogue',
  '/scorecard/new',
  '/scorecard/owners',
  '/scorecard/activation/edit',
  '/scorecard/activation/definition',
  '/scorecard/activation/target',
  '/scorecard/activation/baseline',
  '/nowhere',
]

const stepPages = {
  proposed: ['', 'edit', 'options', 'ruling', 'handover', 'withdrawal', 'notes', 'links', 'readers'],
  decided: ['', 'supersession', 'reversal', 'amendments', 'outcome', 'judgement'],
}

/** axe puts itself on the window. */
type AxeWindow = {
  axe: {
    run: (
      on: Document,
      options: { runOnly: string[] },
    ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
  }
}

let browser: Browser
let server: Awaited<ReturnType<typeof startServer>>
let addresses: string[]
/** For those who are not signed in. */
let outside: string[]
beforeAll(async () => {
  browser = await launch()
  server = await startServer()
  const { page, context } = await openPage(browser)
  await welcome(page, server.url, 'example')
  const first = async (path: string) => {
    await page.goto(server.url + path)
    return (await page.locator('.t-dec tbody th a').first().getAttribute('href')) ?? ''
  }
  const proposed = await first('/decisions?status=proposed')
  const decided = await first('/decisions?status=decided')
  const compared = await first('/decisions?type=build_vs_buy&status=decided')
  const intake = await intakeOf(page, server.url)
  const initiatives = await initiativesOf(page, server.url)
  const roadmap = await roadmapOf(page, server.url)
  addresses = [
    ...pages,
    compared,
    ...stepPages.proposed.map((step) => `${proposed}/${step}`.replace(/\/$/, '')),
    ...stepPages.decided.map((step) => `${decided}/${step}`.replace(/\/$/, '')),
    await importOf(page),
    ...(await metricOf(page, server.url)),
    ...(await recordsOf(page, server.url)),
    ...(await reviewsOf(page, server.url)),
    ...initiatives,
    ...intake.inside,
    ...roadmap.inside,
    ...(await capacityOf(page, server.url)),
  ]
  outside = ['/sign-in', ...intake.outside, ...roadmap.outside, ...(await linksFor(page))]
  await context.close()
})
/** The page of an import in which some files came in and some did not. */
async function importOf(page: Page) {
  await page.goto(`${server.url}/decisions/import`)
  const files = Object.entries(foreignRecords).map(([name, text]) => ({
    name,
    mimeType: 'text/markdown',
    buffer: Buffer.from(text),
  }))
  await page.locator('input[type=file]').setInputFiles(files)
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByRole('heading', { name: /decisions came in/ }).waitFor()
  return new URL(page.url()).pathname
}

/** An invitation of somebody new, and a link to set a new password. */
async function linksFor(page: Page) {
  const issued = async (button: string) => {
    await page.getByRole('button', { name: button }).click()
    return new URL(await page.locator('input.link').inputValue()).pathname
  }
  await page.goto(`${server.url}/people/new`)
  await page.getByLabel('Name', { exact: true }).fill('Noor Newcomer')
  await page.getByLabel('E-mail').fill('noor@halyard.test')
  await page.getByRole('button', { name: 'Save' }).click()
  const invitation = await issued('Make an invitation link')
  await page.goto(`${server.url}/people/1`)
  return [invitation, await issued('Make a link to set a new password')]
}
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 375],
  ['dark', 375],
] as const)('Every page in %s at %i px', (colorScheme, width) => {
  let context: BrowserContext
  afterAll(() => context.close())

  it('has nothing that axe finds, fits its width, and complains of nothing', async () => {
    const opened = await openPage(browser, { colorScheme, viewport: { width, height: 900 } })
    context = opened.context
    const { page, complaints } = opened
    const found: string[] = []
    const look = async (path: string) => void found.push(...(await faultsOf(page, server.url + path)))
    for (const path of outside) await look(path)
    await signIn(page, server.url)
    for (const path of addresses) await look(path)
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  }, 240_000)
})

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 375],
  ['dark', 375],
] as const)('so does welcome, in %s at %i px', async (colorScheme, width) => {
  const empty = await startServer()
  const { context, page, complaints } = await openPage(browser, { colorScheme, viewport: { width, height: 900 } })
  expect(await faultsOf(page, `${empty.url}/welcome`)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
  await empty.stop()
})

/** What axe finds, and by how much the page is wider than the window. */
async function faultsOf(page: Page, url: string) {
  await page.goto(url)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [...violations, ...(over > 0 ? [`${over} px too wide`] : [])].map((fault) => `${url} ${fault}`)
}

it('no page is left out', () => {
  // Not pages: what is fetched or asked for by machines, and parts of the form that logs a decision.
  const others = ['/healthz', '/readyz', '/assets/:file', '/decisions/right', '/decisions/watched']
  const seen = [...addresses, ...outside].map((path) => path.split('?')[0] ?? '')
  const unseen = Object.keys(access)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice('GET '.length))
    // Welcome answers only once, before there is anything else: looked at above. Files are for taking along.
    .filter((route) => ![...others, '/welcome'].includes(route) && !/\.(csv|json|md|zip)$/.test(route))
    .filter((route) => !seen.some((path) => matches(route, path)))
  expect(unseen).toEqual([])
})

/** Words of a route match themselves, `:n` any word that is no other route's. */
function matches(route: string, path: string) {
  const isListed = `GET ${path}` in access
  if (isListed) return route === path
  const words = path.split('/')
  const parts = route.split('/')
  return parts.length === words.length && parts.every((part, at) => part.startsWith(':') || part === words[at])
}

it('the first load weighs at most 60 kB, and each page after it 12 kB', { timeout: 240_000 }, async () => {
  const { context, page } = await openPage(browser)
  let bytes = 0
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await signIn(page, server.url)
  await page.waitForLoadState('networkidle')
  expect(bytes).toBeLessThan(60_000)
  // The script that draws charts comes on top, once, with the first page that has one.
  await page.goto(`${server.url}/scorecard/activation`)
  await page.waitForLoadState('networkidle')
  for (const path of addresses) {
    bytes = 0
    await page.goto(server.url + path)
    await page.waitForLoadState('networkidle')
    expect(bytes, path).toBeLessThan(12_000)
  }
  await context.close()
})

it('nothing is asked of any other host', async () => {
  const { context, page } = await openPage(browser)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await signIn(page, server.url)
  for (const path of addresses.slice(0, 10)) await page.goto(server.url + path)
  expect([...asked]).toEqual([server.url])
  await context.close()
})
