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

/** Writes down a theme and two initiatives, one of which waits for the other; the addresses of every page there is of them. */
export async function initiativesOf(page: Page, url: string) {
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(url + path, { form, headers: { origin: url }, maxRedirects: 0 })
  const made = async (path: string, form: Record<string, string>) => (await send(path, form)).headers().location ?? ''
  const theme = await made('/themes/new', {
    name: 'Faster first value',
    outcome: 'New ports ship in their first week.',
  })
  const bet = { bucket: 'bets', origin: 'direct', theme: theme.split('/').at(-1) ?? '', effort: '8', quarter: '2026Q4' }
  const needed = await made('/initiatives/new', { ...bet, title: 'Event stream in place of nightly exports' })
  const waiting = await made('/initiatives/new', {
    ...bet,
    title: 'Guided import',
    hypothesis: 'Most stop at the import.',
  })
  await send(`${needed}/milestones`, { name: 'First topic live', plannedOn: '2026-01-12' })
  await send(`${waiting}/dependencies`, { on: needed.split('/').at(-1) ?? '', note: 'its events' })
  for (const to of ['discovery', 'ready', 'delivery', 'shipped']) {
    await send(`${waiting}/stages`, { to, because: 'The first port starts in May' })
  }
  return [
    ...['/initiatives', '/initiatives?stage=idea', '/initiatives/new', needed, waiting, `${waiting}/edit`],
    ...['/themes', '/themes/new', theme, `${theme}/edit`],
  ]
}

/** Files requests, answers them and sends one by a public link; every page there is of them, with and without an account. */
export async function intakeOf(page: Page, url: string) {
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(url + path, { form, headers: { origin: url }, maxRedirects: 0 })
  const made = async (path: string, form: Record<string, string>) => (await send(path, form)).headers().location ?? ''
  const bet = { bucket: 'bets', origin: 'planning', effort: '12', quarter: '2026Q4', title: 'Berth planner' }
  const item = (await made('/initiatives/new', bet)).split('/').at(-1) ?? ''
  const ask = { requester: 'Sam Sales', source: 'sales_escalation', customer: 'Northwind', competitor: 'Portline' }
  const urgent = await made('/intake/new', { ...ask, title: 'Single sign-on for Northwind', urgency: 'urgent' })
  const waiting = await made('/intake/new', { ...ask, title: 'Board pack on paper', urgency: 'urgent' })
  await made('/intake/new', { ...ask, title: 'Bookings as CSV', urgency: 'normal' })
  const theme = await made('/intake/themes', { name: 'Single sign-on' })
  await send(`${urgent}/theme`, { version: '1', theme: theme.split('/').at(-1) ?? '' })
  const given = { 'item-0': item, 'weeks-0': '6', restoreCondition: 'the renewal is signed', log: '1' }
  await send(`${urgent}/acceptance`, { version: '2', effort: '6', becomes: 'new', bucket: 'bets', ...given })
  await page.goto(`${url}/displacement`)
  const restore = await page.getByRole('link', { name: 'Restore' }).first().getAttribute('href')
  const links = await (await send('/intake/links', { name: 'Sales, north', days: '30' })).text()
  const form = /value="[^"]*(\/ask\/[^"]+)"/.exec(links)?.[1] ?? ''
  const answers = ['', '/acceptance', '/acceptance?effort=9&item-0=1&weeks-0=4', '/declination', '/parking']
  return {
    inside: [
      ...['/intake', '/intake?status=accepted', '/intake?status=parked', '/intake/new', '/intake/links'],
      ...['/intake/themes', theme, urgent, `${urgent}/cancellation`, ...answers.map((step) => waiting + step)],
      ...['/displacement', restore ?? ''],
    ],
    outside: [form, await made(form, { ...ask, title: 'A dark mode', urgency: 'normal' })],
  }
}

/** Commits a quarter and makes a public link; every page there is of the roadmap, with and without an account. */
export async function roadmapOf(page: Page, url: string) {
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(url + path, { form, headers: { origin: url }, maxRedirects: 0 })
  const bet = { bucket: 'platform', origin: 'planning', effort: '5', quarter: '2027Q1', title: 'One queue' }
  const item = ((await send('/initiatives/new', bet)).headers().location ?? '').split('/').at(-1) ?? ''
  await send(`/initiatives/${item}/milestones`, { name: 'First port', plannedOn: '2027-02-12' })
  await send('/roadmap/2027Q1/commitment', { [`reason-${item}`]: 'The contract names the day.' })
  const made = await (await send('/roadmap/links', { name: 'Board', days: '30' })).text()
  const link = /value="[^"]*(\/shared\/[^"]+)"/.exec(made)?.[1] ?? ''
  return {
    inside: [
      ...['/roadmap', '/roadmap?view=technology', '/roadmap?view=shared', '/roadmap?view=shared&quarter=2027Q1'],
      ...['/roadmap/2026Q4/commitment', '/roadmap/2027Q1/commitment', '/roadmap/links'],
    ],
    outside: [link, `${link}?view=shared&quarter=2027Q1`],
  }
}

/** Plans this quarter for one team, enters a week of it and makes two scenarios; every page there is of capacity. */
export async function capacityOf(page: Page, url: string) {
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(url + path, { form, headers: { origin: url }, maxRedirects: 0 })
  await page.goto(`${url}/capacity`)
  const quarter = new URL(page.url()).pathname
  await page.goto(`${url}${quarter}/plan`)
  const team = (await page.locator('tr[id^=row-]').first().getAttribute('id'))?.replace('row-', '')
  const version = await page.locator('[name=version]').inputValue()
  const split = { [`p-${team}-bets`]: '60', [`p-${team}-platform`]: '25', [`p-${team}-risk`]: '15' }
  const berth = { [`people-${team}`]: '9', [`availability-${team}`]: '80', ...split }
  await send(`${quarter}/plan`, { version, buffer: '8', ...berth })
  await send(`${quarter}/actuals`, { [`v-${team}-planned-bets`]: '6', [`v-${team}-incident-risk`]: '0.5' })
  const bet = { bucket: 'bets', origin: 'planning', title: 'Berth forecast', team: `${team}`, effort: '90' }
  await send('/initiatives/new', { ...bet, quarter: quarter.split('/').at(-1) ?? '' })
  const made = async (name: string) => (await send(`${quarter}/scenarios/new`, { name })).headers().location ?? ''
  const [one, other] = [await made('Hold the floor'), await made('Two join')]
  const both = [one, other].map((path) => `s=${path.split('/').at(-1)}`).join('&')
  return [
    ...['/capacity', '/capacity/import', '/capacity/import?landed=3-1-2', '/capacity/buckets', '/capacity/2031Q1'],
    ...['', '/plan', '/actuals', '/scenarios/new', '/compare', `/compare?${both}&all=1`].map((end) => quarter + end),
    ...[one, `${one}/commitment`],
  ]
}
