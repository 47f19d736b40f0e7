import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Source, sources } from '../../src/domain/intake/catalogue.ts'
import { type Displaced, tax, topSource } from '../../src/domain/intake/tax.ts'

const row = (day: string, source: Source, weeks: number): Displaced => ({ day, source, weeks })

describe('What pushed in from outside the plan', () => {
  const rows = [
    row('2026-11-30', 'executive_ask', 2),
    row('2026-10-01', 'sales_escalation', 3),
    row('2026-10-31', 'executive_ask', 6),
    row('2026-10-12', 'sales_escalation', 1),
    row('2026-11-01', 'regulation', 3),
  ]
  const capacity = new Map([
    ['2026-10', 40],
    ['2026-11', 20],
    ['2026-12', 30],
  ])

  it('is a share of each month, by who asked', () => {
    expect(tax(rows, capacity)).toEqual({
      weeks: 15,
      sources: [
        { source: 'executive_ask', weeks: 8, share: 8 / 15 },
        { source: 'sales_escalation', weeks: 4, share: 4 / 15 },
        { source: 'regulation', weeks: 3, share: 3 / 15 },
      ],
      months: [
        {
          ...{ month: '2026-10', weeks: 10, share: 0.25 },
          sources: [
            { source: 'executive_ask', weeks: 6, share: 0.6 },
            { source: 'sales_escalation', weeks: 4, share: 0.4 },
          ],
        },
        {
          ...{ month: '2026-11', weeks: 5, share: 0.25 },
          sources: [
            { source: 'regulation', weeks: 3, share: 0.6 },
            { source: 'executive_ask', weeks: 2, share: 0.4 },
          ],
        },
        { month: '2026-12', weeks: 0, share: 0, sources: [] },
      ],
    })
  })

  it('has no share of a month whose capacity is not known, or is none', () => {
    const found = tax([row('2026-10-05', 'support', 1), row('2026-11-05', 'support', 1)], new Map([['2026-11', 0]]))
    expect(found.months.map(({ month, weeks, share }) => ({ month, weeks, share }))).toEqual([
      { month: '2026-10', weeks: 1, share: null },
      { month: '2026-11', weeks: 1, share: null },
    ])
  })

  it('can be more than all of a month', () => {
    expect(tax([row('2026-10-05', 'security', 12)], new Map([['2026-10', 8]])).months[0]?.share).toBe(1.5)
  })

  it('is in the order of months, over the turn of a year', () => {
    const days = ['2027-01-01', '2026-12-31', '2026-09-30']
    const found = tax(
      days.map((day) => row(day, 'support', 1)),
      new Map([['2026-11', 5]]),
    )
    expect(found.months.map(({ month }) => month)).toEqual(['2026-09', '2026-11', '2026-12', '2027-01'])
  })

  it('is nothing where nothing was displaced', () => {
    expect(tax([], new Map())).toEqual({ weeks: 0, sources: [], months: [] })
  })
})

describe('The source that asks most', () => {
  const topOf = (...rows: [Source, number][]) =>
    topSource(
      tax(
        rows.map(([source, weeks]) => row('2026-10-05', source, weeks)),
        new Map(),
      ).sources,
    )

  const cases: [string, [Source, number][], { source: Source; share: number } | null][] = [
    ['is none where nothing was displaced', [], null],
    ['is the only one', [['support', 2]], { source: 'support', share: 1 }],
    [
      'is the one with most person-weeks, not with most requests',
      [...Array.from({ length: 3 }, (): [Source, number] => ['sales_escalation', 1]), ['security', 5]],
      { source: 'security', share: 5 / 8 },
    ],
    [
      'is of equals the first of the catalogue',
      [
        ['regulation', 2],
        ['executive_ask', 2],
      ],
      { source: 'executive_ask', share: 0.5 },
    ],
  ]
  it.each(cases)('%s', (_what, rows, top) => expect(topOf(...rows)).toEqual(top))

  it('is of equals the first of the catalogue, however their decimals add up', () => {
    const parts: [Source, number][] = [
      ['regulation', 0.1],
      ['regulation', 0.2],
      ['sales_escalation', 0.3],
    ]
    expect(topOf(...parts)?.source).toBe('sales_escalation')
  })
})

describe('Whatever was displaced', () => {
  const day = fc
    .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
  const rows = fc.array(
    fc.record({ day, source: fc.constantFrom(...sources), weeks: fc.integer({ min: 1, max: 400 }).map((n) => n / 10) }),
    { maxLength: 40 },
  )
  const capacity = fc.dictionary(
    day.map((one) => one.slice(0, 7)),
    fc.nat(500),
    { maxKeys: 20 },
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

  it('months and sources each add up to all of it, and shares to one', () => {
    fc.assert(
      fc.property(rows, capacity, (any, whole) => {
        const found = tax(any, new Map(Object.entries(whole)))
        expect(found.weeks).toBeCloseTo(sum(any.map(({ weeks }) => weeks)), 9)
        expect(sum(found.months.map(({ weeks }) => weeks))).toBeCloseTo(found.weeks, 9)
        for (const { weeks, sources: asking } of [found, ...found.months]) {
          expect(sum(asking.map((one) => one.weeks))).toBeCloseTo(weeks, 9)
          expect(sum(asking.map(({ share }) => share))).toBeCloseTo(weeks > 0 ? 1 : 0, 9)
        }
      }),
    )
  })

  it('each month is there once, in order, and each share is of its own capacity', () => {
    fc.assert(
      fc.property(rows, capacity, (any, whole) => {
        const { months } = tax(any, new Map(Object.entries(whole)))
        const named = [...new Set([...any.map((one) => one.day.slice(0, 7)), ...Object.keys(whole)])].sort()
        expect(months.map(({ month }) => month)).toEqual(named)
        for (const { month, weeks, share } of months) {
          if (!whole[month]) expect(share).toBeNull()
          else expect((share ?? Number.NaN) * whole[month]).toBeCloseTo(weeks, 9)
        }
      }),
    )
  })

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (any, keys) => {
        const shuffled = any.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
        const names = (given: readonly Displaced[]) => tax(given, new Map()).sources.map(({ source }) => source)
        expect(names(shuffled.map(({ one }) => one))).toEqual(names(any))
      }),
    )
  })
})
