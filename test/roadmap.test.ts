import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { db } from '../db/client.ts'
import { addDependency } from '../db/roadmap/dependencies.ts'
import { addInitiative, blankInitiative, type InitiativeContent } from '../db/roadmap/initiatives.ts'
import { addMilestone } from '../db/roadmap/milestones.ts'
import { addTheme } from '../db/roadmap/themes.ts'
import { rows } from '../db/rows.ts'
import { addDays } from '../src/domain/time/days.ts'
import { quarterAfter, quarterBounds, quarterKey, quarterName, quarterOf } from '../src/domain/time/quarter.ts'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const now = new Date()
const today = now.toISOString().slice(0, 10)
const current = quarterOf(today)
const quarter = quarterKey(current)
const by = () => ({ person: site.people.owner.id, at: new Date() })

const add = (title: string, more: Partial<InitiativeContent> = {}) =>
  addInitiative(by(), { ...blankInitiative, title, origin: 'planning', ...more })

const addMany = async (count: number, more: Partial<InitiativeContent> = {}) => {
  const ids: number[] = []
  for (let at = 1; at <= count; at += 1) ids.push(await add(`Bet ${at}`, more))
  return ids
}

/** In the order in which the page shows them. */
const orderOn = async (path = '/roadmap') =>
  [...(await (await site.visit(path)).text()).matchAll(/<tr role="row" id="i-(\d+)"/g)].map(([, id]) => Number(id))

const move = (id: number, side: 'before' | 'after', other: number, as: 'editor' | 'contributor' = 'editor') =>
  site.submit('/roadmap/ranks', { id: String(id), [side]: String(other) }, as)

/** Metrics that differ, and every area looked at. */
const makeReady = async () => {
  await site.submit('/scorecard/catalogue', { start: 'ten' })
  await db.run(sql`update initiatives set primary_metric = 1, guardrail_metric = 2, dependencies_on = ${today},
    risk_on = ${today}, security_on = ${today}, performance_on = ${today}`)
}

const commit = (fields: Record<string, string> = {}) => site.submit(`/roadmap/${quarter}/commitment`, fields, 'editor')

it('whatever is moved stands where it was asked to, and all others keep their order', async () => {
  const ids = await addMany(6)
  let order = await orderOn()
  expect(order).toEqual(ids)
  const some = fc.record({
    what: fc.constantFrom(...ids),
    other: fc.constantFrom(...ids),
    side: fc.constantFrom('before' as const, 'after' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 6 }), async (moves) => {
      for (const { what, side, other } of moves) {
        expect((await move(what, side, other)).status).toBe(303)
        if (what === other) continue
        const rest = order.filter((id) => id !== what)
        order = rest.toSpliced(rest.indexOf(other) + (side === 'after' ? 1 : 0), 0, what)
      }
      expect(await orderOn()).toEqual(order)
    }),
    { numRuns: 25 },
  )
}, 30_000)

it('stays in order also when two have changed places so often that ranks are numbered anew', async () => {
  const [a = 0, b = 0, c = 0] = await addMany(3)
  for (let at = 0; at < 30; at += 1)
    await move(...(at % 2 === 0 ? ([c, 'before', b] as const) : ([b, 'before', c] as const)))
  expect(await orderOn()).toEqual([a, b, c])
})

it('a new rank is kept with who and when, and a move to where it stands already is none', async () => {
  const [a = 0, b = 0] = await addMany(2)
  const before = await rows(sql`select id from initiative_changes where field = 'rank'`)
  await move(b, 'before', a)
  await move(b, 'before', a)
  const after = await rows<{ initiative: number; by: number }>(
    sql`select initiative, "by" from initiative_changes where field = 'rank' order by id`,
  )
  expect(after.slice(before.length)).toEqual([{ initiative: b, by: site.people.editor.id }])
  expect(await textOf(await site.visit('/history'))).toContain('Edda Editor re-ranked')
})

