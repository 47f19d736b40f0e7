import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { foreignRecords } from '../support/records.ts'
import { startServer } from '../support/server.ts'
import { openPage, signIn, welcome } from '../support/tour.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('The main job %s', (_name, javaScriptEnabled) => {
  let server: Awaited<ReturnType<typeof startServer>>
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    server = await startServer()
    ;({ page, complaints } = await openPage(browser, { javaScriptEnabled }))
  })
  afterAll(async () => {
    await page.context().close()
    expect(await server.stop()).toBe(0)
  })

  const heading = () => page.getByRole('heading', { level: 1 }).innerText()

  const log = async (title: string, button = 'Log it') => {
    await page.goto(`${server.url}/decisions/new`)
    await page.getByLabel('In one line', { exact: true }).fill(title)
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  }

  it('a newcomer founds the organisation and lands on Home', async () => {
    await welcome(page, server.url, 'empty')
    expect(await heading()).toBe('Nothing waits for a decision.')
  })

  it('signs out and in again', async () => {
    await page.goto(`${server.url}/me`)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(page, server.url)
  })

  it('logs a decision with one line and Enter, from anywhere', async () => {
    await page.goto(`${server.url}/rights`)
    if (javaScriptEnabled) await page.keyboard.press('c')
    else
      await page
        .getByRole('link', { name: /Log a decision/ })
        .first()
        .click()
    await page.getByRole('heading', { name: 'What is to be decided, or what was?' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name')).catch(() => 'title')).toBe('title')
    await page.keyboard.type('Cap partitions per port')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Cap partitions per port' }).waitFor()
    expect(page.url()).toMatch(/\/decisions\/1$/)
  })

  it('answers the four questions, and learns who decides', async () => {
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('Outcome: what are we optimising for?').fill('Confirmations within two seconds')
    await page.getByLabel('Cost').check()
    await page.getByLabel(/^Smallest bet/).fill('Two ports first')
    await page.getByLabel(/^Not doing/).fill('A second region')
    await page.getByLabel('Type').selectOption({ label: 'Build vs buy' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Confirmations within two seconds').waitFor()
    await page.getByText('CPTO decides build vs buy').waitFor()
  })

  it('keeps what was typed when a form is refused, and says what is wrong', async () => {
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('In one line', { exact: true }).fill('  ')
    await page.getByLabel('Why').fill('A thought not to be lost')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Please say in one line what it is about.' }).waitFor()
    expect(await page.getByLabel('Why').inputValue()).toBe('A thought not to be lost')
    if (javaScriptEnabled) {
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    }
  })

  it('decides it', async () => {
    await page.goto(`${server.url}/decisions/1`)
    if (javaScriptEnabled) await page.keyboard.press('d')
    else await page.getByRole('link', { name: /^Decide/ }).click()
    await page.getByLabel('Why').fill('The bill grows with partitions')
    await page.getByLabel('In', { exact: true }).selectOption({ label: 'Tradeoff meeting' })
    await page.getByLabel('Revisit on').fill(new Date().toISOString().slice(0, 10))
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.locator('.kick .st', { hasText: 'Decided' }).waitFor()
  })

  it('reviews the outcome first, and sees only then how it was made', async () => {
    expect(await page.locator('main').innerText()).not.toContain('of 7')
    await page.getByRole('link', { name: 'Review the outcome' }).click()
    await page.getByLabel('Yes').check()
    await page.getByLabel('What did we learn?').fill('Partitions were the cost')
    await page.getByRole('button', { name: 'Record the outcome' }).click()
    await page.getByText('The expected result came.').waitFor()
    expect(await page.locator('main').innerText()).toContain('of 7')
  })

  it('supersedes it, and walks the chain', async () => {
    await page.getByRole('link', { name: 'Supersede' }).click()
    await page.getByLabel('The new decision, in one line').fill('Renegotiate the stream')
    await page.getByLabel('Why is it replaced?').fill('The vendor moved')
    await page.getByRole('button', { name: 'Supersede' }).click()
    await page.getByRole('heading', { level: 1, name: 'Renegotiate the stream' }).waitFor()
    await page
      .locator('.chain')
      .getByRole('link', { name: /Cap partitions per port/ })
      .click()
    await page.locator('.kick .st', { hasText: 'Superseded' }).waitFor()
    if (javaScriptEnabled) {
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: 'Renegotiate the stream' }).waitFor()
    }
  })

  it('finds it by a word of its reasons', async () => {
    await log('Something else entirely')
    await page.goto(`${server.url}/decisions`)
    await page.getByLabel('Search the log').fill('partitions')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.locator('mark').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    expect(page.url()).toContain('q=partitions')
  })

  it('imports decision records', async () => {
    await page.goto(`${server.url}/decisions/import`)
    const files = Object.entries(foreignRecords).map(([name, text]) => ({
      name,
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    }))
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('button', { name: 'Import' }).click()
    for (let tries = 0; !javaScriptEnabled && tries < 40 && /being read/.test(await heading()); tries++) {
      await page.getByRole('link', { name: 'Look again' }).click()
    }
    await page.getByRole('heading', { name: 'Six decisions came in; three files are not a record.' }).waitFor()
  })

  it('nothing complained on the way', () => {
    expect(complaints).toEqual([])
  })
})

describe('The keyboard', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  let page: Page
  beforeAll(async () => {
    server = await startServer()
    ;({ page } = await openPage(browser))
    await welcome(page, server.url, 'empty')
    for (const title of ['First', 'Second', 'Third']) {
      await page.goto(`${server.url}/decisions/new`)
      await page.getByLabel('In one line', { exact: true }).fill(title)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
  })
  afterAll(async () => {
    await page.context().close()
    await server.stop()
  })

  it('goes to places, moves over rows and opens one', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.getByRole('heading', { level: 1, name: /decisions are open/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Second')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Third' }).waitFor()
  })

  it('finds the search and the list of keys, and types letters into a field as letters', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('cgd')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('cgd')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('heading', { level: 1, name: /One key logs a decision/ }).waitFor()
  })

  it('shows who decides as the type is chosen', async () => {
    await page.goto(`${server.url}/decisions/new`)
    await page.getByLabel('Type').selectOption({ label: 'Technical' })
    await page.getByText('VP Engineering decides').waitFor()
  })
})
