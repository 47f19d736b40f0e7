import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db/client.ts'
import { metrics } from '../db/schema/scorecard.ts'
import { addMetrics, fromCatalogue } from '../db/scorecard/define.ts'
import { catalogue } from '../src/domain/scorecard/catalogue/all.ts'
import { lastComplete } from '../src/domain/scorecard/periods.ts'
import { addDays } from '../src/domain/time/days.ts'
import { localDate } from '../src/domain/time/zone.ts'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
let today: string
beforeEach(async () => {
  site = await startSite()
  today = localDate(new Date(), 'Europe/Lisbon')
})
afterEach(() => site.close())

const ago = (days: number) => addDays(today, -days)
const read = async (path: string, as: 'owner' | 'viewer' = 'owner') => textOf(await site.visit(path, as))

const finding = (key: string, more: Record<string, string | string[]> = {}) => ({
  ...{ key, title: `Hole ${key}`, severity: 'critical', openedOn: ago(30), dueOn: '', closedOn: '' },
  ...more,
})

/** Computed from the start, as if somebody had turned them to it. */
async function derived(...keys: string[]) {
  const by = { person: site.people.owner.id, at: new Date() }
  await addMetrics(
    by,
    catalogue.filter(({ key }) => keys.includes(key)).map((one) => fromCatalogue(one, null)),
  )
  await db.update(metrics).set({ derived: true })
}

describe('Findings', () => {
  it('say how many critical ones are open and past due, and which are known to be exploited', async () => {
    expect(await read('/findings')).toContain('No vulnerability is recorded yet.')
    await site.submit('/findings/new', finding('V-1', { marks: ['knownExploited', 'exposed'] }), 'contributor')
    await site.submit('/findings/new', finding('V-2'), 'contributor')
    await site.submit('/findings/new', finding('V-3', { dueOn: today }), 'contributor')
    await site.submit('/findings/new', finding('V-4', { severity: 'high', closedOn: ago(2) }), 'contributor')
    const page = await read('/findings')
    expect(page).toContain('Three critical findings are open; one is past due.')
    expect(page).toContain('Hole V-1 Known to be exploited, reachable from outside Critical')
    expect(page.match(/overdue/g)).toHaveLength(1)
    expect(page).toContain('next upgrade')
  })

  it('are due by the table of CISA where nobody says a day, and by the day said', async () => {
    await site.submit('/findings/new', finding('V-1', { openedOn: '2026-03-01', marks: 'knownExploited' }))
    expect(await (await site.visit('/findings/1/edit')).text()).toContain('type="date" value="2026-03-15"')
    await site.submit('/findings/new', finding('V-2', { dueOn: '2026-03-09', marks: 'knownExploited' }))
    expect(await (await site.visit('/findings/2/edit')).text()).toContain('value="2026-03-09"')
  })

  it('are refused with everything that was typed', async () => {
    const refused = await site.submit(
      '/findings/new',
      finding('V-1', { title: '', closedOn: ago(40), marks: 'exposed' }),
    )
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Please say what was found.')
    expect(html).toContain('value="exposed" checked')
    const early = await site.submit('/findings/new', finding('V-1', { closedOn: ago(40) }))
    expect(early.status).toBe(422)
    expect(await textOf(early)).toContain('It cannot be closed before it was opened.')
    expect(await read('/findings')).toContain('No vulnerability is recorded yet.')
  })

  it('have one key each', async () => {
    await site.submit('/findings/new', finding('V-1'))
    const twice = await site.submit('/findings/new', finding('V-1', { title: 'Another' }))
    expect(twice.status).toBe(422)
    expect(await textOf(twice)).toContain('There is a finding of this key already')
  })

  it('changed by two at once show the later one both versions', async () => {
    await site.submit('/findings/new', finding('V-1'))
    const seen = /name="seen" value="([^"]+)"/.exec(await (await site.visit('/findings/1/edit')).text())?.[1] ?? ''
    expect((await site.submit('/findings/1/edit', { ...finding('V-1', { title: 'First' }), seen })).status).toBe(303)
    const late = await site.submit('/findings/1/edit', { ...finding('V-1', { title: 'Second' }), seen })
    expect(late.status).toBe(409)
    expect(await textOf(late)).toContain('What was found First Second')
  })

  it('are read by a viewer, who is offered nothing to change', async () => {
    await site.submit('/findings/new', finding('V-1'))
    const html = await (await site.visit('/findings', 'viewer')).text()
    expect(html).toContain('Hole V-1')
    expect(html).not.toContain('/findings/1/edit')
    expect(html).not.toContain('/findings/new')
  })
})