it('is re-ranked without a script by the buttons of a row, which keep view and quarter', async () => {
  const [a = 0, b = 0] = await addMany(2, { quarter, bucket: 'platform' })
  const html = await (await site.visit(`/roadmap?view=technology&quarter=${quarter}`, 'editor')).text()
  expect(html).toContain(`name="before" value="${a}" aria-label="Up with I-${b}"`)
  const answer = await site.submit(`/roadmap/ranks?view=technology&quarter=${quarter}`, {
    id: String(b),
    before: String(a),
    after: '',
  })
  expect(answer.headers.get('location')).toBe(`/roadmap?view=technology&quarter=${quarter}#i-${b}`)
  expect(await orderOn()).toEqual([b, a])
})

it('only editors re-rank, and nothing beside what is not there', async () => {
  const [a = 0, b = 0] = await addMany(2)
  expect((await move(b, 'before', a, 'contributor')).status).toBe(403)
  expect((await move(b, 'before', 99)).status).toBe(422)
  expect((await site.submit('/roadmap/ranks', { id: String(a) })).status).toBe(422)
  expect(await (await site.visit('/roadmap', 'contributor')).text()).not.toContain('data-rank')
  expect(await orderOn()).toEqual([a, b])
})

it('shows themes with where their outcome was, is and should be, and the bets on them', async () => {
  await site.submit('/scorecard/catalogue', { start: 'ten' })
  const theme = await addTheme(by(), {
    ...{
      name: 'First value sooner',
      outcome: 'New customers get there in a week.',
      metric: 1,
      baseline: 38,
      target: 45,
    },
    ...{ quarter, owner: null },
  })
  await add('Shorter signup', { theme, effort: 8, quarter, owner: site.people.editor.id })
  const page = await textOf(await site.visit('/roadmap'))
  expect(page).toContain('One initiative, one outcome, and none of them measured yet; nothing is blocked.')
  expect(page).toMatch(new RegExp(`from 38.%, nothing read yet, to ≥ 45.% by ${quarterName(current)}`))
  expect(page).toMatch(/Shorter signup I-1 · Bets · Edda Editor 1 8.pw Idea/)
})

it('says in words what is blocked, and by what', async () => {
  const [stream = 0, alerts = 0] = [await add('Event stream'), await add('Live alerts')]
  await addMilestone(by(), stream, { name: 'Beta', plannedOn: addDays(today, -3), actualOn: null })
  await addDependency(by(), alerts, { onInitiative: stream, onTeam: null, note: '', neededOn: null })
  const page = await textOf(await site.visit('/roadmap'))
  expect(page).toContain('one initiative is blocked')
  expect(page).toContain(`Blocked waits for I-${stream} Event stream , which is late`)
})

it('ties every technology investment to an outcome, or says that it is tied to none', async () => {
  const theme = await addTheme(by(), {
    ...{
      name: 'Reliable checkout',
      outcome: '',
      metric: null,
      baseline: null,
      target: null,
      quarter: null,
      owner: null,
    },
  })
  await add('Split the monolith', { bucket: 'platform', effort: 6 })
  await add('Retry budget', { bucket: 'risk', theme })
  await add('Colours', { bucket: 'bets' })
  const page = await textOf(await site.visit('/roadmap?view=technology'))
  expect(page).toContain('One of two technology investments is tied to no outcome: 6 person-weeks.')
  expect(page).toMatch(/Split the monolith I-1 · Platform Tied to none/)
  expect(page).toMatch(/Retry budget I-2 · Risk reduction Reliable checkout/)
  expect(page).not.toContain('Colours')
})

it('draws the milestones of a quarter on a time line, with the same in words beside it', async () => {
  const { from, until } = quarterBounds(current)
  const bet = await add('Shorter signup', { quarter })
  await addMilestone(by(), bet, { name: 'Beta', plannedOn: from, actualOn: from })
  await addMilestone(by(), bet, { name: 'Everybody', plannedOn: addDays(until, -1), actualOn: null })
  const response = await site.visit('/roadmap?view=shared')
  const html = await response.clone().text()
  expect(html).toMatch(/<svg class="sp"[^>]*aria-hidden="true">.*<circle/)
  const page = await textOf(response)
  expect(page).toContain(`One of two milestones of ${quarterName(current)} is met; none is late.`)
  expect(page).toMatch(/Beta met \d+ \w{3}/)
  expect(page).toMatch(/Everybody \d+ \w{3}/)
})

