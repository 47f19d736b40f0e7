import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { enterActuals } from '../db/capacity/actuals.ts'
import { importActuals } from '../src/cli/import-actuals.ts'
import { weeksOf } from '../src/domain/capacity/weeks.ts'
import { quarterAfter, quarterKey, quarterOf } from '../src/domain/time/quarter.ts'
import { type Site, startSite, textOf } from './support/app.ts'
import { initiativeOf, plannedQuarter, spend } from './support/capacity.ts'

const now = quarterOf(new Date().toISOString().slice(0, 10))
const next = quarterAfter(now)
const [current, coming] = [quarterKey(now), quarterKey(next)]
const [week = ''] = weeksOf(now)

let site: Site
let teams: Awaited<ReturnType<typeof plannedQuarter>>
let by: { person: number; at: Date }
beforeEach(async () => {
  site = await startSite()
  by = { person: site.people.owner.id, at: new Date() }
  teams = await plannedQuarter(by, now)
})
afterEach(() => site.close())

const planOf = (rows: Record<number, [string, string, string, string]>, more: Record<string, string> = {}) => ({
  ...{ version: '1', buffer: '8' },
  ...Object.fromEntries(
    Object.entries(rows).flatMap(([team, [people, ...percents]]) => [
      [`people-${team}`, people],
      [`availability-${team}`, '80'],
      ...['bets', 'platform', 'risk'].map((bucket, at) => [`p-${team}-${bucket}`, percents[at] ?? '']),
    ]),
  ),
  ...more,
})

it('leads to the current quarter, and says what its capacity is found to be', async () => {
  expect((await site.visit('/capacity')).headers.get('location')).toBe(`/capacity/${current}`)
  expect(await textOf(await site.visit(`/capacity/${current}`, 'viewer'))).toContain(
    '15 people in two teams are planned',
  )
  await spend(by, teams.berth, now, 1, [7.2, 0.4, 0.4])
  await spend(by, teams.settle, now, 1, [2.4, 1, 0.6])
  const page = await textOf(await site.visit(`/capacity/${current}`, 'viewer'))
  expect(page).toContain('Platform is eight points under its floor; all of the gap is Berth.')
  expect(page).toContain('Berth 10 90 of 60 5 of 25 5 of 15 Drift .30 Platform −15, Risk −10')
  expect(page).toContain('Settle 5 60 of 60 25 of 25 15 of 15 Steady .00 Held')
  expect((await site.visit('/capacity/2026Q5')).status).toBe(404)
})

it('a quarter is planned from the last one, three scenarios are compared, and one is committed', async () => {
  const portal = await initiativeOf(by, 'Carrier portal', next, teams.berth, 40)
  const ledger = await initiativeOf(by, 'Settlement ledger', next, teams.berth, 38)
  expect(await textOf(await site.visit(`/capacity/${coming}`))).toContain('Nobody is planned for')
  const started = await site.submit(`/capacity/${coming}/plan`, { start: 'last' }, 'editor')
  expect(started.headers.get('location')).toBe(`/capacity/${coming}/plan`)
  expect(await textOf(await site.visit(`/capacity/${coming}/plan`))).toContain('15 people: 60 % bets')

  const scenario = async (name: string, change: Record<string, string>) => {
    const made = await site.submit(`/capacity/${coming}/scenarios/new`, { name, copy: '' }, 'contributor')
    const path = made.headers.get('location') ?? ''
    const form = {
      name,
      ...planOf({ [teams.berth]: ['10', '60', '25', '15'], [teams.settle]: ['5', '60', '25', '15'] }),
    }
    expect((await site.submit(path, { ...form, ...change }, 'contributor')).headers.get('location')).toBe(path)
    return path
  }
  await scenario('As planned', {})
  await scenario('Two join Berth', { [`people-${teams.berth}`]: '12' })
  const third = await scenario('Ledger first', {
    [`p-${teams.berth}-bets`]: '50',
    [`p-${teams.berth}-platform`]: '30',
    [`p-${teams.berth}-risk`]: '=',
    [`place-${ledger}`]: '1',
  })
  expect(await textOf(await site.visit(third))).toContain('one initiative becomes late')

  const compared = await textOf(await site.visit(`/capacity/${coming}/compare?s=1&s=2&s=3`, 'viewer'))
  expect(compared).toContain('Newly late none none I-1 Carrier portal')
  expect(compared).toContain('Displaces nothing new nothing new 40 person-weeks, Berth')
  expect(compared).toContain('odds need eight weeks of actuals')
  expect(compared).toContain('Bets 60 % 60 % 53 %')

  const silent = await site.submit(
    `${third}/commitment`,
    { title: 'Ledger first', rationale: '', version: '2' },
    'editor',
  )
  expect(silent.status).toBe(422)
  expect(await textOf(silent)).toContain('Please say why this one')
  const decision = { title: 'The ledger comes first', rationale: 'Month-end closes on it.', version: '2' }
  expect((await site.submit(`${third}/commitment`, decision, 'editor')).headers.get('location')).toBe(
    `/capacity/${coming}`,
  )
  const page = await textOf(await site.visit(`/capacity/${coming}`))
  expect(page).toContain('committed by D-1')
  expect(page).toContain(`I-${portal} Carrier portal 40 pw D-1 .`)
  expect(await textOf(await site.visit('/decisions/1'))).toContain(`I-${portal} Carrier portal`)
  expect(await textOf(await site.visit(third))).toContain('committed')
  expect((await site.submit(`${third}/commitment`, decision, 'editor')).status).toBe(410)
  const changed = { name: 'Later', version: '3', ...planOf({}) }
  expect((await site.submit(third, { ...changed, version: '3' }, 'contributor')).status).toBe(409)

  expect(await textOf(await site.visit(`/capacity/${coming}?below=all`, 'editor'))).toContain(
    'Take it into the quarter',
  )
  expect((await site.submit(`/capacity/${coming}/returns`, { initiative: String(portal) }, 'editor')).status).toBe(303)
  expect(await textOf(await site.visit(`/capacity/${coming}`))).toContain('Nothing is below the line.')
})

