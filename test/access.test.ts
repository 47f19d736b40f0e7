import { afterAll, beforeAll, expect, it } from 'vitest'
import { access } from '../src/access.ts'
import { type AccessRole, accessRoles, atLeast } from '../src/domain/people/catalogue.ts'
import { type Site, startSite } from './support/app.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
  // One record for the routes that name one.
  await site.submit('/decisions/new', { title: 'One to walk over', decider: '', type: '6' })
  await site.submit('/initiatives/new', { title: 'One to walk over', bucket: 'bets', origin: 'planning' })
  await site.submit('/themes/new', { name: 'Faster start' })
  await site.submit('/teams/new', { name: 'Berth', kind: 'product_line' })
})
afterAll(() => site.close())

/** Routes that the application answers, as the table writes them. */
const routesOf = ({ app }: Site) => [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

it('every route says what it needs, and the table names no route that is not there', () => {
  expect(routesOf(site).sort()).toEqual(Object.keys(access).sort())
})

it('every route answers every role, and nobody, as the table says', async () => {
  for (const [route, needed] of Object.entries(access)) {
    // These change who is signed in, and have tests of their own.
    if (/sign-out|password|departure|sessions|role$|reset$/.test(route)) continue
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern
      .replace(':key', 'technical')
      .replace(/:(n|id)/, '1')
      .replace(/:(token|file)/, 'none')
    for (const role of ['nobody', ...accessRoles] as const) {
      const response = method === 'GET' ? await site.visit(path, role) : await site.submit(path, {}, role)
      const where = `${route} as ${role}`
      if (needed === 'anyone') expect([303, 200, 404, 410, 422], where).toContain(response.status)
      else if (role === 'nobody') expect(response.headers.get('location'), where).toMatch(/^\/sign-in/)
      else if (!atLeast(role, needed)) expect(response.status, where).toBe(403)
      else expect(response.status === 403 && !isSomebodyElses(route, role), where).toBe(false)
    }
  }
})

/** The decision is the owner's: a contributor may open its page, and take only the steps that are anybody's. */
const isSomebodyElses = (route: string, role: AccessRole) =>
  (role === 'contributor' && route.includes('/decisions/:n/')) ||
  /supersession|reversal|amendments|outcome|judgement/.test(route) ||
  decided.test(route)

/** Steps that are over, or not yet there, once the walk has come past them. */
const decided = /\/decisions\/:n\/(edit|options|ruling|handover|withdrawal)/

it('a route that nobody listed answers nobody', async () => {
  expect((await site.visit('/wp-admin')).status).toBe(404)
  expect((await site.submit('/decisions/1', {})).status).toBe(404)
})

it('the health of the process can be asked without an account', async () => {
  expect(await (await site.visit('/healthz', 'nobody')).text()).toBe('ok')
  expect(await (await site.visit('/readyz', 'nobody')).text()).toBe('ready')
})
