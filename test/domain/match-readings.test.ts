import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import type { CatalogueMetric } from '../../src/domain/scorecard/catalogue.ts'
import { periodAfter, periodOf } from '../../src/domain/scorecard/periods.ts'
import { compareRows, type Told } from '../../src/domain/scorecard/readings/compare.ts'
import { matchRows } from '../../src/domain/scorecard/readings/match.ts'
import { type ReadingRow, readReadings } from '../../src/domain/scorecard/readings/read-csv.ts'
import { rhythmSeen } from '../../src/domain/scorecard/readings/rhythm.ts'
import { textIn } from '../../src/domain/scorecard/readings/text.ts'

const metricOf = (key: string) => {
  const found = catalogue.find((metric) => metric.key === key)
  if (!found) throw new Error(`No ${key} in the catalogue`)
  return found
}
const onScorecard = (key: string, journey = '') => ({
  ...metricOf(key),
  ...(journey && { key: `${key}-${journey.toLowerCase()}`, name: `${metricOf(key).name}, ${journey}` }),
  catalogue: key,
  journey,
})
const offer = (metric: CatalogueMetric, journey: string) => ({
  ...metric,
  ...(journey && { key: `${metric.key}-${journey.toLowerCase()}`, name: `${metric.name}, ${journey}` }),
})
type Known = Partial<Parameters<typeof matchRows<ReturnType<typeof onScorecard>, ReturnType<typeof offer>>>[1]>

/** What each metric of the rows is taken for, and why others are not. */
function match(names: string[], known: Known) {
  const rows = names.map((metric, at) => rowOf({ metric, row: at + 2 }))
  const { groups, faults } = matchRows(rows, {
    metrics: [],
    retired: [],
    catalogue,
    offer,
    journey: '',
    today: '2026-02-04',
    ...known,
  })
  return [
    ...groups.map(({ isNew, metric, rows }) => `${isNew ? 'new' : 'there'} ${metric.key} ${rows.length}`),
    ...faults.map((fault) => ('is' in fault ? `${fault.is} ${fault.row}` : fault.message)),
  ]
}

const rowOf = (some: Partial<ReadingRow>): ReadingRow => ({
  ...{ row: 2, metric: 'x', periodStart: '2026-01-05', value: 1, numerator: null, denominator: null, note: '' },
  ...some,
})

describe('Which metric a row is of', () => {
  it('is told by key or name, in capitals or not, on the scorecard first', () => {
    const metrics = [onScorecard('activation')]
    expect(match(['activation', 'ACTIVATION', ' Activation ', 'nps', 'frobs'], { metrics })).toEqual([
      ...['there activation 3', 'new nps 1', 'unknown 6'],
    ])
  })

  it('of one journey is the journey’s own metric, which is added when it is not there', () => {
    const metrics = [onScorecard('lead_time'), onScorecard('throughput', 'Hono')]
    const names = ['lead_time', 'throughput', 'Meaningful releases', 'throughput-hono']
    expect(match(names, { metrics, journey: 'Hono' })).toEqual(['new lead_time-hono 1', 'there throughput-hono 3'])
  })

  it('may be said whole, as an export of another scorecard does', () => {
    expect(match(['slo_attainment-checkout', 'SLO attainment, Checkout'], {})).toEqual([
      'new slo_attainment-checkout 2',
    ])
  })

  it('is not guessed where two have one name, nor put back on the scorecard unasked', () => {
    const twice = [onScorecard('nps'), { ...onScorecard('nps'), key: 'nps-2' }]
    expect(match(['Net promoter score', 'nps-2', metricOf('nps').name], { metrics: twice })).toContain('several 4')
    expect(match(['nps'], { retired: [{ key: 'nps', name: 'NPS' }] })).toEqual(['retired 2'])
  })
})

