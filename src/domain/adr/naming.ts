import { readDay } from './dates.ts'

const neverRecords =
  /^((readme|index|(adr-)?template|toc|contributing|changelog|_.*|\D.*[-_]template)|\d+[-_](adr[-_])?template)\.(md|markdown)$/i

/** An index, a template or another file about the records. */
export const isNeverRecord = (file: string) => neverRecords.test(file)

/** The title of a template that nobody filled in. */
export const isPlaceholder = (heading: string) => /^(\{.*\}|<.*>|\[short title.*|number\. title)$/i.test(heading)

/** Without its number: `3. Use it`, `ADR-0003: Use it`. */
export function titleOf(heading: string): string {
  const whole = heading
    .replaceAll(/<!--(?:[^-]|-(?!->))*-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const unnumbered = whole
    .replace(/^\[?adr[-\s_]*#?\d+\]? ?[.:)–—-]* ?/i, '')
    .replace(/^\d{1,6} ?[.:)–—-] /, '')
    .trim()
  return unnumbered || whole || heading
}

/** By its file name, else by its heading; the year at the head of a date is no number. */
export function numberOf(file: string, heading: string): number | null {
  const named = dayInName(file) ? undefined : /^(?:adr[-_]?)?(\d{1,6})(?=[-_. ])/i.exec(file)?.[1]
  const headed = /^\[?(?:adr[-_\s#]*)?(\d{1,6})(?:\]|\s?[.:)–—-])/i.exec(heading)?.[1]
  const number = named ?? headed
  return number === undefined ? null : Number(number)
}

/** `2020-10-16-title.md`, `20201016-title.md` */
export function dayInName(file: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})[-_. ]/.exec(file) ?? []
  return year ? readDay(`${year}-${month}-${day}`) : null
}