it('a row that does not total 100 is refused with what is missing, and nothing typed is lost', async () => {
  const form = planOf({ [teams.berth]: ['11', '60', '25', '11'], [teams.settle]: ['5', '60', '24', '='] })
  const refused = await site.submit(`/capacity/${current}/plan`, form, 'editor')
  expect(refused.status).toBe(422)
  const page = await refused.clone().text()
  expect(await textOf(refused)).toContain('Berth totals 96 %: 4 too little.')
  expect(page).toContain(`name="people-${teams.berth}" value="11"`)
  expect(page).toContain(`name="p-${teams.settle}-risk" value="16"`)
  const mended = { ...form, [`p-${teams.berth}-risk`]: '15' }
  expect((await site.submit(`/capacity/${current}/plan`, mended, 'editor')).status).toBe(303)
  expect((await site.submit(`/capacity/${current}/plan`, mended, 'editor')).status).toBe(409)
})

it('a plan below a floor needs a decision that was taken, and an end', async () => {
  const low = planOf({ [teams.berth]: ['10', '80', '5', '15'], [teams.settle]: ['5', '80', '5', '15'] })
  const refused = await site.submit(`/capacity/${current}/plan`, low, 'editor')
  expect(refused.status).toBe(422)
  expect(await textOf(refused)).toContain('Platform is 15 points below its floor of 20 %')
  await site.submit('/decisions/new', { title: 'Catch up on bets', status: 'proposed' })
  await site.submit('/decisions/new', { title: 'A quarter of bets', status: 'decided' })
  const excepted = (decision: string, until: string) =>
    site.submit(
      `/capacity/${current}/plan`,
      { ...low, 'exception-platform': decision, 'until-platform': until },
      'editor',
    )
  expect(await textOf(await excepted('D-1', '2999-12-31'))).toContain('name a decision that was taken')
  expect(await textOf(await excepted('D-2', ''))).toContain('An exception without an end would be a new floor.')
  expect((await excepted('D-2', '2999-12-31')).status).toBe(303)
})

it('the other cells of a row make room for the one that was changed', async () => {
  const row = async (changed: string, cells: [string, string, string]) => {
    const form = planOf({ [teams.berth]: ['10', ...cells] }, { team: String(teams.berth), changed })
    const response = await site.submit(`/capacity/${current}/plan/row`, form, 'editor')
    return [...(await response.text()).matchAll(/name="p-\d+-\w+" value="([^"]*)"/g)].map(([, value]) => value)
  }
  expect(await row('bets', ['50', '25', '15'])).toEqual(['50', '31', '19'])
  expect(await row('bets', ['60', '', ''])).toEqual(['60', '20', '20'])
  expect(await row('risk', ['60', '25', '='])).toEqual(['60', '25', '15'])
  expect(await row('risk', ['60', '25', 'x'])).toEqual(['60', '25', 'x'])
})

