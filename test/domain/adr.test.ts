import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankDocument } from '../../src/domain/adr/blank.ts'
import { readDay } from '../../src/domain/adr/dates.ts'
import { readRecord } from '../../src/domain/adr/read.ts'
import { resolveRecords } from '../../src/domain/adr/resolve.ts'
import { writeRecord } from '../../src/domain/adr/write.ts'
import { constraints, doors, forums, linkKinds, sides, verdicts } from '../../src/domain/decisions/catalogue.ts'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { foreignRecords } from '../support/records.ts'

const read = (name: string, text = foreignRecords[name] ?? '') => {
  const result = readRecord({ name, text })
  if (!result.ok) throw new Error(`${name}: ${result.reason}`)
  return result.record
}

describe('Records of other tools', () => {
  it('Nygard: number, date, status and what replaced it', () => {
    const { adrNumber, document, supersededBy } = read('0001-keep-a-log.md')
    expect(adrNumber).toBe(1)
    expect(document).toMatchObject({
      title: 'Keep a log',
      status: 'superseded',
      decidedAt: '2019-03-04T00:00:00.000Z',
      raisedAt: null,
    })
    expect(supersededBy).toEqual([{ number: 4, file: '0004-keep-the-log-in-a-database.md' }])
    expect(document.rationale).toContain('## Context\n\nNobody remembers')
    expect(document.rationale).not.toContain('Status')
  })

  it('MADR 2: bullets of metadata, options with their arguments, the one chosen', () => {
    const { document } = read('0002-choose-a-queue.md')
    expect(document).toMatchObject({ status: 'decided', decider: 'Ada Berg', consulted: ['Noor Haddad'] })
    expect(document.options).toMatchObject([
      { title: 'One table', chosen: false, good: ['there is nothing to run'], bad: ['it locks'] },
      { title: 'A broker', chosen: true, good: ['it is made for this'] },
    ])
    expect(document.rationale).toContain('peaks at the pelican dock')
  })

  it('MADR 4: front matter names who decided, was asked and told', () => {
    const { document } = read('0003-sign-our-builds.md')
    expect(document).toMatchObject({
      status: 'proposed',
      raisedAt: '2024-01-09T00:00:00.000Z',
      decidedAt: null,
      decider: 'Ada Berg',
      consulted: ['Noor Haddad', 'Finn Oduya'],
      informed: ['Everybody in heron'],
    })
  })

  it('log4brains: the date in the file name, tags, deprecated as reversed', () => {
    const { document } = read('20220910-name-things-once.md')
    expect(document).toMatchObject({
      status: 'reversed',
      decidedAt: '2022-09-10T00:00:00.000Z',
      tags: ['naming', 'docs'],
    })
  })

  it('what stands in a code block is no heading and no status', () => {
    const { document } = read('2023-02-03-drop-the-proxy.md')
    expect(document.status).toBe('withdrawn')
    expect(document.title).toBe('Drop the proxy')
    expect(document.rationale).toContain('# Not a heading')
  })

  it('a record with no word about its status was decided, if it says what', () => {
    expect(read('a.md', '# A\n\n## Context\n\nx\n\n## Decision\n\nWe do it.\n').document.status).toBe('decided')
    expect(read('a.md', '# A\n\n## Context\n\nx\n').document.status).toBe('proposed')
  })

  it('headings underlined, numbered in words, with marks of the editor, in Windows line ends', () => {
    const { document } = read(
      'x.md',
      '\ufeffADR-0012: Use it\r\n================\r\n\r\nStatus\r\n------\r\n\r\n**Accepted**\r\n\r\nContext\r\n-------\r\n\r\nBecause.\r\n',
    )
    expect(document).toMatchObject({ title: 'Use it', status: 'decided' })
    expect(document.rationale).toBe('## Context\n\nBecause.')
  })

  it('pros and cons told in the text become arguments', () => {
    const text =
      '# A\n\nDate: 2020-01-01\n\n## Context\n\nWhich?\n\n### 1. One way\n\nIt goes.\n\nPros:\n\n- quick;\n- known\n\nCons:\n\n- dear\n\n## Decision\n\nOne way.\n'
    const { document } = read('0007-a.md', text)
    expect(document.options).toMatchObject([
      { title: 'One way', description: 'It goes.', good: ['quick;', 'known'], bad: ['dear'] },
    ])
    expect(document.rationale).toContain('Which?')
  })

  it.each([
    ['README.md', '# Decisions\n', 'not_a_record'],
    ['0000-template.md', '# {short title}\n\n## Context\n\nx', 'not_a_record'],
    ['notes.md', '# Minutes of Monday\n\nWe met.\n', 'not_a_record'],
    ['0001-x.md', 'No heading at all', 'no_title'],
    ['0001-x.md', '---\na: [\n---\n# X\n\n## Decision\n\nx', 'front_matter_invalid'],
    ['0001-x.md', '# X\0', 'not_text'],
    ['0001-x.md', `# X\n\n## Decision\n\n${'x'.repeat(1_000_001)}`, 'too_large'],
    ['0001-x.md', `# ${'x'.repeat(301)}\n\n## Decision\n\nx`, 'title_too_long'],
    ['0001-x.md', '---\nfulcrum:\n  status: finished\n---\n\n# X\n', 'fields_invalid'],
  ])('%s with %j is reported as %s', (name, text, reason) => {
    expect(readRecord({ name, text })).toMatchObject({ ok: false, reason })
  })

  it('never throws, whatever a file holds', () => {
    const piece = fc.constantFrom(
      '# ',
      '## Status\n',
      '---\n',
      '```\n',
      '* Status: ',
      '[a](b.md)',
      '\n',
      'Accepted',
      '{',
      '<!--',
      'fulcrum:\n',
      '&a [*a]',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        expect(typeof readRecord({ name: '0001-x.md', text }).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

describe('What records say of each other', () => {
  it('is found by file and by number, from either side, once', () => {
    const names = Object.keys(foreignRecords).filter(
      (name) => readRecord({ name, text: foreignRecords[name] ?? '' }).ok,
    )
    const records = names.map((name) => read(name))
    const { successions } = resolveRecords(records)
    expect(successions).toEqual([
      { old: names.indexOf('0001-keep-a-log.md'), by: names.indexOf('0004-keep-the-log-in-a-database.md') },
    ])
  })

  it('leaves out what is not in the collection, and a record’s word about itself', () => {
    const { successions, links } = resolveRecords([
      read('0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\nSupersedes [9](0009-z.md)\n\nAmends [1](0001-a.md)\n'),
    ])
    expect([successions, links]).toEqual([[], []])
  })
})

describe('Dates', () => {
  it.each([
    ['2016-02-12', '2016-02-12'],
    ['12 February 2016', '2016-02-12'],
    ['February 12th, 2016', '2016-02-12'],
    ['13/02/2016', '2016-02-13'],
    ['02/13/2016', '2016-02-13'],
    ['02/03/2016', null],
    ['2016-02-30', null],
    ['soon', null],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
})

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '# Heading',
        '---',
        '```',
        '<!-- fulcrum: end -->',
        '<!-- \\fulcrum: outcome -->',
        '* Good, because x',
        '  set in',
        '',
      ),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.map((line) => line.replaceAll(/[\r\n\0\ufffd\ufeff]/g, '')).join('\n'))
const line = fc.string({ unit: 'grapheme', maxLength: 80 }).map((one) =>
  one
    .replaceAll(/[\0\ufffd\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim(),
)
const title = line.filter((one) => one !== '' && one.length <= 300)
const name = fc.option(title)
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = moment.map((one) => one.slice(0, 10))
const number = fc.integer({ min: 1, max: 99_999 })
const amount = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((one) => (one === 0 ? 0 : one))

const document: fc.Arbitrary<DecisionDocument> = fc.record({
  number: fc.option(number),
  title,
  type: fc.option(fc.constantFrom('technical', 'build_vs_buy')),
  status: fc.constantFrom('proposed', 'decided', 'superseded', 'reversed', 'withdrawn'),
  raisedBy: name,
  raisedAt: fc.option(moment),
  decider: name,
  decidedAt: fc.option(moment),
  forum: fc.option(fc.constantFrom(...forums)),
  consulted: fc.array(title),
  informed: fc.array(title),
  outcome: text,
  constraints: fc.uniqueArray(fc.constantFrom(...constraints)),
  constraintNote: text,
  smallestBet: text,
  notDoing: fc.array(title),
  rationale: text,
  business: text,
  options: fc.array(
    fc.record({
      title,
      description: text,
      chosen: fc.boolean(),
      good: fc.array(text),
      neutral: fc.array(text),
      bad: fc.array(text),
      scores: fc.array(fc.option(fc.integer({ min: 1, max: 5 }))),
    }),
    { maxLength: 3 },
  ),
  criteria: fc.array(fc.record({ name: title, weight: fc.integer({ min: 1, max: 100 }) })),
  side: fc.option(fc.constantFrom(...sides)),
  door: fc.option(fc.constantFrom(...doors)),
  confidence: fc.option(fc.integer({ min: 0, max: 100 })),
  expected: text,
  expectedMetric: line,
  expectedValue: fc.option(amount),
  expectedOn: fc.option(day),
  tripwireMetric: line,
  tripwireDirection: fc.option(fc.constantFrom('above', 'below')),
  tripwireValue: fc.option(amount),
  revisitOn: fc.option(day),
  spend: fc.option(fc.nat()),
  crossTeam: fc.boolean(),
  securityException: fc.boolean(),
  tags: fc.array(title),
  links: fc.array(fc.record({ kind: fc.constantFrom(...linkKinds), to: number })),
  restrictedTo: fc.option(fc.array(title)),
  processScore: fc.option(fc.integer({ min: 0, max: 7 })),
  ending: fc.option(
    fc.record({
      kind: fc.constantFrom('superseded', 'reversed', 'withdrawn'),
      by: name,
      at: fc.option(moment),
      because: text,
      replacement: fc.option(number),
      cause: fc.option(fc.constantFrom('new_information', 'error')),
    }),
  ),
  amendments: fc.array(
    fc.record({ field: fc.constant('title'), before: text, after: text, because: text, by: name, at: moment }),
    { maxLength: 2 },
  ),
  notes: fc.array(fc.record({ text, by: name, at: moment }), { maxLength: 2 }),
  reviews: fc.array(
    fc.record({
      came: fc.constantFrom(...verdicts),
      learned: text,
      wellMade: fc.option(fc.boolean()),
      dueOn: fc.option(day),
      by: name,
      at: moment,
    }),
    { maxLength: 2 },
  ),
})

describe('Our own export', () => {
  it('reads back as exactly what was written, and writes again the same bytes', () => {
    fc.assert(
      fc.property(document, (one) => {
        const written = writeRecord(one)
        const back = readRecord(written)
        if (!back.ok) throw new Error(`${back.reason} in line ${back.line}`)
        expect(back.record.document).toEqual(one)
        expect(writeRecord(back.record.document)).toEqual(written)
      }),
      { numRuns: 300 },
    )
  })

  it('is a MADR record to other readers: status, date and who decided', () => {
    const { name, text } = writeRecord({
      ...blankDocument('Buy a managed stream'),
      number: 198,
      status: 'superseded',
      decider: 'Maren Lindqvist',
      decidedAt: '2026-05-14T10:00:00.000Z',
      ending: { kind: 'superseded', by: null, at: null, because: '', replacement: 219, cause: null },
    })
    expect(name).toBe('0198-buy-a-managed-stream.md')
    expect(text).toContain('status: superseded by ADR-0219\ndate: 2026-05-14\ndecision-makers:\n  - Maren Lindqvist\n')
    expect(text).toContain('\n# Buy a managed stream\n')
  })
})