it('can be narrowed to a quarter, which then shows what shipped in it too', async () => {
  const next = quarterKey(quarterAfter(current))
  const [now = 0, later = 0] = [await add('Now', { quarter }), await add('Later', { quarter: next })]
  await db.run(sql`update initiatives set stage = 'shipped', launched_on = ${today} where id = ${now}`)
  expect(await orderOn(`/roadmap?quarter=${next}`)).toEqual([later])
  expect(await orderOn(`/roadmap?quarter=${quarter}`)).toEqual([now])
  expect(await orderOn('/roadmap?quarter=nonsense')).toEqual([now, later])
})

it('commits a quarter once; a second time is refused, for its list is frozen', async () => {
  await addMany(2, { quarter, effort: 3 })
  await makeReady()
  expect((await site.submit(`/roadmap/${quarter}/commitment`, {}, 'contributor')).status).toBe(403)
  expect((await commit()).status).toBe(303)
  const again = await commit()
  expect(again.status).toBe(409)
  expect(await textOf(again)).toContain('is frozen already')
  expect(await textOf(await site.visit('/history'))).toContain(
    `Edda Editor committed and froze the list of ${quarterName(current)}`,
  )
})

it('refuses to commit what lacks its metrics or was not looked at, unless somebody says why: then a decision does', async () => {
  const [ready = 0, bare = 0] = await addMany(2, { quarter })
  await makeReady()
  await db.run(sql`update initiatives set guardrail_metric = null, risk_on = null where id = ${bare}`)
  const refused = await commit()
  expect(refused.status).toBe(422)
  expect(await textOf(refused)).toContain(`I-${bare} lacks a guardrail metric and a look at risk`)
  expect(await rows(sql`select 1 from commitments`)).toEqual([])
  expect((await commit({ [`reason-${bare}`]: 'The contract names the day.' })).status).toBe(303)
  const frozen = await rows(sql`select initiative, position from commitments order by position`)
  expect(frozen).toEqual([
    { initiative: ready, position: 1 },
    { initiative: bare, position: 2 },
  ])
  const decision = await textOf(await site.visit('/decisions/1'))
  expect(decision).toContain(
    `Commit I-${bare} Bet 2 to ${quarterName(current)} without a guardrail metric and a look at risk`,
  )
  expect(decision).toContain('The contract names the day.')
  expect((await site.visit('/decisions/2')).status).toBe(404)
})

it('a quarter without initiatives has nothing to commit', async () => {
  expect((await commit()).status).toBe(422)
  expect((await site.visit('/roadmap/2026Q5/commitment')).status).toBe(404)
})

it('tells what changed since the commitment: 23 committed, two added, one resequenced is 87 % stable', async () => {
  const shipped = await add('Shipped before', { quarter })
  await db.run(sql`update initiatives set stage = 'shipped', launched_on = ${today} where id = ${shipped}`)
  const ids = await addMany(23, { quarter, effort: 2 })
  await makeReady()
  await commit()
  expect(await textOf(await site.visit('/roadmap'))).toContain('stability 100 %: nothing added, removed or resequenced')
  await add('Pushed in', { quarter })
  await add('Pushed in too', { quarter })
  await move(ids[9] ?? 0, 'before', ids[0] ?? 0)
  expect(await textOf(await site.visit('/roadmap'))).toContain('stability 87 %: two added, one resequenced')
  await db.run(sql`update initiatives set stage = 'stopped', stopped_from = 'idea' where id = ${ids[4] ?? 0}`)
  await db.run(sql`update initiatives set effort = 5 where id = ${ids[5] ?? 0}`)
  // Written past the application: the page is kept until anything is written through it.
  await add('Later', {})
  const page = await textOf(await site.visit(`/roadmap/${quarter}/commitment`))
  expect(page).toContain(
    'Stability 83 %: two added, one removed, one resequenced; one effort changed by more than a fifth.',
  )
  expect(page).toContain('I-6 Bet 5 no longer on the list')
  expect(page).toMatch(/I-7 Bet 6 now 5.pw/)
})

