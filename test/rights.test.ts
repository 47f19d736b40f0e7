import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const log = (fields: Record<string, string>) => site.submit('/decisions/new', fields)

it('shows for each type who decides, how long it takes, and what went to the CPTO all the same', async () => {
  await log({ title: 'Retry policy', type: '6', status: 'decided' })
  await log({ title: 'Timeouts', type: '6', decider: String(site.people.owner.id) })
  const page = await textOf(await site.visit('/rights'))
  expect(page).toContain('Two decisions of one delegated type went to the CPTO all the same.')
  expect(page).toContain('VP Engineering Edda Editor')
  const technical = await textOf(await site.visit('/rights/types/technical'))
  expect(technical).toContain('VP Engineering decides technical within five business days.')
  expect(technical).toContain('when it costs more than EUR 50')
})

it('hands what waits on the CPTO to whom it is delegated, in one click, and leaves no leak open', async () => {
  await log({ title: 'Timeouts', type: '6', decider: String(site.people.owner.id) })
  expect(await textOf(await site.visit('/'))).toContain('Hand over')
  const response = await site.submit('/rights/types/technical/delegation', {})
  expect(response.status).toBe(303)
  expect(await textOf(await site.visit('/decisions/1'))).toContain('Waits on Edda Editor')
  expect(await textOf(await site.visit('/decisions/1'))).not.toContain('waits on the CPTO though')
})

it('delegates a reserved type in one click: from then on the new owner decides', async () => {
  await site.submit('/rights/types/sequencing/delegation', { owner: 'vp_engineering' })
  await log({ title: 'Which first?', type: '2' })
  expect(await textOf(await site.visit('/decisions/1'))).toContain('Waits on Edda Editor')
  expect((await site.submit('/rights/types/portfolio/delegation', { owner: 'cpto' })).status).toBe(422)
})

it('says "delegate this" when the CPTO approved a type in two meetings within four weeks', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  for (const [number, ago] of [
    [1, 0],
    [2, 0],
  ] as const) {
    await log({ title: `Call ${number}`, type: '6', decider: String(site.people.owner.id) })
    await site.submit(`/decisions/${number}/ruling`, {
      version: '1',
      by: String(site.people.owner.id),
      on: day(ago),
      forum: number === 1 ? 'tradeoff' : 'delivery',
    })
  }
  expect(await textOf(await site.visit('/rights'))).toContain('Delegate this: Technical.')
})

it('a right is edited, its mistakes are named, and of two at once the later sees both versions', async () => {
  const right = {
    name: 'Technical',
    owner: 'vp_engineering',
    slaDays: '5',
    delegable: '1',
    guardrail: 'Inside the budgets',
    version: '1',
  }
  expect((await site.submit('/rights/types/technical/edit', { ...right, slaDays: 'soon', owner: 'cpto' })).status).toBe(
    422,
  )
  expect((await site.submit('/rights/types/technical/edit', { ...right, slaDays: '4' })).status).toBe(303)
  const late = await site.submit('/rights/types/technical/edit', { ...right, slaDays: '9' })
  expect(late.status).toBe(409)
  const text = await textOf(late)
  expect(text).toContain('Business days 4 9')
  expect((await site.submit('/rights/types/new', { ...right, name: 'Delivery' })).status).toBe(422)
  const added = await site.submit('/rights/types/new', { ...right, name: 'Naming & branding' })
  expect(added.headers.get('location')).toBe('/rights/types/naming_branding')
})

it('a retired type stays on its decisions and is offered for no new one', async () => {
  await log({ title: 'Old kind', type: '5' })
  await site.submit('/rights/types/leadership/edit', {
    name: 'Leadership',
    owner: 'cpto',
    slaDays: '20',
    version: '1',
    retire: '1',
  })
  expect(await textOf(await site.visit('/decisions/1'))).toContain('Leadership')
  expect(await (await site.visit('/decisions/new')).text()).not.toContain('>Leadership<')
})

it('the ownership matrix begins with what is published and can be changed', async () => {
  expect(await textOf(await site.visit('/rights'))).toContain('Roadmap owns co-owns owns')
  const form = {
    'area-0': 'Roadmap',
    'share-0-cpto': 'owns',
    'area-1': 'AI adoption',
    'share-1-cto': 'influences',
    drop: 'cpo',
    role: 'cio',
  }
  expect((await site.submit('/rights/matrix', form)).status).toBe(303)
  const page = await textOf(await site.visit('/rights'))
  expect(page).toContain('Area CPTO CTO CIO Roadmap owns – – AI adoption – influences –')
  expect((await site.submit('/rights/matrix', { 'area-0': 'Twice', 'area-1': 'twice' })).status).toBe(422)
})
