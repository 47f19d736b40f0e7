import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const today = () => new Date().toISOString().slice(0, 10)

const bet = { title: 'Saved carts', bucket: 'bets', origin: 'planning' }
const add = (fields: Record<string, string> = {}) =>
  site.submit('/initiatives/new', { ...bet, ...fields }, 'contributor')
const step = (id: number, fields: Record<string, string>) =>
  site.submit(`/initiatives/${id}/stages`, fields, 'contributor')
const show = async (id: number) => textOf(await site.visit(`/initiatives/${id}`))

/** Puts two metrics on the scorecard: 1 to move, 2 not to harm. */
const measure = () => site.submit('/scorecard/catalogue', { metric: ['activation', 'change_failure_rate'] })

/** On to ready, with everything that delivery asks for. */
async function makeReady(id: number) {
  await step(id, { to: 'discovery' })
  await step(id, { to: 'ready' })
  const day = today()
  await site.submit(`/initiatives/${id}/readiness`, { dependencies: day, risk: day, security: day, performance: day })
}

it('a bet is added with one line, its bucket and where it comes from; viewers only read', async () => {
  expect(await textOf(await site.visit('/initiatives', 'viewer'))).toContain('No initiative is written down yet.')
  expect(await textOf(await site.visit('/initiatives', 'viewer'))).not.toContain('Add the first initiative')
  expect((await site.submit('/initiatives/new', bet, 'viewer')).status).toBe(403)
  const response = await add({ effort: '8', quarter: '2026Q4' })
  expect(response.headers.get('location')).toBe('/initiatives/1')
  const page = await textOf(await site.visit('/initiatives/1', 'viewer'))
  expect(page).toContain('I-1')
  expect(page).toContain('Saved carts: still an idea.')
  expect(page).toContain('Effort 8 person-weeks')
  expect(page).not.toContain('On to discovery')
})

it('a refused form keeps what was typed and says what is wrong in words', async () => {
  await measure()
  const response = await add({ title: '', hypothesis: 'Carts that stay are bought', effort: 'lots' })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('Please say in one line what you bet on.')
  expect(page).toContain('Please give the person-weeks, such as 8 or 2.5.')
  expect(page).toContain('Carts that stay are bought')
  const same = await add({ primaryMetric: '1', guardrailMetric: '1' })
  expect(same.status).toBe(422)
  expect(await textOf(same)).toContain('cannot guard against itself')
  expect((await add({ owner: '999', bucket: 'gold' })).status).toBe(422)
})

it('what came from neither planning nor a request is marked as having bypassed intake', async () => {
  expect((await add({ origin: '' })).status).toBe(422)
  await add({ origin: 'direct' })
  expect(await show(1)).toContain('bypassed intake')
  expect(await textOf(await site.visit('/initiatives'))).toContain(
    'One initiative is going on; one has no guardrail metric, and one bypassed intake.',
  )
})

it('the list is narrowed by its address', async () => {
  await add()
  await add({ title: 'Event stream', bucket: 'platform', quarter: '2027Q1' })
  const names = async (query: string) => {
    const page = await textOf(await site.visit(`/initiatives?${query}`))
    return ['Saved carts', 'Event stream'].filter((title) => page.includes(title))
  }
  expect(await names('')).toEqual(['Saved carts', 'Event stream'])
  expect(await names('bucket=platform')).toEqual(['Event stream'])
  expect(await names('quarter=2027Q1')).toEqual(['Event stream'])
  expect(await names('quarter=none')).toEqual(['Saved carts'])
  expect(await names('stage=delivery')).toEqual([])
  await step(1, { to: 'stopped', because: 'Nobody asked' })
  expect(await names('')).toEqual(['Event stream'])
  expect(await names('stage=any')).toEqual(['Saved carts', 'Event stream'])
})

it('nobody commits to delivery without a metric pair and a definition of ready, unless they say why', async () => {
  await add()
  await step(1, { to: 'discovery' })
  await step(1, { to: 'ready' })
  const refused = await step(1, { to: 'delivery' })
  expect(refused.status).toBe(422)
  expect(await textOf(refused)).toContain(
    'It lacks a primary metric, a guardrail metric and a look at its dependencies, risk, security and performance.',
  )
  expect((await step(1, { to: 'delivery', because: 'The contract says December' })).status).toBe(303)
  const decision = await textOf(await site.visit('/decisions/1'))
  expect(decision).toContain('I-1 goes into delivery without a primary metric')
  expect(decision).toContain('The contract says December')
  expect(await show(1)).toMatch(/Stage: Ready → Delivery, Carl Contributor\s*, D-1 The contract says December/)
})

it('with everything there it is committed, shipped and measured, and no decision is owed', async () => {
  await measure()
  await add({ primaryMetric: '1', guardrailMetric: '2' })
  await makeReady(1)
  expect(await show(1)).toContain('Saved carts: ready, and can be committed to delivery.')
  expect((await step(1, { to: 'delivery' })).status).toBe(303)
  expect((await step(1, { to: 'shipped', on: '2999-01-01' })).status).toBe(422)
  expect((await step(1, { to: 'shipped', on: today() })).status).toBe(303)
  const page = await show(1)
  expect(page).toContain('An association, not a proof of cause.')
  expect(page).toContain('Inconclusive')
  expect((await site.visit('/decisions/1')).status).toBe(404)
  expect((await step(1, { to: 'measured' })).status).toBe(303)
})

