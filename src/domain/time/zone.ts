/**
 * The calendar day, `2026-11-12`, of a moment in a time zone.
 *
 * Formatting through Intl costs some 2 µs; a page asks for the same hour again and again, and no zone changes its
 * offset within a quarter of an hour, so the answer is kept for each of those.
 */
export function localDate(moment: Date | string, timeZone: string): string {
  const time = typeof moment === 'string' ? Date.parse(moment) : moment.getTime()
  const key = `${Math.floor(time / quarterHour)}${timeZone}`
  const kept = days.get(key)
  if (kept !== undefined) return kept
  const day = formatterOf(timeZone).format(time)
  if (days.size >= 5000) days.clear()
  days.set(key, day)
  return day
}

const quarterHour = 900_000
const days = new Map<string, string>()
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string) {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The time of day, `09:05`, of a moment in a time zone. */
export function localTime(moment: Date | string, timeZone: string): string {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    clocks.set(timeZone, clock)
  }
  return clock.format(typeof moment === 'string' ? Date.parse(moment) : moment)
}