it('opens by a public link to anybody, without a name of a person and without a way inside; revoked it is gone', async () => {
  const bet = await add('Shorter signup', { quarter, owner: site.people.editor.id, bucket: 'platform' })
  await addMilestone(by(), bet, { name: 'Beta', plannedOn: today, actualOn: null })
  const made = await (await site.submit('/roadmap/links', { name: 'Board', days: '30' }, 'editor')).text()
  const path = /value="[^"]*(\/shared\/[\w-]{43})"/.exec(made)?.[1] ?? ''
  for (const view of ['', '?view=shared', '?view=technology', `?quarter=${quarter}`]) {
    for (const reader of ['nobody', 'owner'] as const) {
      const response = await site.visit(path + view, reader)
      expect(response.status).toBe(200)
      const html = await response.text()
      expect(html).toContain('Shorter signup')
      for (const { name } of Object.values(site.people)) expect(html).not.toContain(name)
      const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, to]) => to ?? '')
      expect(links.filter((to) => to !== '#main' && !to.startsWith(path))).toEqual([])
      expect(html).not.toContain('data-rank')
    }
  }
  expect(await rows(sql`select token from public_links`)).not.toContainEqual({ token: path.split('/').at(-1) })
  expect((await site.submit('/roadmap/links/1/revocation', {}, 'editor')).status).toBe(303)
  expect((await site.visit(path, 'nobody')).status).toBe(404)
  expect((await site.visit(path, 'owner')).status).toBe(404)
  expect(await textOf(await site.visit('/roadmap/links'))).toContain('Nobody outside can read the roadmap.')
})

it('an expired link, an unknown one and one to the intake form do not open it', async () => {
  const made = await (await site.submit('/roadmap/links', { name: 'Board', days: '7' })).text()
  const path = /value="[^"]*(\/shared\/[\w-]{43})"/.exec(made)?.[1] ?? ''
  expect((await site.visit(path, 'nobody')).status).toBe(200)
  await db.run(sql`update public_links set leads_to = 'intake'`)
  expect((await site.visit(path, 'nobody')).status).toBe(404)
  await db.run(
    sql`update public_links set leads_to = 'roadmap', expires_at = ${new Date(now.getTime() - 1).toISOString()}`,
  )
  expect((await site.visit(path, 'nobody')).status).toBe(404)
  expect((await site.visit('/shared/none', 'nobody')).status).toBe(404)
  expect((await site.submit('/roadmap/links', { name: '', days: '5000' })).status).toBe(422)
})

it('goes along as CSV and Markdown', async () => {
  const bet = await add('=Shorter *signup*', { quarter, effort: 8, bucket: 'platform' })
  await addMilestone(by(), bet, { name: 'Beta', plannedOn: '2026-11-12', actualOn: null })
  const csv = await (await site.visit('/roadmap.csv')).text()
  expect(csv).toContain(`I-1,'=Shorter *signup*,,1,idea,${quarter},8,platform`)
  expect(csv).toContain('Beta: 2026-11-12')
  const text = await (await site.visit(`/roadmap.md?quarter=${quarter}`)).text()
  expect(text).toContain(`# Roadmap ${quarter}`)
  expect(text).toContain(`1. **I-1 =Shorter \\*signup\\*** (Idea, ${quarterName(current)}, 8 person-weeks)`)
  expect(text).toContain('   - Beta: planned 2026-11-12')
})

it('says what belongs on it while it is empty', async () => {
  expect(await textOf(await site.visit('/roadmap'))).toContain('Nothing is on the roadmap yet.')
  expect(await textOf(await site.visit('/roadmap'))).toContain('Add a theme')
  expect(await textOf(await site.visit('/roadmap', 'viewer'))).not.toContain('Add a theme')
})
