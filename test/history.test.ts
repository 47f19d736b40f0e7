import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
  await site.submit('/decisions/new', { title: 'Cap partitions per port' }, 'contributor')
  await site.submit('/decisions/1/edit', { version: '1', title: 'Cap partitions for each port' })
  await site.submit('/rights/types/technical/delegation', {})
})
afterAll(() => site.close())

it('tells who did what, with the old text beside the new, and leads to the record', async () => {
  const html = await (await site.visit('/history?record=D-1')).text()
  expect(html).toContain('<del>Cap partitions per port</del>')
  expect(html).toContain('<ins>Cap partitions for each port</ins>')
  expect(html).toContain('href="/decisions/1"')
  const text = await textOf(new Response(html))
  expect(text).toContain('Olga Owner edited D-1')
  expect(text).toContain('Carl Contributor logged D-1')
})

it('narrows to a record and to a person, and says when a record is not written like one', async () => {
  const mine = await textOf(await site.visit(`/history?person=${site.people.contributor.id}`))
  expect(mine).toContain('Carl Contributor logged D-1')
  expect(mine).not.toContain('Olga Owner edited')
  expect(await textOf(await site.visit('/history?record=nonsense'))).toContain('A record is written like D-42.')
})

it('shows who signed in from where to the person and to owners only', async () => {
  expect(await textOf(await site.visit('/history', 'owner'))).toContain('signed in as Edda Editor')
  expect(await textOf(await site.visit('/history', 'editor'))).toContain('signed in as Edda Editor')
  const viewer = await textOf(await site.visit('/history', 'viewer'))
  expect(viewer).not.toContain('signed in as Edda Editor')
  expect(viewer).toContain('added Edda Editor')
})

it('goes back page by page to the founding', async () => {
  for (let at = 0; at < 60; at++) await site.submit('/decisions/1/notes', { version: '1', text: `Note ${at}` })
  let path: string | undefined = '/history'
  let pages = 0
  let last = ''
  while (path) {
    last = await (await site.visit(path)).text()
    path = /rel="next" href="([^"]+)"/.exec(last)?.[1]?.replaceAll('&amp;', '&')
    pages += 1
  }
  expect(pages).toBeGreaterThan(1)
  expect(last).toContain('founded the organisation')
})
