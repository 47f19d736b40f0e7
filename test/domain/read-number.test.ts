import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, readEntry, readNumber } from '../../src/domain/scorecard/readings/number.ts'

const [noBreak, narrow] = ['\u00a0', '\u202f']

describe('A number', () => {
  it.each([
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    [`1${noBreak}234,5`, 1234.5],
    [`1${narrow}234${narrow}567`, 1234567],
    ['1’234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1.234.567,89', 1234567.89],
    ['41.7 %', 41.7],
    [`41,7${noBreak}%`, 41.7],
    ['41,7%', 41.7],
    ['-3', -3],
    ['−3', -3],
    ['+3', 3],
    ['0', 0],
    ['-0', 0],
    ['.5', 0.5],
    ['€ 1.20', 1.2],
    ['1.2 €', 1.2],
    ['$3', 3],
    ['-$3', -3],
    ['€ −3', -3],
    [' 7 ', 7],
    ['1.5E+03', 1500],
    ['1234,567', 1234.567],
    ['41,75', 41.75],
    ['41,7512', 41.7512],
  ])('is read from %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each(['', ' ', 'abc', 'n/a', '-', '--3', '1,2,3', '1,23,456', '1.234.5', '1 23', '1,234,56', '12 345 6', '3 4'])(
    'is not read from %j',
    (text) => expect(readNumber(text)).toBeNull(),
  )

  it.each(['5.', '%', '%5', '€', '$3 €', '$3 %', '3 %%', '1e999', '3 days', '2026-01-05', 'NaN', 'Infinity', '0x1F'])(
    'nor from %j',
    (text) => expect(readNumber(text)).toBeNull(),
  )

  it.each([
    ['1,234', 1234, 1234, 1.234],
    ['-1,234', -1234, -1234, -1.234],
    ['1.234', 1.234, 1.234, 1234],
    ['0,123', 0.123, 0.123, 0.123],
    ['0.123', 0.123, 0.123, 0.123],
    ['41,7', 41.7, 41.7, 41.7],
    ['1,234.5', 1234.5, 1234.5, 1234.5],
  ])('%j is %d, with a decimal point %d, with a decimal comma %d', (text, unknown, point, comma) => {
    expect(readNumber(text)).toBe(unknown)
    expect(readNumber(text, 'point')).toBe(point)
    expect(readNumber(text, 'comma')).toBe(comma)
  })

  it('reads back, whatever its decimal mark and grouping', () => {
    const groups = fc.constantFrom('', ',', '.', ' ', noBreak, narrow, "'", '’')
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }),
        fc.constantFrom<('point' | 'comma')[]>('point', 'comma'),
        groups,
        fc.constantFrom('', '-', '−'),
        (whole, fraction, decimal, group, sign) => {
          const mark = decimal === 'point' ? '.' : ','
          fc.pre(group !== mark)
          const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group)
          const value = Number(`${whole}.${fraction ?? '0'}`)
          const text = `${sign}${grouped}${fraction === undefined ? '' : mark + fraction}`
          expect(readNumber(text, decimal)).toBe(sign && value ? -value : value)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('reads back from what the language itself writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(!Object.is(value, -0))
        expect(readNumber(String(value), 'point')).toBe(value)
      }),
    )
  })
})

describe('An entry', () => {
  it.each([
    ['1214/2911', { numerator: 1214, denominator: 2911 }],
    ['1214 / 2911', { numerator: 1214, denominator: 2911 }],
    ['1214 of 2911', { numerator: 1214, denominator: 2911 }],
    ['1,214 of 2,911', { numerator: 1214, denominator: 2911 }],
    ['3/0', { numerator: 3, denominator: 0 }],
    ['$1200/40', { numerator: 1200, denominator: 40 }],
    ['41.7 %', { value: 41.7 }],
    ['1 234,5', { value: 1234.5 }],
  ])('is read from %j', (text, entry) => {
    expect(readEntry(text)).toEqual(entry)
  })

  it.each(['', '/', '1/', '/2', '1/2/3', '5/1/2026', '1of2', 'of', '41 %/2', '50 % of 200', 'a/b'])(
    'is not read from %j',
    (text) => expect(readEntry(text)).toBeNull(),
  )

  it('takes the decimal mark it is told', () => {
    expect(readEntry('1,214/2,911', 'comma')).toEqual({ numerator: 1.214, denominator: 2.911 })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-−\d.,/ %€of']*$/)), (text) => {
        const entry = readEntry(text)
        for (const value of Object.values(entry ?? {})) expect(Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(readEntry(`1${' '.repeat(200_000)}x${'/'.repeat(200_000)}`)).toBeNull()
  })
})

describe('The decimal mark', () => {
  it.each([
    [['41,7', '1,234', ''], 'comma'],
    [['3/2,5'], 'comma'],
    [['1.234.567'], 'comma'],
    [['0,125'], 'comma'],
    [['41.7', '1,234'], 'point'],
    [['1,234,567'], 'point'],
    [['1,234', '1.234', '7', '1 234'], undefined],
    [['41,7', '41.7'], undefined],
    [['abc'], undefined],
  ])('of %j is %s', (entries, mark) => {
    expect(decimalOf(entries)).toBe(mark)
  })
})
