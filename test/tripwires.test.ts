import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Content } from '../db/decisions/content.ts'
import { logDecision } from '../db/decisions/log.ts'
import { addMetrics, fromCatalogue } from '../db/scorecard/define.ts'
import { enterReadings, noteReading } from '../db/scorecard/readings.ts'
import { catalogue } from '../src/domain/scorecard/catalogue/all.ts'
import { lastComplete, periodAfter, weekOf } from '../src/domain/scorecard/periods.ts'
import { addDays } from '../src/domain/time/days.ts'
import { localDate } from '../src/domain/time/zone.ts'
import { type Site, startSite, textOf } from './support/app.ts'
import { plainDecision } from './support/decision.ts'

let site: Site
let today: string
/** The last three weeks that are over, oldest first. */
let weeks: [string, string, string]
let metric: number
beforeEach(async () => {
  site = await startSite()
  today = localDate(new Date(), 'Europe/Lisbon')
  const last = lastComplete(today, 'weekly')
  weeks = [periodAfter(last, 'weekly', -2), periodAfter(last, 'weekly', -1), last]
  const failures = catalogue.find(({ key }) => key === 'change_failure_rate')
  if (!failures) throw new Error('It is not in the catalogue')
  metric = (await addMetrics(by(), [fromCatalogue(failures, null)]))[0] ?? 0
})
afterEach(() => site.close())

const by = () => ({ person: site.people.editor.id, at: new Date() })
const enter = (period: string, value: number) =>
  enterReadings(by(), today, [{ metric, period, value, numerator: null, denominator: null, note: '' }], {
    source: 'entered',
  })

/** A decision of the owner, taken before all of the weeks. */
function decide(title: string, more: Partial<Content>) {
  const { id } = site.people.owner
  const at = `${addDays(weeks[0], -3)}T09:00:00.000Z`
  const decided = { by: id, at, forum: 'tradeoff' as const }
  return logDecision(by(), plainDecision(title, id, { raisedAt: at, decided, ...more }))
}

const above15 = {
  tripwireMetric: 'change failure rate',
  tripwireDirection: 'above' as const,
  tripwireValue: 15,
}

const visited = async (path: string, as: 'owner' | 'viewer' = 'owner') => textOf(await site.visit(path, as))

it('a reading past its tripwire brings a decision back: on Home with why, on its page, and before its review', async () => {
  const number = await decide('Ship twice a day', above15)
  await enter(weeks[0], 14)
  expect(await visited('/')).toContain('Nothing waits for a decision.')
  expect(await visited(`/decisions/${number}`)).toContain('rises above 15 % now 14 %')
  expect(await visited(`/decisions/${number}`)).not.toContain('Tripwire crossed')

  await enter(weeks[1], 16.5)
  const home = await visited('/')
  expect(home).toContain('One thing waits for a decision. One of them on you.')
  expect(home).toContain(
    `Ship twice a day Tripwire crossed Change failure rate was 16.5 % in week ${weekOf(weeks[1])}. To be looked at again when it rises above 15 %.`,
  )
  expect(home).toContain('Review outcome')

  const page = await (await site.visit(`/decisions/${number}`)).text()
  expect(page).toContain('href="/scorecard/change_failure_rate"')
  expect(page).toContain(`href="/decisions/${number}/outcome">Review the outcome</a>`)
  const text = await visited(`/decisions/${number}`)
  expect(text).toContain(`Tripwire crossed Change failure rate was 16.5 % in week ${weekOf(weeks[1])}.`)
  expect(text).toContain('Edda Editor entered Change failure rate at 16.5, past the tripwire of 15')
  expect(await visited(`/decisions/${number}`, 'viewer')).not.toContain('Review the outcome')
  expect(await visited(`/decisions/${number}/outcome`)).toContain('Tripwire crossed')
})

it('once it was looked at again, it is quiet until the next reading past the tripwire', async () => {
  const number = await decide('Ship twice a day', above15)
  await enter(weeks[1], 16.5)
  const review = { version: '1', came: 'no', learned: 'Rehearse the migrations' }
  expect((await site.submit(`/decisions/${number}/outcome`, review)).status).toBe(303)
  expect(await visited('/')).toContain('Nothing waits for a decision.')
  expect(await visited(`/decisions/${number}`)).not.toContain('Tripwire crossed')
  await enter(weeks[2], 17)
  expect(await visited('/')).toContain('Tripwire crossed')
})

it('who may not know of a decision does not hear of its tripwire either', async () => {
  await decide('Close the Porto office', { ...above15, restrictedTo: [site.people.owner.id] })
  await enter(weeks[1], 16.5)
  expect(await visited('/')).toContain('Close the Porto office')
  expect(await visited('/', 'viewer')).not.toContain('Tripwire crossed')
})

