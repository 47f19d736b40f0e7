const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-11-12` as "12 Nov", with the year when it is not this one. */
export function shortDay(date: string, today: string) {
  const [year, month, day] = partsOf(date)
  return `${day} ${months[month - 1]}${today.startsWith(String(year)) ? '' : ` ${year}`}`
}

/** `2026-11-12` as "12 November 2026". */
export function longDay(date: string) {
  const [year, month, day] = partsOf(date)
  return `${day} ${longMonths[month - 1]} ${year}`
}

/** How long ago, coarse: "today", "3 d", "26 w". */
export function age(from: string, today: string) {
  const days = Math.round((Date.parse(today) - Date.parse(from.slice(0, 10))) / 86_400_000)
  if (days <= 0) return 'today'
  return days < 22 ? `${days} d` : `${Math.round(days / 7)} w`
}

const partsOf = (date: string) => date.slice(0, 10).split('-').map(Number) as [number, number, number]

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export const weekday = (date: string) => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]
