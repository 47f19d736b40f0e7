import { localDate, localTime } from './zone.ts'

/** The moment of a time zone's clock, `2026-11-12T10:05`, as people type it. */
export const clockOf = (moment: string, timeZone: string): string =>
  `${localDate(moment, timeZone)}T${localTime(moment, timeZone)}`

/**
 * The moment, ISO 8601 in UTC, at which a time zone's clock shows `clock`, `2026-11-12T10:05`. What it shows twice, in
 * autumn, is either; what it never shows, in spring, is about an hour off.
 */
export function momentAt(clock: string, timeZone: string): string {
  const wanted = Date.parse(`${clock}Z`)
  const shownAt = (time: number) => Date.parse(`${clockOf(new Date(time).toISOString(), timeZone)}Z`)
  const near = wanted - (shownAt(wanted) - wanted)
  // The offset may have changed between the two: what it was there counts.
  return new Date(near - (shownAt(near) - wanted)).toISOString()
}
