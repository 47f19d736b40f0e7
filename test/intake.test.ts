import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db/client.ts'
import { accept, cancelAcceptance } from '../db/intake/acceptance.ts'
import { decline, park, Refused, reopen } from '../db/intake/answers.ts'
import { displacedOf } from '../db/intake/ledger.ts'
import { fileRequest, urgentWaiting } from '../db/intake/requests.ts'
import { restore } from '../db/intake/restoration.ts'
import { addInitiative, blankInitiative } from '../db/roadmap/initiatives.ts'
import { first, rows } from '../db/rows.ts'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const day = new Date().toISOString().slice(0, 10)
const calendar = { today: day, timeZone: 'Europe/Lisbon' }
const quarter = `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
const by = () => ({ person: site.people.owner.id, at: new Date() })

/** An initiative of this quarter, the editor's. */
const plan = (title: string, effort: number | null) =>
  addInitiative(by(), {
    ...blankInitiative,
    ...{ title, effort, quarter, owner: site.people.editor.id, origin: 'planning' as const },
  })

const asking = {
  title: 'SSO for Northwind',
  requester: 'Sam Sales',
  source: 'sales_escalation',
  urgency: 'urgent',
  value: 'EUR 400 000 a year',
  customer: 'Northwind',
}

/** An address without an account, as an editor makes it. */
async function makeLink(fields: Record<string, string> = {}) {
  const page = await site.submit('/intake/links', { name: 'Sales, north', days: '30', ...fields }, 'editor')
  return /value="[^"]*(\/ask\/[^"]+)"/.exec(await page.text())?.[1] ?? ''
}

const answer = { version: '1', effort: '6', becomes: 'new', quarter }

describe('A sales escalation that comes in by a link', () => {
  it('is refused acceptance until it names what it displaces, and by how much', async () => {
    await plan('Ledger export', 8)
    await site.submit(await makeLink(), asking, 'nobody')
    expect(await textOf(await site.visit('/intake'))).toContain('One request waits for an answer, and it is urgent')

    const bare = await site.submit('/intake/1/acceptance', answer)
    expect(bare.status).toBe(422)
    expect(await textOf(bare)).toContain('It is 6 person-weeks short')
    const half = await site.submit('/intake/1/acceptance', { ...answer, 'item-0': '1', 'weeks-0': '4' })
    expect(half.status).toBe(422)
    expect(await textOf(half)).toContain('It is 2 person-weeks short')
    expect((await urgentWaiting()).map(({ title }) => title)).toEqual(['SSO for Northwind'])

    const whole = { ...answer, 'item-0': '1', 'weeks-0': '6', because: 'The renewal hangs on it', log: '1' }
    expect((await site.submit('/intake/1/acceptance', whole)).status).toBe(303)
    expect(await urgentWaiting()).toEqual([])
    expect(await textOf(await site.visit('/intake/1'))).toContain(
      'SSO for Northwind: accepted as I-2, displacing 6 person-weeks.',
    )
    expect(await textOf(await site.visit('/decisions/1'))).toContain('I-1 Ledger export: 6 person-weeks')
    expect(await textOf(await site.visit('/initiatives/2'))).toContain('SSO for Northwind')
  })

  it('stands in the ledger, below the line and with the owner of what it displaced', async () => {
    await plan('Ledger export', 6)
    await site.submit(await makeLink(), asking, 'nobody')
    const whole = { ...answer, 'item-0': '1', 'weeks-0': '6', restoreCondition: 'the renewal is signed', log: '1' }
    await site.submit('/intake/1/acceptance', whole)

    const ledger = await textOf(await site.visit('/displacement', 'viewer'))
    expect(ledger).toContain('6 person-weeks were pushed out this month; 100 % of a year came from sales escalation.')
    expect(ledger).toContain('I-1 Ledger export Edda Editor 6 pw R-1 SSO for Northwind , D-1')
    expect(ledger).toContain('when the renewal is signed')
    expect(await rows(sql`select quarter, initiative, decision, condition from below_the_line`)).toEqual([
      { quarter, initiative: 1, decision: 1, condition: 'the renewal is signed' },
    ])
    // Nothing is left of it, so it is no longer on the quarter's list.
    expect((await first<{ quarter: string | null }>(sql`select quarter from initiatives where id = 1`))?.quarter).toBe(
      null,
    )

    const theirs = await displacedOf(site.people.editor.id)
    expect(theirs.map(({ title, personWeeks }) => [title, personWeeks])).toEqual([['Ledger export', 6]])
    expect((await site.submit('/displacement/1/seen', {}, 'owner')).status).toBe(403)
    expect((await site.submit('/displacement/1/seen', {}, 'editor')).headers.get('location')).toBe('/')
    expect(await displacedOf(site.people.editor.id)).toEqual([])
  })

  it('is followed by its requester without an account, and shows nobody anything else', async () => {
    await plan('Secret plan', 8)
    const sent = await site.submit(await makeLink(), asking, 'nobody')
    const address = sent.headers.get('location') ?? ''
    expect(address).toMatch(/^\/asked\/[\w-]{43}$/)
    expect(await textOf(await site.visit(address, 'nobody'))).toContain('Your request is in the queue')
    await site.submit('/intake/1/declination', { version: '1', because: 'No other customer asks for it' })
    const page = await site.visit(address, 'nobody')
    const whole = await page.clone().text()
    expect(await textOf(page)).toContain('Your request was declined. You asked for SSO for Northwind')
    expect(whole).toContain('No other customer asks for it')
    expect(whole).not.toContain('Olga Owner')
    // The same for somebody who happens to be signed in.
    expect(await (await site.visit(address, 'owner')).text()).not.toContain('Olga Owner')
    expect(JSON.stringify(await rows(sql`select * from requests`))).not.toContain(address.split('/').at(-1))
  })
})

describe('A public link', () => {
  it('works until it is revoked or too old, and its token is kept nowhere', async () => {
    const link = await makeLink()
    expect((await site.visit(link, 'nobody')).status).toBe(200)
    for (const table of ['public_links', 'events']) {
      const all = JSON.stringify(await rows(sql.raw(`select * from ${table}`)))
      expect(all).not.toContain(link.split('/').at(-1))
    }
    await site.submit('/intake/links/1/revocation', {}, 'editor')
    expect((await site.visit(link, 'nobody')).status).toBe(404)
    expect((await site.submit(link, asking, 'nobody')).status).toBe(404)

    const old = await makeLink()
    await db.run(sql`update public_links set expires_at = '2020-01-01T00:00:00.000Z' where id = 2`)
    expect((await site.visit(old, 'nobody')).status).toBe(404)
    expect((await site.visit('/ask/guessed', 'nobody')).status).toBe(404)
    expect((await site.visit('/asked/guessed', 'nobody')).status).toBe(404)
  })

  it('keeps what was typed when something is missing, and takes ten requests in a quarter of an hour', async () => {
    const link = await makeLink()
    const refused = await site.submit(link, { ...asking, source: '' }, 'nobody')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="SSO for Northwind"')
    for (let at = 0; at < 10; at++) expect((await site.submit(link, asking, 'nobody')).status).toBe(303)
    const late = await site.submit(link, asking, 'nobody')
    expect(late.status).toBe(429)
    expect(await late.text()).toContain('value="SSO for Northwind"')
  })
})

describe('Answers', () => {
  it('need their reason, stay visible with it, and can be taken back', async () => {
    await site.submit('/intake/new', asking, 'contributor')
    expect((await site.submit('/intake/1/parking', { version: '1', because: ' ' })).status).toBe(422)
    expect((await site.submit('/intake/1/parking', { version: '1', because: 'After the audit' })).status).toBe(303)
    expect(await textOf(await site.visit('/intake?status=parked', 'viewer'))).toContain('After the audit')
    expect((await site.submit('/intake/1/reopening', { version: '2' })).status).toBe(303)
    const late = await site.submit('/intake/1/declination', { version: '1', because: 'Too late' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Too late')
    expect(await textOf(await site.visit('/intake/1', 'viewer'))).toContain('Olga Owner parked it: After the audit')
  })

  it('are for an editor, or for the CPTO; everybody else reads', async () => {
    await site.submit('/intake/new', asking, 'contributor')
    const told = { version: '1', because: 'No' }
    expect((await site.submit('/intake/1/declination', told, 'contributor')).status).toBe(403)
    expect((await site.submit('/intake/1/declination', told, 'viewer')).status).toBe(403)
    const cpto = await site.join('Ada Acting', 'contributor', 'cpto')
    expect((await site.submit('/intake/1/declination', told, cpto)).status).toBe(303)
  })

  it('a normal request waits its turn: it displaces nothing, and may join what is there', async () => {
    await plan('Ledger export', 8)
    await site.submit('/intake/new', { ...asking, urgency: 'normal' }, 'contributor')
    const join = { version: '1', effort: '2', becomes: 'join', join: '1' }
    expect((await site.submit('/intake/1/acceptance', { ...join, join: '' })).status).toBe(422)
    expect((await site.submit('/intake/1/acceptance', join)).status).toBe(303)
    expect(await textOf(await site.visit('/intake/1'))).toContain('accepted as I-1.')
  })

  it('an estimate that is missing, or too small, gives nothing', async () => {
    await plan('Not estimated', null)
    await plan('Small', 3)
    await site.submit('/intake/new', asking)
    for (const item of ['1', '2', '99']) {
      const refused = await site.submit('/intake/1/acceptance', { ...answer, 'item-0': item, 'weeks-0': '6' })
      expect(refused.status).toBe(422)
    }
    const weighed = await site.submit('/intake/1/acceptance', { ...answer, 'item-0': '2', 'weeks-0': '3', weigh: '1' })
    expect(weighed.status).toBe(200)
    expect(await textOf(weighed)).toContain('Takes 6 person-weeks , displaces 3 person-weeks . 3 person-weeks short')
  })

  it('the buffer of the quarter gives what is left of it, and no more', async () => {
    await db.run(sql`insert into quarter_plans (quarter, buffer) values (${quarter}, 5)`)
    await site.submit('/intake/new', asking)
    await site.submit('/intake/new', asking)
    expect((await site.submit('/intake/1/acceptance', { ...answer, effort: '3', buffer: '3' })).status).toBe(303)
    expect((await site.submit('/intake/2/acceptance', { ...answer, effort: '3', buffer: '3' })).status).toBe(422)
    expect((await site.submit('/intake/2/acceptance', { ...answer, effort: '2', buffer: '2' })).status).toBe(303)
  })

  it('what was displaced comes back only when something else gives way, and everything when it is cancelled', async () => {
    await plan('Ledger export', 6)
    await plan('Dark mode', 9)
    await site.submit('/intake/new', asking)
    await site.submit('/intake/1/acceptance', { ...answer, 'item-0': '1', 'weeks-0': '6' })
    const bare = await site.submit('/displacement/1/restoration', {})
    expect(bare.status).toBe(422)
    expect(await textOf(bare)).toContain('name what gives way instead')
    expect((await site.submit('/displacement/1/restoration', { 'item-0': '2', 'weeks-0': '6' })).status).toBe(303)
    const quarterOf = async (id: number) =>
      (await first<{ quarter: string | null }>(sql`select quarter from initiatives where id = ${id}`))?.quarter
    expect(await quarterOf(1)).toBe(quarter)

    expect((await site.submit('/intake/1/cancellation', { version: '3', because: 'They left' })).status).toBe(303)
    expect(await textOf(await site.visit('/displacement'))).toContain('Nothing was displaced this month.')
    expect(await rows(sql`select id from displacements where restored_at is null`)).toEqual([])
    expect(await rows(sql`select id from below_the_line where ended_at is null`)).toEqual([])
    // Made for it, and not begun.
    expect(await rows(sql`select stage from initiatives where id = 3`)).toEqual([{ stage: 'stopped' }])
    expect(await textOf(await site.visit('/intake/1'))).toContain('urgent, and nothing is named that it displaces')
  })
})

it('a restricted decision stays unknown to those who may not read it, wherever it is named', async () => {
  await plan('Ledger export', 8)
  await site.submit('/decisions/new', { title: 'Quiet', type: '6', restricted: '1', status: 'decided' }, 'owner')
  await site.submit('/intake/new', asking)
  const given = { 'item-0': '1', 'weeks-0': '6', decision: 'D-1' }
  expect((await site.submit('/intake/1/acceptance', { ...answer, ...given }, 'editor')).status).toBe(422)
  expect((await site.submit('/intake/1/acceptance', { ...answer, ...given }, 'owner')).status).toBe(303)
  for (const path of ['/intake/1', '/displacement', '/displacement.csv', '/history']) {
    expect(await (await site.visit(path, 'viewer')).text(), path).not.toContain('D-1')
  }
  for (const path of ['/intake/1', '/displacement', '/displacement.csv']) {
    expect(await (await site.visit(path, 'owner')).text(), path).toContain('D-1')
  }
})

it('feedback is grouped, answered, and whoever asked is told', async () => {
  await plan('Single sign-on', 8)
  await site.submit(await makeLink(), { ...asking, segment: 'Enterprise', competitor: 'Portline' }, 'nobody')
  await site.submit('/intake/new', { ...asking, customer: 'Southgate' })
  expect((await site.submit('/intake/themes', { name: 'Single sign-on' }, 'contributor')).status).toBe(303)
  expect((await site.submit('/intake/themes', { name: 'Single sign-on' })).status).toBe(422)
  for (const id of [1, 2]) await site.submit(`/intake/${id}/theme`, { version: '1', theme: '1' }, 'contributor')
  expect(await textOf(await site.visit('/intake/themes'))).toContain(
    'One theme has no answer yet; “Single sign-on” comes up most, in two requests.',
  )
  const edit = { version: '1', name: 'Single sign-on', answer: 'It comes in spring', initiative: '1' }
  expect((await site.submit('/intake/themes/1', edit, 'contributor')).status).toBe(303)
  expect((await site.submit('/intake/themes/1', { ...edit, answer: 'Mine' }, 'editor')).status).toBe(409)
  const page = await textOf(await site.visit('/intake/themes/1', 'viewer'))
  expect(page).toContain('asked for in two requests, answered; one of them does not know it yet.')
  expect(page).toContain('Customers Southgate 1 Northwind 1')
  expect(page).toContain('I-1 Single sign-on')
  await site.submit('/intake/2/told', {}, 'contributor')
  expect(await textOf(await site.visit('/intake/themes/1'))).toContain('answered, and everybody was told.')
})

it('the tax is the share of the capacity of a month, by source, and the ledger can be taken along', async () => {
  await plan('Ledger export', 50)
  await site.submit('/teams/new', { name: 'Berth', kind: 'product_line' })
  await db.run(sql`insert into team_capacity (quarter, team, people, availability) values (${quarter}, 1, 10, 0.5)`)
  await site.submit('/intake/new', { ...asking, title: '=1+1' })
  await site.submit('/intake/1/acceptance', { ...answer, effort: '11', 'item-0': '1', 'weeks-0': '11' })
  const month = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
  const share = Math.round((11 / ((5 * month) / 7)) * 100)
  expect(await textOf(await site.visit('/displacement'))).toContain(
    `11 person-weeks were pushed out this month, ${share} % of its capacity`,
  )
  const file = await (await site.visit('/displacement.csv', 'viewer')).text()
  expect(file).toContain(`I-1,Ledger export,Edda Editor,11,R-1,'=1+1,sales_escalation`)
})

