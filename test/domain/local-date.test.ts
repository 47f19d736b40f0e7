import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate, localTime } from '../../src/domain/time/zone.ts'

describe('the day of a moment where the organisation is', () => {
  it.each([
    ['before midnight in winter', '2026-03-28T22:59:59.999Z', 'Europe/Berlin', '2026-03-28'],
    ['at midnight in winter', '2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29'],
    ['at midnight after the clocks went forward', '2026-03-29T22:00:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['an hour before midnight after they went back', '2026-10-25T22:00:00.000Z', 'Europe/Berlin', '2026-10-25'],
    ['on the other side of the date line', '2026-12-31T11:00:00.000Z', 'Pacific/Auckland', '2027-01-01'],
    ['in the evening across the Atlantic', '2026-11-13T04:59:00.000Z', 'America/New_York', '2026-11-12'],
    ['in a zone off by a quarter of an hour', '2026-11-12T18:15:00.000Z', 'Asia/Kathmandu', '2026-11-13'],
    ['a minute earlier there', '2026-11-12T18:14:59.999Z', 'Asia/Kathmandu', '2026-11-12'],
    ['on a leap day', '2028-02-29T12:00:00.000Z', 'UTC', '2028-02-29'],
  ])('%s', (_, moment, timeZone, expected) => {
    expect(localDate(moment, timeZone)).toBe(expected)
    expect(localDate(new Date(moment), timeZone)).toBe(expected)
  })

  it('is what the calendar of the zone says, whatever was asked before', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
    const moments = fc.date({ min: new Date('1975-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, timeZone) => {
        const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
        const [month, day, year] = parts.format(moment).split('/')
        expect(localDate(moment, timeZone)).toBe(`${year}-${month}-${day}`)
      }),
    )
  })

  it('comes with its time of day', () => {
    expect(localTime('2026-07-01T07:05:00.000Z', 'Europe/Berlin')).toBe('09:05')
    expect(localTime(new Date('2026-01-01T23:00:00.000Z'), 'Europe/Berlin')).toBe('00:00')
  })
})