it('a week is entered cell by cell, and what somebody else entered meanwhile is not lost', async () => {
  const path = `/capacity/${current}/actuals?week=${week}`
  const cell = (field: string, value: string, was = '') => ({ [`v-${field}`]: value, [`was-${field}`]: was })
  const field = `${teams.berth}-planned-bets`
  expect((await site.submit(path, cell(field, '4,5'), 'contributor')).status).toBe(303)
  expect((await site.submit(path, cell(`${teams.berth}-incident-risk`, '0.5'), 'contributor')).status).toBe(303)
  expect(await textOf(await site.visit(path, 'viewer'))).toContain('5 person-weeks went into week')
  const late = await site.submit(path, cell(field, '6'), 'contributor')
  expect(late.status).toBe(409)
  expect(await textOf(late)).toContain('Somebody entered 4.5 meanwhile.')
  const wrong = await site.submit(path, { ...cell(field, 'a lot', '4.5'), only: String(teams.berth) }, 'contributor', {
    'hx-request': 'true',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="a lot"')
  expect(await textOf(await site.visit(`/capacity/${current}`))).toContain('10 % incidents')
})

it('a block of a spreadsheet is taken in, three rows for each team', async () => {
  const path = `/capacity/${current}/actuals?week=${week}`
  const block = 'Berth\tPlanned\t4.8\t2\t1.2\nBerth\tIncidents\t\t0,5\t\nBerth\tAsks\t1\t\t\nSettle\tPlanned\t2\t1\t1'
  expect((await site.submit(path, { block }, 'contributor')).status).toBe(303)
  expect(await textOf(await site.visit(path, 'viewer'))).toContain(
    'Berth plan 8 Planned 4.8 2 1.2 8 Incidents – 0.5 – 0.5 Asks 1 – – 1 Settle plan 4 Planned 2 1 1 4',
  )
  expect(await textOf(await site.submit(path, { block: '1\t2\t3\t4' }, 'contributor'))).toContain(
    'Row 1 has 4 cells, and there are 3 buckets.',
  )
})

it('actuals come from a file, in the browser or by command, and go out as they came', async () => {
  const rows = ['team,week,bucket,person_weeks,cause', `Berth,${week},Bets,4.5,planned`, `Settle,${week},risk,1,ask`]
  const text = rows.join('\n')
  const wrong = await site.submit('/capacity/import', { text: `${text}\nBertha,${week},Bets,1,` }, 'editor')
  expect(wrong.status).toBe(422)
  expect(await textOf(wrong)).toContain('Row 4: There is no team “Bertha”.')
  const landed = async () => (await site.submit('/capacity/import', { text }, 'editor')).headers.get('location')
  expect(await landed()).toBe('/capacity/import?landed=2-0-0')
  expect(await landed()).toBe('/capacity/import?landed=0-0-2')
  const csv = await (await site.visit('/capacity.csv')).text()
  expect(csv).toContain(`Berth,${week},bets,4.5,planned`)
  const file = join(mkdtempSync(join(tmpdir(), 'fulcrum-')), 'actuals.csv')
  writeFileSync(file, csv)
  await importActuals([file])
  writeFileSync(file, 'team,week,bucket,person_weeks\nNobody,soon,bets,1')
  await expect(importActuals([file])).rejects.toThrow('Nothing was imported')
})

it('buckets are named, given floors, added and retired', async () => {
  const kept = { 'key-0': 'bets', 'name-0': 'Bets', 'side-0': 'product' }
  const more = { 'key-1': 'platform', 'name-1': 'Foundations', 'floor-1': '30', 'side-1': 'technology' }
  const gone = { 'key-2': 'risk', 'name-2': 'Risk reduction', 'floor-2': '15', 'retire-2': '1' }
  const fresh = { 'name-3': 'Keeping the lights on', 'floor-3': '10', 'side-3': 'technology' }
  const save = (form: Record<string, string>) => site.submit('/capacity/buckets', form, 'editor')
  expect((await save({ ...kept, ...more, ...fresh, 'floor-3': '101' })).status).toBe(422)
  expect(await textOf(await save({ ...kept, ...more, ...fresh, 'floor-3': '80' }))).toContain('add up to 110 %')
  expect((await save({ ...kept, ...more, ...gone, ...fresh })).status).toBe(303)
  expect(await textOf(await site.visit('/capacity/buckets'))).toContain(
    'floors hold Foundations 30 % and Keeping the lights on 10 %.',
  )
  const refused = await site.submit(`/capacity/${coming}/plan`, { start: 'last' }, 'editor')
  expect(refused.status).toBe(422)
  expect(await textOf(refused)).toContain('Keeping the lights on is 10 points below its floor of 10 %')
})

it('a viewer sees it all and changes nothing; planning is for editors', async () => {
  await site.submit(`/capacity/${current}/scenarios/new`, { name: 'A', copy: '' })
  for (const path of ['', '/actuals', '/compare']) {
    expect((await site.visit(`/capacity/${current}${path}`, 'viewer')).status).toBe(200)
  }
  expect((await site.visit('/capacity/scenarios/1', 'viewer')).status).toBe(200)
  expect((await site.visit(`/capacity/${current}/plan`, 'contributor')).status).toBe(403)
  expect((await site.submit(`/capacity/${current}/actuals`, {}, 'viewer')).status).toBe(403)
  expect((await site.submit('/capacity/scenarios/1/commitment', {}, 'contributor')).status).toBe(403)
  await enterActuals(by, [{ team: teams.berth, week, bucket: 'bets', cause: 'planned', personWeeks: 4 }])
  expect(await (await site.visit(`/capacity/${current}/actuals?week=${week}`, 'viewer')).text()).not.toContain(
    '<input class="cell"',
  )
})
