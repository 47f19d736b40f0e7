import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/domain/scorecard/readings/dates.ts'
import { addDays, isoWeek, mondayOf } from '../../src/domain/time/days.ts'

describe('A column of dates', () => {
  it.each([
    ['YYYY-MM-DD', '2026-11-02', '2026-11-02'],
    ['YYYY/MM/DD', '2026/11/02', '2026-11-02'],
    ['YYYY-MM', '2026-11', '2026-11-01'],
    ['YYYY-Www', '2026-W45', '2026-11-02'],
    ['YYYY-Www', '2026-W01', '2025-12-29'],
    ['YYYY-Www', '2026-W53', '2026-12-28'],
    ['DD.MM.YYYY', '02.11.2026', '2026-11-02'],
    ['DD.MM.YYYY', '2.1.2026', '2026-01-02'],
    ['D/M/YYYY', '13/1/2026', '2026-01-13'],
    ['M/D/YYYY', '1/13/2026', '2026-01-13'],
  ])('written %s reads %j as %s', (format, text, day) => {
    expect(readDates([` ${text} `])).toEqual({ format, ambiguous: false, days: [day] })
  })

  it('takes the order of day and month from any value above 12', () => {
    expect(readDates(['3/4/2026', '25/4/2026'])).toEqual({
      format: 'D/M/YYYY',
      ambiguous: false,
      days: ['2026-04-03', '2026-04-25'],
    })
    expect(readDates(['3/4/2026', '4/25/2026'])).toEqual({
      format: 'M/D/YYYY',
      ambiguous: false,
      days: ['2026-03-04', '2026-04-25'],
    })
  })

  it('puts the day first where nothing decides, and says so', () => {
    expect(readDates(['3/4/2026', '5/4/2026'])).toEqual({
      format: 'D/M/YYYY',
      ambiguous: true,
      days: ['2026-04-03', '2026-04-05'],
    })
    expect(readDates(['13/1/2026', '1/13/2026'])).toMatchObject({ ambiguous: true, days: ['2026-01-13', null] })
  })

  it('is not ambiguous where either order means the same day', () => {
    expect(readDates(['4/4/2026', '5/5/2026'])).toMatchObject({ ambiguous: false, days: ['2026-04-04', '2026-05-05'] })
  })

  it('has one format: what most texts have', () => {
    expect(readDates(['2026-01-05', '12.01.2026', '2026-01-19', ''])).toEqual({
      format: 'YYYY-MM-DD',
      ambiguous: false,
      days: ['2026-01-05', null, '2026-01-19', null],
    })
  })

  it('holds no impossible days', () => {
    expect(readDates(['31.02.2026', '29.02.2028', '29.02.2026', '00.01.2026', '01.13.2026']).days).toEqual([
      null,
      '2028-02-29',
      null,
      null,
      null,
    ])
    expect(readDates(['2026-13', '2026-00', '2026-12']).days).toEqual([null, null, '2026-12-01'])
    expect(readDates(['2025-W53', '2026-W00', '2026-W54']).days).toEqual([null, null, null])
    expect(readDates(['31/02/2026'])).toEqual({ format: 'D/M/YYYY', ambiguous: false, days: [null] })
  })

  it('refuses years of two digits, and what is no date', () => {
    expect(readDates(['05.01.26', '1/5/26', '26-01-05', 'abc', '', '45000'])).toEqual({
      format: '',
      ambiguous: false,
      days: [null, null, null, null, null, null],
    })
    expect(readDates([])).toEqual({ format: '', ambiguous: false, days: [] })
  })

  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1950-01-01', count))
  const parts = (day: string) => day.split('-').map(Number) as [number, number, number]
  it.each<[string, (day: string) => string, (day: string) => string]>([
    ['YYYY-MM-DD', (day) => day, (day) => day],
    ['YYYY/MM/DD', (day) => day.replaceAll('-', '/'), (day) => day],
    ['YYYY-MM', (day) => day.slice(0, 7), (day) => `${day.slice(0, 7)}-01`],
    ['YYYY-Www', (day) => `${isoWeek(day).year}-W${String(isoWeek(day).week).padStart(2, '0')}`, mondayOf],
    ['DD.MM.YYYY', (day) => day.split('-').reverse().join('.'), (day) => day],
    ['D/M/YYYY', (day) => `${parts(day)[2]}/${parts(day)[1]}/${parts(day)[0]}`, (day) => day],
    ['M/D/YYYY', (day) => `${parts(day)[1]}/${parts(day)[2]}/${parts(day)[0]}`, (day) => day],
  ])('reads back any days written %s', (format, write, read) => {
    fc.assert(
      fc.property(fc.array(anyDay), (some) => {
        const days = [...some, '2026-01-13']
        expect(readDates(days.map(write))).toEqual({ format, ambiguous: false, days: days.map(read) })
      }),
    )
  })

  it('never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d./W-]{0,12}$/))
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { days } = readDates(texts)
        expect(days).toHaveLength(texts.length)
        for (const day of days) expect(day ?? '2026-01-05').toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })
})
