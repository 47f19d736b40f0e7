import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from '../../src/domain/adr/dates.ts'
import { readRecord } from '../../src/domain/adr/read.ts'
import { resolveRecords } from '../../src/domain/adr/resolve.ts'
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
