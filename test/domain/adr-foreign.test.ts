import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../../src/domain/adr/read.ts'
import { resolveRecords } from '../../src/domain/adr/resolve.ts'

const read = (text: string, name = 'a.md') => {
  const result = readRecord({ name, text })
  if (!result.ok) throw new Error(`${name}: ${result.reason}`)
  return result.record
}
const withStatus = (status: string) => read(`# A\n\n## Status\n\n${status}\n\n## Decision\n\nWe do it.\n`)

describe('The status of records of others', () => {
  it.each([
    ['Accepted', 'decided'],
    ['**Accepted** on 2020-03-04', 'decided'],
    ['✅ Accepted', 'decided'],
    ['[Accepted]', 'decided'],
    ['- [ ] Proposed\n- [x] Accepted\n- [ ] Deprecated', 'decided'],
    ['Proposed: 2020-01-02\nAccepted: 2020-03-04', 'decided'],
    ['Accepted\n\nReview in six months.', 'decided'],
    ['Accepted\n\nRejected ideas stand below.', 'decided'],
    ['On hold', 'proposed'],
    ['In review', 'proposed'],
    ['Rejected, too dear', 'withdrawn'],
    ['Deprecated', 'reversed'],
    ['Superseded by ADR-0009', 'superseded'],
    ['Superseded by ADR-0009\n\nAccepted', 'superseded'],
    ['```\nRejected\n```', 'decided'],
  ])('%j is %s', (text, status) => {
    expect(withStatus(text).document.status).toBe(status)
  })

  it('what is said beside the word is kept', () => {
    expect(withStatus('Accepted\n\nUntil the pelicans return.').document.rationale).toBe(
      '## Status\n\nUntil the pelicans return.\n\n## Decision\n\nWe do it.',
    )
    expect(withStatus('Rejected, too dear').document.ending).toMatchObject({ because: 'Rejected, too dear' })
  })

  it('the day beside the word is the day it was decided, the one beside "superseded" when it ended', () => {
    expect(withStatus('Accepted on 2020-03-04').document.decidedAt).toBe('2020-03-04T00:00:00.000Z')
    const { document, supersededBy } = read(
      '# A\n\nDate: 2018-12-12\nSuperseded: 2019-12-19 by [ADR 14](0014-b.md)\n\n## Decision\n\nx\n\n## Status\n\nSuperseded\n',
    )
    expect(document).toMatchObject({
      decidedAt: '2018-12-12T00:00:00.000Z',
      ending: { at: '2019-12-19T00:00:00.000Z' },
    })
    expect(supersededBy).toEqual([{ number: 14, file: '0014-b.md' }])
  })

  it('dates and pages elsewhere are no references', () => {
    expect(withStatus('Accepted\n\nAmended by decision of 5 May 2019').links).toEqual([])
    expect(withStatus('Accepted\n\nAmends [ours](https://example.org/0001-a.md)').links).toEqual([])
    expect(withStatus('Amended by 5, and more').links).toMatchObject([{ ref: { number: 5 }, outgoing: false }])
  })

  it('files of a section of links are related', () => {
    const records = [
      read('# A\n\n## Decision\n\nx\n\n## Links\n\n* [The other](0002-b_c.md)\n', '0001-a.md'),
      read('# B\n\n## Decision\n\nx\n', '0002-b_c.md'),
    ]
    expect(resolveRecords(records)).toEqual({ links: [{ from: 0, to: 1, kind: 'relates_to' }], successions: [] })
  })
})

describe('The names of records', () => {
  it.each([
    ['0042-a.md', '# A', 42, 'A'],
    ['adr-7.md', '# 7. A', 7, 'A'],
    ['2020-10-16-a.md', '# A', null, 'A'],
    ['20201016-a.md', '# [ADR-12] A', 12, 'A'],
    ['0005-choose-a-template.md', '# Use C#', 5, 'Use C#'],
    ['0006-a.md', '# ADR-0006', 6, 'ADR-0006'],
    ['0007-a.md', '## 12 factors', 7, '12 factors'],
  ])('%s with %j is number %s', (name, heading, number, title) => {
    const { adrNumber, document } = read(`${heading}\n\n### Decision\n\nx\n`, name)
    expect([adrNumber, document.title]).toEqual([number, title])
  })

  it.each(['adr-template.md', '0000-template.md', '0000-adr-template.md', 'index.md', '_draft.md'])(
    '%s is no record',
    (name) => {
      expect(readRecord({ name, text: '# A\n\n## Decision\n\nx' })).toMatchObject({ reason: 'not_a_record' })
    },
  )
})