describe('Incidents and deployments', () => {
  it('are typed by the clock of the organisation and say how long they took', async () => {
    await site.submit('/incidents/new', {
      ...{ key: 'I-1', title: 'Checkout slow', journey: 'Checkout', marks: ['userImpacting'] },
      ...{ detectedAt: `${ago(3)}T23:30`, restoredAt: `${ago(2)}T01:05` },
    })
    const page = await read('/incidents')
    expect(page).toContain('No incident is going on; one was in the last four weeks, not caused by a change.')
    expect(page).toContain('23:30')
    expect(page).toContain('1 h 35 min')
    await site.submit('/incidents/new', { key: 'I-2', title: 'Login down', detectedAt: `${ago(1)}T10:00` })
    expect(await read('/incidents')).toMatch(/One incident is going on since .*10:00\./)
  })

  it('cannot end before they begin', async () => {
    const refused = await site.submit('/incidents/new', {
      ...{ key: 'I-1', title: 'Slow', detectedAt: '2026-03-02T10:00', restoredAt: '2026-03-02T09:00' },
    })
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('It cannot be restored before it was detected.')
  })

  it('keep the seconds that a form does not show', async () => {
    await importText('/deployments', `${headings}\nweb-1,2026-03-02T10:00:37Z,no,no,no`)
    const html = await (await site.visit('/deployments/1/edit')).text()
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const at = /value="(2026-03-02T[^"]+)"/.exec(html)?.[1] ?? ''
    await site.submit('/deployments/1/edit', { key: 'web-1', at, marks: 'failed', seen })
    expect(await importText('/deployments', `${headings}\nweb-1,2026-03-02T10:00:37Z,yes,no,no`)).toContain(
      'is here already',
    )
  })

  it('say what came of them', async () => {
    await site.submit('/deployments/new', { key: 'web-1', at: `${ago(1)}T10:00`, marks: ['failed', 'rolledBack'] })
    await site.submit('/deployments/new', { key: 'web-2', at: `${ago(1)}T11:00` })
    const page = await read('/deployments')
    expect(page).toContain('Two deployments in the last four weeks; one of them failed.')
    expect(page).toContain('Failed, rolled back')
  })
})

const headings = 'key,at,failed,rolled_back,unplanned_fix'

/** Previews, then confirms where there is something to confirm; the last page. */
async function importText(path: string, text: string) {
  const form = new FormData()
  form.set('text', text)
  const preview = await site.upload(`${path}/import`, form)
  const html = await preview.clone().text()
  if (!html.includes('name="confirm"')) return textOf(preview)
  form.set('confirm', 'yes')
  const done = await site.upload(`${path}/import`, form)
  expect(done.status).toBe(303)
  return read(done.headers.get('location') ?? '')
}

