import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { openPage, signIn, welcome } from '../support/tour.ts'

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
  '/rights',
  '/rights/types/technical',
  '/rights/types/technical/edit',
  '/rights/types/new',
  '/rights/matrix',
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
  '/nowhere',
]

const stepPages = {
  proposed: ['', 'edit', 'options', 'ruling', 'handover', 'withdrawal', 'notes', 'links', 'readers'],
  decided: ['', 'supersession', 'reversal', 'amendments', 'outcome'],
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
  addresses = [
    ...pages,
    compared,
    ...stepPages.proposed.map((step) => `${proposed}/${step}`.replace(/\/$/, '')),
    ...stepPages.decided.map((step) => `${decided}/${step}`.replace(/\/$/, '')),
  ]
  await context.close()
})
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
    const look = async (path: string) => {
      await page.goto(server.url + path)
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      })
      found.push(...violations.map((violation) => `${path} ${violation}`))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (over > 0) found.push(`${path} is ${over} px too wide`)
    }
    await look('/sign-in')
    await signIn(page, server.url)
    for (const path of addresses) await look(path)
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  }, 240_000)
})

it('the first load weighs at most 60 kB, and each page after it 12 kB', async () => {
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