describe('The options of records of others', () => {
  const optionsOf = (text: string) => read(`# A\n\n## Decision\n\nx\n\n${text}`).document.options

  it('arguments beneath a listed option are its own, other lines its description', () => {
    expect(
      optionsOf('## Considered Options\n\n* One,\n  wrapped\n    * Good, because small\n    * see below\n* Two\n'),
    ).toMatchObject([{ title: 'One, wrapped', good: ['small'], description: '* see below' }, { title: 'Two' }])
  })

  it('an example in a code block holds no arguments', () => {
    const text =
      '## Pros and Cons of the Options\n\n### One\n\n```\n* Good, because shown\n```\n\n* Bad, because real\n'
    expect(optionsOf(text)).toMatchObject([{ good: [], bad: ['real'], description: '```\n* Good, because shown\n```' }])
  })

  it('good practice is no argument', () => {
    expect(optionsOf('## Pros and Cons of the Options\n\n### One\n\n* Good practice everywhere\n')).toMatchObject([
      { good: [], description: '* Good practice everywhere' },
    ])
  })

  it('names that begin alike stay apart in one list, and a heading finds its own', () => {
    const text = '## Considered Options\n\n* MIT\n* MIT and CC0\n* Apache\n\n## Pros and Cons of the Options\n\n'
    expect(
      optionsOf(`${text}### MIT\n\n* Good, because short\n\n### Apache 2.0\n\n* Bad, because long\n`),
    ).toMatchObject([
      { title: 'MIT', good: ['short'] },
      { title: 'MIT and CC0' },
      { title: 'Apache 2.0', bad: ['long'] },
    ])
  })

  it('a long name stands whole in the description', () => {
    const name = 'word '.repeat(100).trim()
    const [option] = optionsOf(`## Considered Options\n\n* ${name}\n`)
    expect(option?.title).toHaveLength(300)
    expect(option?.description).toBe(name)
  })
})

it('deciders are named once, whoever wrote them in capitals', () => {
  const { document } = read(
    '# A\n\n* Status: accepted\n* Deciders: Ada, Finn\n* Consulted: finn and Noor\n* Tags: a, A\n',
  )
  expect(document).toMatchObject({ decider: 'Ada', consulted: ['Finn', 'Noor'], tags: ['a'] })
})

it('no word of the text is lost, however it is arranged', () => {
  // biome-ignore format: a list to look through
  const piece = fc.constantFrom(
    '## Status', '## Context', '## Decision', '## Considered Options', '## Pros and Cons of the Options', '## W',
    '### W', '# W #', '#### Pros', '### Consequences', 'W\n---', '', '', '```', '~~~', '<!-- W', 'W -->', '<!-- W -->',
    '* Status: accepted W', 'Status: W', 'Date: W', 'Date: 2020-01-01 W', '* Deciders: W, W', 'Superseded: W by [W](W.md) W',
    'Accepted W', 'Accepted', 'Rejected W', 'Amends [W](W.md) W', '* Good, because W', '  * Bad, because W', 'Pros:',
    'Cons:', '* W', '    * W', '    W', '  W', '1. W', '> W', 'W', '* [W](https://W.example) W', '---', '| W | W |',
    'Chosen option: "W", because W', 'Technical Story: W', 'constructor: W',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      let count = 0
      const text = `# Title\n\nStatus: proposed\n${pieces.join('\n')}\n`.replaceAll('W', () => {
        count += 1
        return `w${count}q`
      })
      const { document, supersedes, supersededBy, links } = read(text, '0001-a.md')
      const kept = JSON.stringify([document, supersedes, supersededBy, links])
      expect((text.match(/w\d+q/g) ?? []).filter((word) => !kept.includes(word))).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

it('no file makes reading it slow', () => {
  const many = (piece: string) => piece.repeat(20_000)
  // biome-ignore format: a list to look through
  const bodies = [
    `# a${many(' ')}b`, `## ${many('<!--')}`, many('```\n'), many('[]('), many('[x](y '), many('*'), many('## Status\n'),
    `* Deciders: ${many('<')}`, `* Deciders: a${many(' ')}b`, `* Date: 1${many(' ')}`, `## Status\n\n${many('[')}`,
    `## Considered Options\n\n* a${many('\n  b')}`, `## Considered Options\n\n${many('* a\n')}`,
    `## Pros and Cons\n\n### a\n\n* Good, because x${many('\n  b')}`, `## Pros and Cons\n\n${many('### a\n')}`,
    `## Decision\n\nChosen option: ${many('"a", ')}`, `## Links\n\n${many('see [](a')}`, many('<!--\n'),
    `## Decision\n\nChosen option: a${many(' ')}b`, many(' \n'), many('x\n---\n'),
  ]
  const fronts = [many('['), `{a: ${many('{a: ')}`, many('- '), `"${many('a')}`, many('&a '), many('*a ')]
  const start = performance.now()
  for (const body of bodies) readRecord({ name: '0001-a.md', text: `# A\n\n${body}\n\n## Context\n\nx\n` })
  for (const front of fronts) readRecord({ name: '0001-a.md', text: `---\na: ${front}\n---\n# A\n` })
  expect(performance.now() - start).toBeLessThan(15_000)
}, 30_000)
