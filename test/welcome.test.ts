import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rows } from '../db/rows.ts'
import { createApp } from '../src/app.tsx'
import { readEnv } from '../src/env.ts'
import { freshDatabase } from './support/database.ts'

let close: () => Promise<void>
beforeEach(async () => {
  close = await freshDatabase()
})
afterEach(() => close())

const origin = 'http://fulcrum.test'
const founding = {
  name: 'Maren Lindqvist',
  executiveRole: 'cpto',
  email: 'Maren@Halyard.test',
  password: 'a quiet harbour at dawn',
  organisation: 'Halyard',
  currency: 'eur',
  timeZone: 'Europe/Lisbon',
  stage: 'fast_growth',
  start: 'empty',
}

const submit = (app: ReturnType<typeof createApp>, fields: Record<string, string>) =>
  app.request(`${origin}/welcome`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

it('everything leads to the welcome page until there is an organisation, and never again after', async () => {
  const app = createApp(readEnv({}))
  expect((await app.request(`${origin}/decisions`)).headers.get('location')).toBe('/welcome')
  const founded = await submit(app, founding)
  expect(founded.headers.get('location')).toBe('/')
  const cookie = founded.headers.get('set-cookie')?.split(';')[0] ?? ''
  const home = await app.request(`${origin}/`, { headers: { cookie } })
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('Nothing waits for a decision.')
  expect((await app.request(`${origin}/welcome`)).headers.get('location')).toBe('/')
})

it('of several founders at the same moment exactly one becomes the owner', async () => {
  const app = createApp(readEnv({}))
  const answers = await Promise.all(
    [1, 2, 3, 4].map((at) =>
      submit(app, { ...founding, email: `founder${at}@halyard.test`, organisation: `Halyard ${at}` }),
    ),
  )
  expect(answers.filter((answer) => answer.headers.get('set-cookie')?.includes('session=')).length).toBe(1)
  expect(await rows(sql`select count(*) as n from accounts`)).toEqual([{ n: 1 }])
  expect(await rows(sql`select count(*) as n from organisation`)).toEqual([{ n: 1 }])
})

it('mistakes are named in the words of a person, and what was typed stays', async () => {
  const app = createApp(readEnv({}))
  const refused = await submit(app, {
    ...founding,
    password: 'short',
    email: 'not an address',
    timeZone: 'Atlantis/Deep',
  })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('at least 12 characters')
  expect(html).toContain('does not look like an e-mail address')
  expect(html).toContain('Please choose a time zone.')
  expect(html).toContain('value="Maren Lindqvist"')
  expect(html).not.toContain('value="short"')
})

it('asks for the token of the terminal when strangers can reach it, and stops guessing', async () => {
  const app = createApp(readEnv({}), { setupToken: 'only-in-the-terminal' })
  expect(await (await app.request(`${origin}/welcome`)).text()).toContain('Setup token')
  for (let at = 0; at < 10; at++) expect((await submit(app, { ...founding, token: `guess ${at}` })).status).toBe(422)
  expect((await submit(app, { ...founding, token: 'only-in-the-terminal' })).status).toBe(429)
})

it('lets in whoever has the token', async () => {
  const app = createApp(readEnv({}), { setupToken: 'only-in-the-terminal' })
  expect((await submit(app, { ...founding, token: 'only-in-the-terminal' })).status).toBe(303)
})

it('loads the example organisation only when asked to', async () => {
  const app = createApp(readEnv({}))
  await submit(app, founding)
  expect(await rows(sql`select count(*) as n from decisions`)).toEqual([{ n: 0 }])
  expect(await rows(sql`select count(*) as n from people`)).toEqual([{ n: 1 }])
})