describe('The invariant', () => {
  it('holds in the database, whoever goes around the verbs', async () => {
    await plan('Ledger export', 8)
    await site.submit('/intake/new', asking)
    const refusal = /must displace as much as it takes/
    const said = async (statement: ReturnType<typeof sql>) =>
      db.run(statement).then(
        () => 'let through',
        (error: Error) => `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`,
      )
    expect(await said(sql`update requests set status = 'accepted', effort = 6 where id = 1`)).toMatch(refusal)
    await site.submit('/intake/1/acceptance', { ...answer, 'item-0': '1', 'weeks-0': '6' })
    expect(await said(sql`update displacements set person_weeks = 5 where id = 1`)).toMatch(refusal)
    expect(await said(sql`update displacements set restored_at = at where id = 1`)).toMatch(refusal)
    expect(await said(sql`delete from displacements where id = 1`)).toMatch(refusal)
    expect(await said(sql`update requests set effort = 7 where id = 1`)).toMatch(refusal)
  })

  it('survives any order of answers', async () => {
    const items = [await plan('A', 4), await plan('B', 7)]
    await db.run(sql`insert into quarter_plans (quarter, buffer) values (${quarter}, 3)`)
    const ids: number[] = []
    for (const urgency of ['urgent', 'urgent', 'normal'] as const) {
      const rest = { requesterEmail: '', evidence: '', productLine: '', segment: '', competitor: '' }
      ids.push(await fileRequest(by(), { ...asking, ...rest, source: 'support', urgency }))
    }
    const given = fc.array(fc.record({ item: fc.constantFrom(...items), weeks: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 2,
    })
    const amount = fc.integer({ min: 0, max: 3 })
    const step = fc.record({
      verb: fc.constantFrom('accept', 'accept', 'accept', 'cancel', 'restore', 'decline', 'park', 'reopen'),
      request: fc.constantFrom(...ids),
      entry: fc.integer({ min: 0, max: 9 }),
      effort: fc.integer({ min: 1, max: 4 }),
      ...{ given, buffer: amount },
    })
    type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

    /** One of the entries that the request holds. */
    async function heldOf(request: number, at: number) {
      const held = await rows<{ id: number }>(
        sql`select id from displacements where request = ${request} and initiative is not null and restored_at is null`,
      )
      return held[at % held.length]?.id ?? 0
    }

    async function take({ verb, request, entry, effort, given, buffer }: Step) {
      const version =
        (await first<{ version: number }>(sql`select version from requests where id = ${request}`))?.version ?? 0
      const told = { because: 'because', calendar }
      const becomes = { ...blankInitiative, title: 'Made', effort, quarter }
      const taking = { effort, because: '', displaced: given, buffer, restoreCondition: '', becomes, decision: null }
      if (verb === 'accept') await accept(by(), request, version, taking, calendar)
      else if (verb === 'cancel') await cancelAcceptance(by(), request, version, '', calendar)
      else if (verb === 'decline') await decline(by(), request, version, told)
      else if (verb === 'park') await park(by(), request, version, told)
      else if (verb === 'reopen') await reopen(by(), request, version, calendar)
      else
        await restore(
          by(),
          await heldOf(request, entry),
          { because: '', instead: given, buffer, restoreCondition: '' },
          calendar,
        )
    }

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        for (const one of steps) {
          await take(one).catch((error) => {
            if (!(error instanceof Refused)) throw error
          })
          expect(await rows(broken)).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  /** Accepted urgent requests with too little, items that gave more than they have or are where they should not be. */
  const broken = sql`
    select 'short' as what from requests r where r.status = 'accepted' and r.urgency = 'urgent' and r.effort >
      (select coalesce(sum(person_weeks), 0) from displacements d where d.request = r.id and d.restored_at is null) + 1e-9
    union all
    select 'too much of an item' from initiatives i where
      (select coalesce(sum(person_weeks), 0) from displacements d where d.initiative = i.id and d.restored_at is null) > i.effort + 1e-9
    union all
    select 'buffer' where
      (select coalesce(sum(person_weeks), 0) from displacements d where d.initiative is null and d.restored_at is null) > 3 + 1e-9
    union all
    select 'below the line, yet in its quarter' from below_the_line b join initiatives i on i.id = b.initiative
      where b.ended_at is null and i.quarter is not null
    union all
    select 'all of it given, yet in its quarter' from initiatives i where i.quarter is not null and i.effort =
      (select coalesce(sum(person_weeks), 0) from displacements d where d.initiative = i.id and d.restored_at is null)
    union all
    select 'kept by one not accepted' from displacements d join requests r on r.id = d.request
      where d.restored_at is null and r.status <> 'accepted'`
})