describe('An import', () => {
  it('shows first what it would change, comes in when confirmed, and changes nothing the second time', async () => {
    const form = new FormData()
    form.set('file', new File([`${headings}\nweb-1,2026-03-02 10:00,x,,\nweb-2,2026-03-03 10:00,,,\n`], 'deploys.csv'))
    const preview = await textOf(await site.upload('/deployments/import', form, 'editor'))
    expect(preview).toContain('Two deployments are new.')
    expect(await read('/deployments')).toContain('No deployment is recorded yet.')
    const rows = `${headings}\nweb-1,2026-03-02 10:00,x,,\nweb-2,2026-03-03 10:00,,x,`
    expect(await importText('/deployments', rows)).toContain('Imported: two new.')
    expect(await importText('/deployments', rows)).toContain(
      'Two deployments are here already; there is nothing to import.',
    )
    expect(
      await importText('/deployments', rows.replace('web-1,2026-03-02 10:00,x', 'web-1,2026-03-02 10:00,')),
    ).toContain('Imported: one corrected, one unchanged.')
  })

  it('names what cannot be read by its row, keeps the text, and takes nothing until all can', async () => {
    const form = new FormData()
    form.set('text', `${headings}\nweb-1,soon,x,,\nweb-2,2026-03-03 10:00,perhaps,,`)
    form.set('confirm', 'yes')
    const refused = await site.upload('/deployments/import', form)
    expect(refused.status).toBe(422)
    const text = await textOf(refused)
    expect(text).toContain('Two things cannot be read; nothing is imported yet.')
    expect(text).toContain('Row 2: Column at: "soon" is not written like')
    expect(text).toContain('Row 3: Column failed: "perhaps" is neither yes nor no.')
    expect(text).toContain('web-2,2026-03-03 10:00,perhaps')
    expect(await read('/deployments')).toContain('No deployment is recorded yet.')
  })

  it('asks for rows where there are none, and for a text where there is none', async () => {
    expect(await textOf(await site.upload('/incidents/import', new FormData()))).toContain('Please choose a file')
    const empty = new FormData()
    empty.set('text', headings)
    expect(await textOf(await site.upload('/deployments/import', empty))).toContain('no row below the headings')
    const picture = new FormData()
    picture.set('file', new File([new Uint8Array([0xff, 0xd8, 0xff])], 'a.jpg'))
    expect(await textOf(await site.upload('/deployments/import', picture))).toContain('is not a text in UTF-8')
  })

  it('gives findings their due day from the table that was chosen', async () => {
    const form = new FormData()
    form.set(
      'text',
      'key,title,severity,known_exploited,exposed,automatable,total_impact,opened_on,closed_on\nV-1,Hole,high,,,,,2026-03-01,',
    )
    form.set('windows', 'severity')
    form.set('confirm', 'yes')
    await site.upload('/findings/import', form)
    expect(await (await site.visit('/findings/1/edit')).text()).toContain('value="2026-03-31"')
  })
})

describe('A computed figure', () => {
  it('follows from the records, and its list says so', async () => {
    await site.submit('/deployments/new', { key: 'web-1', at: `${ago(20)}T10:00` })
    expect(await read('/deployments')).toContain('No metric on the scorecard is computed from these.')
    await derived('change_failure_rate')
    expect(await read('/deployments')).toContain('Computed from these: Change failure rate')
  })

  it('opens into the records that it counts, the rest of them, and its formula', async () => {
    await derived('change_failure_rate')
    const week = lastComplete(today, 'weekly')
    await importText(
      '/deployments',
      `${headings}\nweb-1,${addDays(week, 1)} 10:00,x,,\nweb-2,${addDays(week, 2)} 10:00,,,\nweb-3,${addDays(week, -1)} 10:00,x,,`,
    )
    const page = await read(`/scorecard/change_failure_rate/rows/${week}`, 'viewer')
    expect(page).toMatch(/Change failure rate was 50 % in week \d+\./)
    expect(page).toContain('1 failed deployments / 2 deployments')
    expect(page).toMatch(/Deployments that failed 1 .*web-1.*The other deployments 1 .*web-2/)
    expect(page).not.toContain('web-3')
    expect((await site.visit(`/scorecard/change_failure_rate/rows/${addDays(week, 1)}`)).status).toBe(404)
    expect((await site.visit(`/scorecard/activation/rows/${week}`)).status).toBe(404)
  })

  it('shows median and ninetieth percentile beside it, or that they cannot be told', async () => {
    await derived('mttr', 'critical_patch_time')
    const period = lastComplete(today, 'fortnightly')
    await importText(
      '/incidents',
      `key,title,detected_at,restored_at,user_impacting,caused_by_change\nI-1,Slow,${addDays(period, 1)} 10:00,${addDays(period, 1)} 10:40,x,\nI-2,Down,${addDays(period, 2)} 10:00,,x,`,
    )
    const page = await read(`/scorecard/mttr/rows/${period}`)
    expect(page).toMatch(/Half within 40 min Nine of ten within cannot be told yet/)
    const month = lastComplete(today, 'monthly')
    await site.submit('/findings/new', finding('V-1', { openedOn: month, closedOn: addDays(month, 9), dueOn: month }))
    const patched = await read(`/scorecard/critical_patch_time/rows/${month}`)
    expect(patched).toContain('Half within nine days Nine of ten within nine days')
    expect(patched).toMatch(/Closed in time 0 None\. Closed late, or open past due 1 .*Hole V-1/)
  })
})