describe('The rhythm of a file', () => {
  it.each([
    ['weekly', ['2026-01-05', '2026-01-12', '2026-01-19']],
    ['weekly', ['2026-01-05', '2026-01-26', '2026-02-02']],
    ['fortnightly', ['2026-01-05', '2026-01-19', '2026-02-16']],
    ['weekly', ['2026-01-05', '2026-01-12', '2026-01-14']],
    ['monthly', ['2026-01-01', '2026-02-01', '2026-03-01']],
    ['monthly', ['2026-02-01', '2026-03-01']],
    ['monthly', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['weekly', ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-27', '2026-02-02', '2026-02-09', '2026-02-16']],
  ] as const)('is %s for %j', (rhythm, days) => {
    expect(rhythmSeen(days, 'fortnightly')).toBe(rhythm)
  })

  it('is that of the catalogue where one day shows none', () => {
    expect(rhythmSeen(['2026-01-05', '2026-01-05'], 'fortnightly')).toBe('fortnightly')
  })

  it('is found again in any run of periods', () => {
    const rhythms = fc.constantFrom('weekly', 'fortnightly', 'monthly')
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(rhythms, day, fc.integer({ min: 2, max: 30 }), (rhythm, from, count) => {
        const first = periodOf(from.toISOString().slice(0, 10), rhythm)
        const days = Array.from({ length: count }, (_, at) => periodAfter(first, rhythm, at))
        expect(rhythmSeen(days, 'weekly')).toBe(rhythm)
      }),
    )
  })
})

describe('What rows change', () => {
  const failures = metricOf('change_failure_rate')
  const today = '2026-02-04'
  const compare = (
    rows: Partial<ReadingRow>[],
    held: Told[] = [],
    metric: typeof failures & { derived?: boolean } = failures,
  ) =>
    compareRows(
      metric,
      rows.map((row, at) => rowOf({ row: at + 2, ...row })),
      new Map(held.map((one) => [one.period, one])),
      today,
    )
  const told = (period: string, value: number, note = ''): Told => ({
    period,
    value,
    numerator: null,
    denominator: null,
    note,
  })

  it('is new, corrected or there already, for the period that its day lies in', () => {
    const held = [told('2026-01-05', 10, 'Kept'), told('2026-01-12', 20)]
    const rows = [
      { periodStart: '2026-01-07', value: 10 },
      { periodStart: '2026-01-12', value: 21 },
      { periodStart: '2026-01-25', value: 30 },
    ]
    expect(compare(rows, held)).toEqual({
      fresh: [told('2026-01-19', 30)],
      corrected: [{ before: held[1], after: told('2026-01-12', 21) }],
      unchanged: 1,
      faults: [],
    })
  })

  it('is one reading a period, of a period that has come, of a metric that is entered', () => {
    expect(compare([{ periodStart: '2026-01-05' }, { periodStart: '2026-01-11' }]).faults).toMatchObject([
      { row: 3, is: 'same_period', other: 2 },
    ])
    expect(compare([{ periodStart: '2026-02-08' }]).faults).toEqual([])
    expect(compare([{ periodStart: '2026-02-09' }]).faults).toMatchObject([{ is: 'future' }])
    const derived = { ...failures, derived: true }
    expect(compare([{ value: 5 }], [told('2026-01-05', 4)], derived).faults).toMatchObject([{ is: 'derived' }])
    expect(compare([{ value: 4 }], [told('2026-01-05', 4)], derived)).toMatchObject({ unchanged: 1, faults: [] })
    expect(compare([{ value: 101 }]).faults).toMatchObject([{ is: 'misfit', misfit: 'too_high' }])
  })

  it.each([
    [42.9, 6, 14, true],
    [43, 6, 14, true],
    [42.8, 6, 14, false],
    [0.429, 6, 14, false],
    [0, 0, 2, true],
    [0, 0, 0, true],
    [5, 1, 0, false],
    [1e-7, 0, 2, false],
  ])('keeps the counts of %f beside %i/%i only where they agree', (value, numerator, denominator, agrees) => {
    const { fresh, faults } = compare([{ value, numerator, denominator }])
    expect(faults.map((fault) => 'is' in fault && fault.is)).toEqual(agrees ? [] : ['contradiction'])
    if (agrees) expect(fresh).toMatchObject([{ numerator, denominator }])
  })

  it('is nothing when the same rows come again', () => {
    const entry = fc.record({
      periodStart: fc.integer({ min: -40, max: 0 }).map((weeks) => periodAfter('2026-02-02', 'weekly', weeks)),
      numerator: fc.integer({ min: 0, max: 50 }),
      denominator: fc.integer({ min: 50, max: 90 }),
      note: fc.constantFrom('', 'A freeze', '=1'),
    })
    fc.assert(
      fc.property(fc.array(entry), (rows) => {
        const { fresh } = compare(rows.map((row) => ({ ...row, value: null })))
        const again = compare(
          rows.map((row) => ({ ...row, value: null })),
          fresh,
        )
        expect([again.fresh, again.corrected, again.unchanged]).toEqual([[], [], fresh.length])
      }),
    )
  })
})

it('a spreadsheet’s file is read in whichever encoding it was saved', () => {
  const text = 'metric;period_start;value;note\nnps;2026-01-01;41,5;Über\n'
  const latin = Buffer.from(text, 'latin1')
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), latin, wide]) {
    expect(readReadings(textIn(bytes)).rows).toMatchObject([{ metric: 'nps', value: 41.5, note: 'Über' }])
  }
})
