import type { Browser, BrowserContext, Page } from 'playwright-core'

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