it('no stage is skipped, and going back or stopping needs a reason', async () => {
  await add()
  expect(await textOf(await step(1, { to: 'shipped' }))).toContain('From idea it cannot go to shipped.')
  expect((await step(1, { to: 'stopped' })).status).toBe(422)
  expect((await step(1, { to: 'stopped', because: 'Nobody asked for it.' })).status).toBe(303)
  expect(await show(1)).toContain('Saved carts: stopped in idea: Nobody asked for it.')
  expect((await step(1, { to: 'idea' })).status).toBe(303)
})

it('evidence after the launch cannot be there before it, nor anything tomorrow', async () => {
  await add()
  const evidence = (fields: Record<string, string>) => site.submit('/initiatives/1/evidence', fields)
  expect((await evidence({ measured_after_launch: today() })).status).toBe(422)
  expect((await evidence({ problem_validated: '2999-01-01' })).status).toBe(422)
  expect((await evidence({})).status).toBe(422)
  expect((await evidence({ problem_validated: today() })).status).toBe(303)
  expect(await show(1)).toContain('Problem validated ✓')
})

it('a milestone is planned, met late, and taken away again', async () => {
  await add()
  const at = '/initiatives/1/milestones'
  expect((await site.submit(at, { name: 'Beta' })).status).toBe(422)
  await site.submit(at, { name: 'Beta', plannedOn: '2026-01-10' })
  await site.submit(`${at}/1`, { name: 'Beta', plannedOn: '2026-01-10', actualOn: '2026-01-13' })
  expect(await show(1)).toContain('three days late')
  expect((await site.submit(`${at}/9`, { name: 'Beta', plannedOn: '2026-01-10' })).status).toBe(404)
  await site.submit(`${at}/1/removal`, {})
  expect(await show(1)).not.toContain('Beta')
})

it('a dependency shows on both sides, and one in a circle is refused with its way', async () => {
  await add()
  await add({ title: 'Event stream' })
  const depend = (id: number, fields: Record<string, string>) => site.submit(`/initiatives/${id}/dependencies`, fields)
  expect((await depend(1, { on: 'I-2', note: 'the cart events' })).status).toBe(303)
  expect(await show(1)).toContain('Waits for I-2 Event stream idea · the cart events')
  expect(await show(2)).toContain('Is waited for by I-1 Saved carts')
  const circle = await depend(2, { on: '1' })
  expect(circle.status).toBe(422)
  expect(await textOf(circle)).toContain('I-2 would wait for I-1, which waits for I-2.')
  expect(await textOf(await depend(1, { on: 'i-2' }))).toContain('It waits for this one already.')
  expect((await depend(1, { on: 'I-99' })).status).toBe(422)
  expect((await depend(1, {})).status).toBe(422)
  await step(2, { to: 'stopped', because: 'No money' })
  expect(await show(1)).toContain('Blocked: stopped')
  await site.submit('/initiatives/1/dependencies/1', { settled: '1' })
  expect(await show(1)).not.toContain('Blocked')
})

it('a change of effort is kept with its reason, and of two who edit at once the later sees both', async () => {
  await add({ effort: '8' })
  const edit = (fields: Record<string, string>) =>
    site.submit('/initiatives/1/edit', { ...bet, version: '1', ...fields }, 'contributor')
  expect((await edit({ title: '' })).status).toBe(422)
  expect((await edit({ effort: '12', because: 'Checkout is older than we thought' })).status).toBe(303)
  const page = await show(1)
  expect(page).toContain('Effort: 8 pw → 12 pw')
  expect(page).toContain('Checkout is older than we thought')
  const late = await edit({ effort: '10' })
  expect(late.status).toBe(409)
  expect(await textOf(late)).toContain('Effort, person-weeks 12 10')
})

it('a theme says what is to become better and how far it has come', async () => {
  await measure()
  const theme = { name: 'Faster start', metric: '1', baseline: '38', target: '45', quarter: '2026Q4', owner: '' }
  expect((await site.submit('/themes/new', { ...theme, name: '' })).status).toBe(422)
  expect((await site.submit('/themes/new', theme, 'contributor')).headers.get('location')).toBe('/themes/1')
  expect(await textOf(await site.visit('/themes/1'))).toContain('Faster start: nothing was read of')
  await add({ theme: '1' })
  expect(await textOf(await site.visit('/themes/1'))).toContain('I-1 Saved carts')
  expect(await textOf(await site.visit('/themes'))).toContain('One theme is pursued; none has reached its target.')
  const edited = { ...theme, target: '50', version: '1' }
  expect((await site.submit('/themes/1/edit', edited)).status).toBe(303)
  const late = await site.submit('/themes/1/edit', { ...edited, target: '55' })
  expect(late.status).toBe(409)
  expect(await textOf(late)).toContain('To 50 55')
  expect((await site.submit('/themes/1/edit', { ...edited, version: '2', closed: '1' })).status).toBe(303)
  expect(await (await site.visit('/initiatives/new')).text()).not.toContain('Faster start')
})