const below10 = { expected: 'Calmer releases', expectedMetric: 'change_failure_rate', expectedValue: 10 }

it('on its day an expected result is held against the scorecard, and the review begins with the answer', async () => {
  const number = await decide('Rehearse migrations', { ...below10, expectedOn: addDays(today, -1) })
  const open = await visited(`/decisions/${number}/outcome`)
  expect(open).toContain('Not to be judged yet')
  expect(await chosen(number)).toBeUndefined()

  await enter(weeks[2], 8)
  expect(await visited(`/decisions/${number}`)).toContain('Came Change failure rate was expected at 10 % or less by')
  expect(await chosen(number)).toBe('yes')
  await enter(weeks[2], 12)
  expect(await visited(`/decisions/${number}`)).toContain('Did not come')
  expect(await chosen(number)).toBe('no')
  expect(await visited(`/decisions/${number}/outcome`)).toContain('You confirm it, or correct it.')
  const confirmed = await site.submit(`/decisions/${number}/outcome`, { version: '1', came: 'unknown' })
  expect(confirmed.status).toBe(303)
})

it('before its day, or for a metric that is not on the scorecard, nothing is judged', async () => {
  await enter(weeks[2], 8)
  const ahead = await decide('Rehearse migrations', { ...below10, expectedOn: addDays(today, 30) })
  const other = await decide('Pay on time', { ...below10, expectedMetric: 'Late invoices', expectedOn: weeks[2] })
  for (const number of [ahead, other]) {
    expect(await chosen(number)).toBeUndefined()
    expect(await visited(`/decisions/${number}`)).not.toContain('was expected at')
  }
  expect(await visited(`/decisions/${ahead}`)).toContain('Change failure rate at 10 %')
  expect(await visited(`/decisions/${other}`)).toContain('Late invoices at 10 ')
})

const chosen = async (number: number) =>
  /name="came" value="(\w+)" checked/.exec(await (await site.visit(`/decisions/${number}/outcome`)).text())?.[1]

it('Home names the guardrails that are breached, since when and why, and offers to decide; else it is silent', async () => {
  await enter(weeks[0], 12)
  expect(await visited('/')).not.toContain('Guardrails breached')
  await enter(weeks[1], 24)
  expect(await visited('/')).toContain('Nothing waits for a decision; one guardrail is breached.')
  expect(await visited('/')).toContain(
    `Change failure rate 24 % limit 20 % Since week ${weekOf(weeks[1])}: no reason yet. Log a decision`,
  )
  expect(await visited('/', 'viewer')).not.toContain('Log a decision')
  await noteReading(by(), metric, weeks[1], 'reason', 'Two migrations without a rehearsal')
  expect(await visited('/')).toContain('“Two migrations without a rehearsal”')
  await enter(weeks[2], 25)
  expect(await visited('/')).toContain('no reason yet.')
  await enter(weeks[2], 11)
  expect(await visited('/')).toContain('a second one clears it')
})

it('a decision begun from a breached guardrail has its line and its metric filled in', async () => {
  await enter(weeks[1], 24)
  const home = await (await site.visit('/')).text()
  const link = /href="(\/decisions\/new\?[^"]+)"/.exec(home)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await (await site.visit(link)).text()
  expect(form).toContain('value="Change failure rate: what do we do?"')
  expect(form).toContain(
    'name="expectedMetric" list="metrics" autocomplete="off" type="text" value="Change failure rate"',
  )
})

it('the form offers the metrics of the scorecard, says what one is now, and takes any other words', async () => {
  await enter(weeks[1], 9)
  const form = await (await site.visit('/decisions/new')).text()
  expect(form).toContain('<option value="Change failure rate">')
  const part = async (written: string) =>
    textOf(await site.visit(`/decisions/watched?tripwireMetric=${encodeURIComponent(written)}`, 'contributor'))
  expect(await part('CHANGE failure rate')).toContain(`is on the scorecard, now 9 % (week ${weekOf(weeks[1])}).`)
  expect(await part('change failure')).toBe('')
  const fields = { tripwireMetric: 'Late invoices', tripwireDirection: 'above', tripwireValue: '3' }
  expect((await site.submit('/decisions/new', { title: 'Pay on time', ...fields })).status).toBe(303)
  expect(await visited('/decisions/1')).toContain('Late invoices rises above 3')
  expect(await visited('/decisions/1/edit')).toContain('a name on the scorecard is watched by itself')
})
