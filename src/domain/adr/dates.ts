const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day in a text, `YYYY-MM-DD`; null when there is none or it could be two different days. */
export function readDay(text: string): string | null {
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const worded = /(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(text)
  if (worded) return day(Number(worded[3]), monthOf(worded[2]), Number(worded[1]))
  const american = /([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text)
  if (american) return day(Number(american[3]), monthOf(american[1]), Number(american[2]))
  const short = /(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(text)
  if (!short) return null
  const [first, second, year] = [Number(short[1]), Number(short[2]), Number(short[3])]
  if (first > 12) return day(year, second, first)
  return second > 12 || first === second ? day(year, first, second) : null
}

/** Whether a text is a day, however written, and no word more. */
export function isDayAlone(text: string): boolean {
  const parts = text.replace(/T[\d:.]+Z?$/, '').match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    readDay(text) !== null &&
    parts.length === 3 &&
    parts.every((part) => /^\d+(st|nd|rd|th)?$/i.test(part) || monthOf(part.slice(0, 3).toLowerCase()) > 0)
  )
}

const monthOf = (word = '') => months.indexOf(word.toLowerCase()) + 1

function day(year: number, month: number, date: number) {
  const name = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const time = Date.parse(`${name}T00:00:00Z`)
  // 31 February parses as March in some engines: only a day that comes out as it went in is one.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== name ? null : name
}
