import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { openPage, welcome } from '../support/tour.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  browser = await launch()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  expect(await server.stop()).toBe(0)
})

const titles = (page: Page) => page.locator('tr[data-rank] th a').allTextContents()

/** In this order before long: a move is posted, and the page comes back. */
const inOrder = (page: Page, order: string[]) => expect.poll(() => titles(page), { timeout: 10_000 }).toEqual(order)

describe('The roadmap is re-ranked', () => {
  let page: Page
  let complaints: string[]
  let state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
  beforeAll(async () => {
    ;({ page, complaints } = await openPage(browser))
    await welcome(page, server.url, 'empty')
    for (const title of ['Import', 'Search', 'Alerts']) {
      const form = { title, bucket: 'bets', origin: 'planning' }
      await page.request.post(`${server.url}/initiatives/new`, { form, headers: { origin: server.url } })
    }
    state = await page.context().storageState()
    await page.goto(`${server.url}/roadmap`)
  })
  afterAll(() => page.context().close())

  it('from the keyboard, and the focus goes along with the row', async () => {
    await inOrder(page, ['Import', 'Search', 'Alerts'])
    await page.getByRole('link', { name: 'Alerts' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await inOrder(page, ['Import', 'Alerts', 'Search'])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Alerts')
    await page.keyboard.press('Alt+ArrowUp')
    await inOrder(page, ['Alerts', 'Import', 'Search'])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Alerts')
    // From the top there is nowhere to go.
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowDown')
    await inOrder(page, ['Import', 'Alerts', 'Search'])
  })

  it('with the mouse, wherever the row is taken hold of', async () => {
    const row = (title: string) => page.locator('tr[data-rank]', { hasText: title })
    await row('Import')
      .locator('td')
      .nth(3)
      .dragTo(row('Search'), { targetPosition: { x: 300, y: 40 } })
    await inOrder(page, ['Alerts', 'Search', 'Import'])
    await page.reload()
    await inOrder(page, ['Alerts', 'Search', 'Import'])
    await row('Import')
      .getByRole('link')
      .dragTo(row('Alerts'), { targetPosition: { x: 300, y: 4 } })
    await inOrder(page, ['Import', 'Alerts', 'Search'])
    await page.reload()
    await inOrder(page, ['Import', 'Alerts', 'Search'])
  })

  it('without JavaScript, with the buttons of each row', async () => {
    const plain = await openPage(browser, { javaScriptEnabled: false, storageState: state })
    await plain.page.goto(`${server.url}/roadmap`)
    await plain.page.getByRole('button', { name: /^Down/ }).first().click()
    await inOrder(plain.page, ['Alerts', 'Import', 'Search'])
    expect(plain.complaints).toEqual([])
    await plain.context.close()
  })

  it('and nothing complains', () => expect(complaints).toEqual([]))
})
