import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { openPage, welcome } from '../support/tour.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const values = ['1214/2911', '69.8', '36', '38', '14', '0.5', '9991/10000', '90/3', '19/20', '4.2']

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('The scorecard %s', (_name, javaScriptEnabled) => {
  let server: Awaited<ReturnType<typeof startServer>>
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    server = await startServer()
    ;({ page, complaints } = await openPage(browser, { javaScriptEnabled }))
    page.setDefaultTimeout(10_000)
    await welcome(page, server.url, 'empty')
  })
  afterAll(async () => {
    await page.context().close()
    expect(await server.stop()).toBe(0)
  })

  const entered = () =>
    page.locator('input.cell').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))

  it('begins with ten metrics in one click', async () => {
    await page.goto(`${server.url}/scorecard`)
    await page.getByRole('button', { name: 'Start with the ten' }).click()
    await page.getByRole('heading', { name: 'Ten metrics, and nothing entered yet.' }).waitFor()
    expect(await page.locator('input.cell').count()).toBe(10)
  })

  it('takes ten values from the keyboard, with no dialog', async () => {
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    await page.locator('input.cell').first().focus()
    for (const [at, value] of values.entries()) {
      await page.keyboard.type(value)
      if (at === 9) break
      // Down with Enter, or on with Tab: both reach the next metric. Without the script Enter would save at once, and
      // Tab stops at the name of the next metric on its way.
      await page.keyboard.press(javaScriptEnabled && at % 2 === 0 ? 'Enter' : 'Tab')
      if (!javaScriptEnabled) await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /nothing entered yet/ }).waitFor({ state: 'detached' })
    await page.locator('.t-score .sp circle').nth(9).waitFor()
    await page.reload()
    expect(await entered()).toEqual(values)
    expect(dialogs).toEqual([])
  })

  it('shows what cannot be, keeps what was typed, and takes it once it is right', async () => {
    const cell = page.locator('input.cell').nth(1)
    await cell.fill('abc')
    await cell.press('Enter')
    await page.getByText('“abc” is not a number').waitFor()
    expect(await cell.inputValue()).toBe('abc')
    await cell.fill('70')
    await cell.press('Enter')
    await page.getByText('“abc” is not a number').waitFor({ state: 'detached' })
    await page.reload()
    expect((await entered())[1]).toBe('70')
  })

  it('takes a block of ten metrics and thirteen periods as a spreadsheet copies it', async () => {
    const block = Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 13 }, (_, column) => String(50 + row + column / 10)).join('\t'),
    ).join('\r\n')
    if (javaScriptEnabled) {
      await page.goto(`${server.url}/scorecard`)
      await page.locator('input.cell').first().focus()
      await page.evaluate((text) => {
        const data = new DataTransfer()
        data.setData('text/plain', text)
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      }, block)
    } else {
      await page.goto(`${server.url}/scorecard/paste`)
      await page.getByLabel('Block').fill(block)
      await page.getByRole('button', { name: 'See what would change' }).click()
    }
    await page.getByRole('heading', { name: '130 values would be entered.' }).waitFor()
    await page.getByRole('button', { name: 'Enter 130 values' }).press('Enter')
    await page.getByRole('region', { name: 'Scorecard grid' }).waitFor()
    expect(await entered()).toEqual(Array.from({ length: 10 }, (_, row) => String(51.2 + row)))
    expect(await page.locator('.t-score td.p').filter({ hasText: /\d/ }).count()).toBe(120)
  })

  it('asks for one line when a guardrail is passed, and shows it is said', async () => {
    await page.goto(`${server.url}/scorecard`)
    const predictability = page.locator('input[aria-label^="Predictability"]')
    await predictability.fill('50')
    await predictability.press('Enter')
    const reason = page.getByLabel(/50\s%, guardrail > 35/)
    await reason.fill('Half the team was on the migration')
    await reason.press('Enter')
    await reason.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: /guardrails? (is|are) breached/ }).waitFor()
    expect(complaints).toEqual([])
  })
})
