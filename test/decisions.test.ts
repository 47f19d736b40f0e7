import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite, textOf } from './support/app.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const today = () => new Date().toISOString().slice(0, 10)

/** Logs one and returns its address. */
async function log(fields: Record<string, string | string[]>, as: Parameters<Site['submit']>[2] = 'owner') {
  const response = await site.submit('/decisions/new', fields, as)
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

const versionOf = async (address: string, as: Parameters<Site['visit']>[1] = 'owner') => {
  const html = await (await site.visit(`${address}/edit`, as)).text()
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}

const stepVersion = async (address: string, step: string, as: Parameters<Site['visit']>[1] = 'owner') =>
  /name="version" value="(\d+)"/.exec(await (await site.visit(`${address}/${step}`, as)).text())?.[1] ?? ''

describe('Logging', () => {
  it('takes one line', async () => {
    const address = await log({ title: 'Move the berth events to the managed stream' })
    const page = await textOf(await site.visit(address))
    expect(page).toContain('Move the berth events to the managed stream')
    expect(page).toContain('Proposed')
    expect(page).toContain('Olga Owner')
  })

  it('keeps everything that is filled in', async () => {
    const address = await log({
      title: 'Buy the customs gateway',
      type: '3',
      side: 'technology',
      door: 'one_way',
      outcome: 'Filings accepted at the first try',
      constraints: ['cost', 'reliability'],
      constraintNote: 'Two engineers carry the old one',
      smallestBet: 'One port for six weeks',
      notDoing: 'A gateway of our own\nA second customs agent',
      rationale: 'The **old one** fails on Mondays.',
      business: 'Support tickets about filings halve',
      confidence: '70',
      expected: 'Ninety-five of a hundred filings pass',
      expectedOn: '2027-03-31',
      tripwireMetric: 'Rejected filings',
      tripwireDirection: 'above',
      tripwireValue: '8.5',
      revisitOn: '2027-04-15',
      spend: '120 000',
      tags: 'Customs, vendor',
      consulted: String(site.people.editor.id),
    })
    const page = await textOf(await site.visit(address))
    for (const text of [
      'Filings accepted at the first try',
      'Cost, reliability.',
      'One port for six weeks',
      'A second customs agent',
      'old one fails on Mondays',
      'Support tickets about filings halve',
      '70 %',
      'Rejected filings rises above 8.5',
      '15 April 2027',
      'One-way',
      'customs',
      'Edda Editor',
    ]) {
      expect(page).toContain(text)
    }
  })

  it('is refused without its line, in the words of a person, and loses nothing that was typed', async () => {
    const response = await site.submit('/decisions/new', {
      title: ' ',
      outcome: 'Half-written thought',
      confidence: '170',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Please say in one line what it is about.')
    expect(html).toContain('Half-written thought')
    expect(html).toContain('value="170"')
    expect(html).toContain('aria-invalid="true"')
  })

  it('names who decides by right, when exactly one person holds the seat', async () => {
    const address = await log({ title: 'Split the booking table', type: '6' })
    expect(await textOf(await site.visit(address))).toContain('Waits on Edda Editor')
  })

  it('says, without blocking, that the CPTO is taking a delegable decision', async () => {
    const address = await log({ title: 'Retry policy of the gateway', type: '6', status: 'decided' })
    expect(await textOf(await site.visit(address))).toContain('Delegable, decided by the CPTO')
    const hint = await site.visit(`/decisions/right?type=6&decider=${site.people.owner.id}`)
    expect(await hint.text()).toContain('would be deciding something that is delegated')
  })

  it('calls it no leak when the spend brings the matter up', async () => {
    const address = await log({ title: 'A bigger cluster', type: '6', spend: '90000', status: 'decided' })
    expect(await textOf(await site.visit(address))).not.toContain('Delegable, decided by the CPTO')
  })

  it('does not run what somebody typed as markup', async () => {
    const address = await log({
      title: '<script>alert(1)</script>',
      rationale: '<img src=x onerror=alert(1)> [x](javascript:alert(1))',
    })
    const html = await (await site.visit(address)).text()
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('href="javascript:')
  })
})

describe('The life of a decision', () => {
  it('goes from proposed to decided, with who, when and why', async () => {
    const address = await log({ title: 'Freeze the settlement releases' })
    const version = await stepVersion(address, 'ruling')
    const decided = await site.submit(`${address}/ruling`, {
      version,
      by: String(site.people.editor.id),
      on: today(),
      forum: 'tradeoff',
      rationale: 'Failed changes doubled',
      confidence: '80',
    })
    expect(decided.status).toBe(303)
    const page = await textOf(await site.visit(address))
    expect(page).toContain('Decided')
    expect(page).toContain('by Edda Editor')
    expect(page).toContain('Tradeoff meeting')
    expect(page).toContain('Failed changes doubled')
    expect((await site.visit(`${address}/edit`)).status).toBe(403)
  })

  it('is superseded by a new one, and the chain shows in both directions', async () => {
    const old = await log({ title: 'Weekly deploys', status: 'decided' })
    const version = await stepVersion(old, 'supersession')
    const response = await site.submit(`${old}/supersession`, {
      version,
      title: 'Two-week release train',
      because: 'Too many failed on Fridays',
    })
    const newer = response.headers.get('location') ?? ''
    expect(newer).not.toBe(old)
    const before = await textOf(await site.visit(old))
    const after = await textOf(await site.visit(newer))
    expect(before).toContain('Superseded')
    expect(before).toContain('Two-week release train')
    expect(after).toContain('Weekly deploys')
    expect(after).toContain('this one')
  })

  it('cannot be superseded by itself, by an open one, or by nothing', async () => {
    const address = await log({ title: 'Outsource first-line support', status: 'decided' })
    const open = await log({ title: 'Still open' })
    const refuse = async (fields: Record<string, string>) => {
      const version = await stepVersion(address, 'supersession')
      return site.submit(`${address}/supersession`, { version, because: 'x', ...fields })
    }
    expect((await refuse({})).status).toBe(422)
    expect(await textOf(await refuse({ replacement: `D-${address.split('/').at(-1)}` }))).toContain(
      'cannot replace itself',
    )
    expect(await textOf(await refuse({ replacement: open.split('/').at(-1) ?? '' }))).toContain('only a decided one')
    expect(await textOf(await refuse({ replacement: 'D-99999' }))).toContain('There is no decision D-99999.')
  })

  it('is reversed with its cause, and an open one withdrawn with its reason', async () => {
    const decided = await log({ title: 'Bundle customs filing', status: 'decided' })
    const reversed = await site.submit(`${decided}/reversal`, {
      version: await stepVersion(decided, 'reversal'),
      cause: 'new_information',
      because: 'The regulator forbids bundles',
    })
    expect(reversed.status).toBe(303)
    expect(await textOf(await site.visit(decided))).toContain('The regulator forbids bundles')
    const open = await log({ title: 'A second rota' })
    await site.submit(`${open}/withdrawal`, {
      version: await stepVersion(open, 'withdrawal'),
      because: 'Hired two instead',
    })
    expect(await textOf(await site.visit(open))).toContain('Withdrawn')
  })

  it('keeps the old text when a typo is amended', async () => {
    const address = await log({ title: 'Move the evnts', status: 'decided' })
    const version = await stepVersion(address, 'amendments')
    await site.submit(`${address}/amendments`, { version, field: 'title', text: 'Move the events', because: 'typo' })
    const html = await (await site.visit(address)).text()
    expect(html).toContain('<h1>Move the events</h1>')
    expect(html).toContain('<del>Move the evnts</del>')
  })

  it('asks for the outcome first and shows how it was made only afterwards', async () => {
    const address = await log({
      title: 'Price berths by size',
      status: 'decided',
      outcome: 'Fair prices',
      confidence: '60',
      revisitOn: today(),
    })
    expect(await textOf(await site.visit(address))).not.toContain('of 7')
    const form = await textOf(await site.visit(`${address}/outcome`))
    expect(form).not.toContain('of 7')
    await site.submit(`${address}/outcome`, {
      version: await stepVersion(address, 'outcome'),
      came: 'yes',
      learned: 'Big ships do not mind',
    })
    const page = await textOf(await site.visit(address))
    expect(page).toContain('The expected result came.')
    expect(page).toContain('How it was made: 3 of 7')
    expect(page).toContain('lucky')
  })

  it('compares options by weighted scores', async () => {
    const address = await log({ title: 'Buy or build the stream' })
    const scores = { 0: ['5', '3', '4', '3', '4'], 1: ['2', '3', '3', '5', '3'] }
    const grid: Record<string, string> = {
      version: await versionOf(address),
      'option-0': 'Buy',
      'option-1': 'Build',
      chosen: '0',
    }
    for (const [row, weight] of ['30', '25', '20', '15', '10'].entries()) {
      grid[`criterion-${row}`] = `Criterion ${row}`
      grid[`weight-${row}`] = weight
      grid[`score-0-${row}`] = scores[0][row] ?? ''
      grid[`score-1-${row}`] = scores[1][row] ?? ''
    }
    expect((await site.submit(`${address}/options`, grid)).status).toBe(303)
    const page = await textOf(await site.visit(address))
    expect(page).toContain('3.90')
    expect(page).toContain('3.00')
  })
})

describe('Two people at once', () => {
  it('the later one gets both versions, and nothing typed is lost', async () => {
    const address = await log({ title: 'One schema review' })
    const version = await versionOf(address)
    await site.submit(`${address}/edit`, { version, title: 'One schema review for all events' }, 'editor')
    const late = await site.submit(`${address}/edit`, { version, title: 'Two schema reviews', outcome: 'Mine' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('One schema review for all events')
    expect(html).toContain('Two schema reviews')
    expect(html).toContain('Mine')
    const again = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await site.submit(`${address}/edit`, { version: again, title: 'Two schema reviews' })).status).toBe(303)
  })
})

describe('Who may do what', () => {
  it('a contributor decides what is theirs to decide, and nothing else', async () => {
    const theirs = await log({ title: 'Theirs', decider: String(site.people.contributor.id) })
    const others = await log({ title: 'Not theirs', decider: String(site.people.editor.id) })
    expect((await site.visit(`${theirs}/ruling`, 'contributor')).status).toBe(200)
    expect((await site.visit(`${others}/ruling`, 'contributor')).status).toBe(403)
  })

  it('a viewer reads and is offered nothing to do', async () => {
    const address = await log({ title: 'For all to read' })
    const html = await (await site.visit(address, 'viewer')).text()
    expect(html).not.toContain(`${address}/edit`)
    expect((await site.submit(`${address}/notes`, { text: 'x', version: '1' }, 'viewer')).status).toBe(403)
  })
})

describe('A restricted decision', () => {
  it('is a 404 for everybody else: page, list, search, history and exports', async () => {
    const address = await log({ title: 'Letting the zebrafinch lead go', rationale: 'zebrafinch', restricted: '1' })
    const number = address.split('/').at(-1)
    expect((await site.visit(address)).status).toBe(200)
    for (const role of ['editor', 'contributor', 'viewer'] as const) {
      expect((await site.visit(address, role)).status).toBe(404)
      for (const path of [
        '/decisions',
        '/decisions?q=zebrafinch',
        '/history',
        `/history?record=D-${number}`,
        '/',
        '/decisions.json',
        '/decisions.csv',
      ]) {
        expect(await (await site.visit(path, role)).text(), `${path} as ${role}`).not.toContain('zebrafinch lead')
      }
    }
    expect((await site.submit(`${address}/notes`, { text: 'x', version: '1' }, 'editor')).status).toBe(404)
  })

  it('does not show in the links or the chain of another', async () => {
    const secret = await log({ title: 'The quiet one', restricted: '1', status: 'decided' })
    const open = await log({ title: 'The loud one' })
    await site.submit(`${open}/links`, { version: '1', kind: 'relates_to', to: secret.split('/').at(-1) ?? '' })
    expect(await textOf(await site.visit(open))).toContain('The quiet one')
    expect(await textOf(await site.visit(open, 'editor'))).not.toContain('The quiet one')
  })
})

describe('The log', () => {
  it('finds a word in any text of a decision and marks it', async () => {
    const address = await log({ title: 'About nothing', smallestBet: 'Try the quokka first' })
    await site.submit(`${address}/notes`, { version: '1', text: 'A narwhal was seen' })
    expect(await (await site.visit('/decisions?q=quok')).text()).toContain('<mark>quokka</mark>')
    expect(await textOf(await site.visit('/decisions?q=narwhal'))).toContain('About nothing')
    expect(await textOf(await site.visit('/decisions?q=%22%27)(*'))).toContain('No decision matches')
  })

  it('narrows by status, type, side, tag, decider and quarter, and says so in its address', async () => {
    await log({
      title: 'Tagged one',
      tags: 'harbour',
      side: 'product',
      type: '8',
      decider: String(site.people.contributor.id),
    })
    const now = new Date()
    const quarter = `${now.getUTCFullYear()}Q${Math.ceil((now.getUTCMonth() + 1) / 3)}`
    const every = `status=proposed&type=domain_roadmap&side=product&tag=harbour&decider=${site.people.contributor.id}`
    expect(await textOf(await site.visit(`/decisions?${every}&quarter=${quarter}`))).toContain('Tagged one')
    expect(await textOf(await site.visit(`/decisions?${every}&quarter=2001Q1`))).toContain('No decision matches')
    expect(await textOf(await site.visit('/decisions?view=open&tag=harbour'))).toContain('1 of 1 shown')
  })

  it('goes on to the next page without repeating or losing a row', async () => {
    for (let at = 0; at < 55; at++) await log({ title: `Row ${at}`, tags: 'pages' })
    const seen: string[] = []
    for (let path: string | undefined = '/decisions?tag=pages'; path; ) {
      const html: string = await (await site.visit(path)).text()
      seen.push(...[...html.matchAll(/>(Row \d+)</g)].map(([, title = '']) => title))
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.length).toBe(55)
    expect(new Set(seen).size).toBe(55)
  })

  it('opens D-n when somebody searches for just that', async () => {
    const address = await log({ title: 'Findable' })
    const response = await site.visit(`/decisions?q=D-${address.split('/').at(-1)}`)
    expect(response.headers.get('location')).toBe(address)
  })
})
