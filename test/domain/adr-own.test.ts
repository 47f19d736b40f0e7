import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankDocument } from '../../src/domain/adr/blank.ts'
import { readRecord } from '../../src/domain/adr/read.ts'
import { writeRecord } from '../../src/domain/adr/write.ts'
import { constraints, doors, forums, linkKinds, sides, verdicts } from '../../src/domain/decisions/catalogue.ts'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'

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

const document: fc.Arbitrary<DecisionDocument> = fc
  .record({
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
    tags: fc.array(title.map((one) => one.slice(0, 40).toWellFormed().trim()).filter(Boolean)),
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
    notes: fc.array(fc.record({ text: text.filter((one) => one !== ''), by: name, at: moment }), { maxLength: 2 }),
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
  .map((one) => (one.status === 'proposed' ? { ...one, decidedAt: null } : one))

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

  it('stands in Markdown under its headings, every text once', () => {
    const { text } = writeRecord({
      ...blankDocument('Buy a managed stream'),
      number: 3,
      status: 'reversed',
      decidedAt: '2026-05-14T10:00:00.000Z',
      rationale: '## Context\n\nWe run three.\n\n## Decision Outcome\n\nWe buy.',
      options: [
        { title: 'Buy', description: 'Hosted', chosen: true, good: ['quick'], neutral: [], bad: ['dear'], scores: [] },
      ],
      ending: { kind: 'reversed', by: null, at: null, because: 'Too dear', replacement: null, cause: 'error' },
      notes: [{ text: 'Asked again', by: 'Ada Berg', at: '2026-06-01T08:00:00.000Z' }],
      reviews: [
        {
          came: 'no',
          learned: 'Ask for the price',
          wellMade: null,
          dueOn: null,
          by: null,
          at: '2026-07-01T08:00:00.000Z',
        },
      ],
      amendments: [
        {
          field: 'business',
          before: 'Less risk',
          after: 'Less cost',
          because: 'Clearer',
          by: 'Ada Berg',
          at: '2026-06-02T08:00:00.000Z',
        },
      ],
    })
    const headings = text.split('\n').filter((line) => /^#|^\*\*/.test(line))
    expect(headings).toEqual([
      '# Buy a managed stream',
      '## Context',
      '## Decision Outcome',
      '## Considered Options',
      '## Pros and Cons of the Options',
      '### Buy',
      '## More Information',
      '**Reversed, because**',
      '**Learned on 2026-07-01**',
      '**Noted by Ada Berg on 2026-06-01**',
      '## Amendments',
      '### business by Ada Berg on 2026-06-02',
      '**Before**',
      '**After**',
      '**Because**',
    ])
    for (const words of ['Too dear', 'Asked again', 'Ask for the price', 'Less risk', 'Hosted']) {
      expect(text.split(words), words).toHaveLength(2)
    }
  })

  it.each([
    ['confidence: 500', 4],
    ['confidence: 50\n  raisedAt: yesterday', 5],
    ['decidedAt: 2026-01-01T00:00:00.000Z', 4],
    ['constraints: [time, time]', 4],
    ['expectedOn: 2026-02-31', 4],
    ['options:\n    - title: A\n    - title: ""', 6],
    ['notes:\n    - by: null\n      at: 2026-01-01T00:00:00.000Z', 5],
  ])('edited by hand to %j, it is refused with the line', (fields, line) => {
    const text = `---\nfulcrum:\n  status: proposed\n  ${fields}\n---\n\n# A\n`
    expect(readRecord({ name: '0001-a.md', text })).toMatchObject({ ok: false, reason: 'fields_invalid', line })
  })
})
