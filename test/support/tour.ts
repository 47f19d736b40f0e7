import type { Browser, BrowserContext, Page } from 'playwright-core'
import { periodOf } from '../../src/domain/scorecard/periods.ts'

const founder = { name: 'Maren Lindqvist', email: 'maren@halyard.test', password: 'a quiet harbour at dawn' }

/** A browser of its own whose every complaint is kept: errors of scripts, of the console, of the security policy. */
export async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page: Page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refused form answers 4xx, which the console notes as a failed load.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return { context, page, complaints }
}

export async function welcome(page: Page, url: string, start: 'empty' | 'example') {
  await page.goto(url)
  await page.getByLabel('Name', { exact: true }).first().fill(founder.name)
  await page.getByLabel('E-mail').fill(founder.email)
  await page.getByLabel('Password').fill(founder.password)
  await page.locator('[name=organisation]').fill('Halyard')
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon')
  await page.locator(`[name=start][value=${start}]`).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('heading', { name: 'Decide now' }).waitFor()
}

export async function signIn(page: Page, url: string) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(founder.email)
  await page.getByLabel('Password').fill(founder.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Decide now' }).waitFor()
}

/** Closes two monthly reviews and leaves one open; the addresses of every page there is of them. */
export async function reviewsOf(page: Page, url: string) {
  const open = async () => {
    await page.goto(`${url}/reviews`)
    const start = page.getByRole('button', { name: 'Start the monthly review' })
    if (await start.isVisible()) await start.click()
    else
      await page
        .getByRole('link', { name: /^Monthly review/ })
        .first()
        .click()
    await page.getByRole('heading', { name: 'Closing' }).waitFor()
    return new URL(page.url()).pathname
  }
  const close = async () => {
    const path = await open()
    await page.getByRole('button', { name: 'Close and seal the review' }).click()
    await page.getByText('content hash').waitFor()
    return path
  }
  const [first, second, third] = [await close(), await close(), await open()]
  const [a, b] = [first, second].map((path) => path.split('/').at(-1))
  const packs = [`${second}/pack`, `${third}/pack`]
  return ['/reviews', second, third, `${third}?category=cost`, ...packs, `/reviews/compare?a=${a}&b=${b}`]
}

/** Imports a few records of each kind; the addresses of every page there is of them. */
export async function recordsOf(page: Page, url: string) {
  const day = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
  const files = {
    findings: [
      'key,title,severity,known_exploited,exposed,automatable,total_impact,opened_on,closed_on',
      `CVE-2026-1181,Remote code execution in the image library,critical,yes,yes,no,yes,${day},`,
    ],
    incidents: [
      'key,title,detected_at,restored_at,journey,user_impacting,caused_by_change',
      `INC-204,Checkout slow,${day} 10:00,${day} 10:40,Checkout,yes,yes`,
      `INC-205,Labels do not print,${day} 12:00,,,yes,no`,
    ],
    deployments: ['key,at,failed,rolled_back,unplanned_fix', `web-45,${day} 09:00,yes,no,no`],
  }
  for (const [kind, rows] of Object.entries(files)) {
    await page.goto(`${url}/${kind}/import`)
    await page.getByLabel('Or its rows').fill(rows.join('\n'))
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('button', { name: `Import the ${kind}` }).click()
    await page.getByText('Imported:').waitFor()
  }
  const figure = `/scorecard/mttr/rows/${periodOf(day, 'fortnightly')}`
  return [
    ...Object.keys(files).flatMap((kind) => [`/${kind}`, `/${kind}/new`, `/${kind}/import`, `/${kind}/1/edit`]),
    figure,
  ]
}

/** The page of a metric with all its readings, and of one of them. */
export async function metricOf(page: Page, url: string) {
  const metric = '/scorecard/activation'
  await page.goto(url + metric)
  const reading = await page.locator('.t-read tbody th a').nth(1).getAttribute('href')
  return [metric, `${metric}?readings=all`, reading ?? '']
}
