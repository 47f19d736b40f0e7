import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { openPage, welcome } from '../support/tour.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startServer>>
let page: Page
let complaints: string[]
beforeAll(async () => {
  browser = await launch()
  server = await startServer()
  ;({ page, complaints } = await openPage(browser, { colorScheme: 'light' }))
  await welcome(page, server.url, 'example')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const metric = '/scorecard/activation'
const canvas = () => page.locator('.plot canvas')
const picture = () => page.locator('.plot > svg')

/** By a link, as somebody clicks it: the page is swapped, not loaded. */
async function follow(path: string) {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.locator(`a[href="${path}"]`).first().click()
  await page.waitForURL(server.url + path)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
}

type ChartWindow = { Chart: { getChart: (of: Element) => { data: { datasets: { borderColor: string }[] } } } }

/** The colour of the line of values. */
const ink = () =>
  canvas().evaluate((of) => (window as unknown as ChartWindow).Chart.getChart(of).data.datasets[1]?.borderColor)

it('the browser draws the chart in place of the server’s drawing, and says the same of it', async () => {
  await page.goto(server.url + metric)
  await canvas().waitFor()
  expect(await picture().isVisible()).toBe(false)
  expect(await canvas().getAttribute('aria-label')).toBe(await picture().getAttribute('aria-label'))
})

it('draws it again after a way through other pages, and leaves no chart behind', async () => {
  await page.goto(`${server.url}/people`)
  await follow('/scorecard')
  await follow(metric)
  await canvas().waitFor()
  await follow('/scorecard')
  expect(await canvas().count()).toBe(0)
  await page.goBack()
  await canvas().waitFor()
  expect(await canvas().count()).toBe(1)
})

it('is drawn in the ink of the hour, and on paper in the server’s', async () => {
  await page.goto(server.url + metric)
  await canvas().waitFor()
  expect(await ink()).toBe('rgb(20, 23, 28)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ink).toBe('rgb(236, 238, 242)')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await canvas().count()).toBe(0)
  expect(await picture().isVisible()).toBe(true)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await canvas().waitFor()
  expect(complaints).toEqual([])
})
