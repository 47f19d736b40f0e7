export type DecimalMark = 'point' | 'comma'

/** What a cell says: a value, or the two counts of a ratio. */
export type Entry = { value: number } | { numerator: number; denominator: number }

/** `mark` is what the digits prove about the decimal mark; undefined when they could be read either way. */
type Written = { value: number; mark: DecimalMark | undefined }

/** Nothing longer is searched for a number. */
const longest = 60

const affixed = /^([-−+]?)\s*(\p{Sc}?)\s*([-−+]?)\s*([\d.,].*?)\s*([%\p{Sc}]?)$/u
const grouped = /^[1-9]\d{0,2}([\p{Zs}.,'’])\d{3}((?:\1\d{3})*)(?:([.,])\d+)?$/u
const plain = /^(?=[.,]?\d)\d*(?:([.,])\d+)?(?:e[+-]?\d+)?$/i

/**
 * A number as people and spreadsheets write it: with a point or a comma as decimal mark, groups of three set apart by
 * point, comma, space or apostrophe, one percent or currency sign (dropped: `41.7 %` is 41.7).
 *
 * @param decimal decides only what the digits leave open. Without it `1,234` is 1234 and `1.234` is 1.234; a group
 *   never begins with 0, so `0,123` is 0.123 in any case.
 * @returns null when the text is not a number.
 */
export const readNumber = (text: string, decimal?: DecimalMark): number | null => read(text, decimal)?.value ?? null

/** A number, or a ratio written `1214/2911` or `1214 of 2911`, whose parts carry no percent sign; null when neither. */
export function readEntry(text: string, decimal?: DecimalMark): Entry | null {
  const [first = '', second, third] = partsOf(text)
  const numerator = readNumber(first, decimal)
  if (numerator === null || third !== undefined) return null
  if (second === undefined) return { value: numerator }
  const denominator = readNumber(second, decimal)
  return denominator === null || text.includes('%') ? null : { numerator, denominator }
}

/** The decimal mark that entries of one origin use; undefined when none of them shows it, or they contradict. */
export function decimalOf(entries: Iterable<string>): DecimalMark | undefined {
  let found: DecimalMark | undefined
  for (const entry of entries) {
    for (const part of partsOf(entry)) {
      const mark = read(part)?.mark
      if (mark && found && mark !== found) return undefined
      found ??= mark
    }
  }
  return found
}

/** One part more than can be read is enough to know that the text is no entry. */
const partsOf = (entry: string) => entry.split(/\/|\sof\s/i, 3)

function read(text: string, decimal?: DecimalMark): Written | null {
  const trimmed = text.trim()
  if (trimmed.length > longest) return null
  const [, sign, symbol, innerSign, digits, suffix] = affixed.exec(trimmed) ?? []
  if (digits === undefined || (sign && innerSign) || (symbol && suffix)) return null
  const found = readUnsigned(digits, decimal)
  if (!found || !Number.isFinite(found.value)) return null
  const negative = /[-−]/.test(`${sign}${innerSign}`)
  return negative ? { ...found, value: 0 - found.value } : found
}

function readUnsigned(digits: string, decimal: DecimalMark | undefined): Written | null {
  const [, group, more, mark] = grouped.exec(digits) ?? []
  if (group !== undefined && group !== mark) {
    const whole = digits.replaceAll(group, '')
    const open = isMark(group) && !more && !mark
    if (!open)
      return { value: numberOf(whole), mark: mark ? nameOf(mark) : isMark(group) ? otherThan(group) : undefined }
    const isGroup = decimal ? decimal !== nameOf(group) : group === ','
    return { value: numberOf(isGroup ? whole : digits), mark: undefined }
  }
  const match = plain.exec(digits)
  return match && { value: numberOf(digits), mark: match[1] ? nameOf(match[1]) : undefined }
}

const numberOf = (digits: string) => Number(digits.replace(',', '.'))
const isMark = (sign: string) => sign === '.' || sign === ','
const nameOf = (sign: string): DecimalMark => (sign === ',' ? 'comma' : 'point')
const otherThan = (sign: string): DecimalMark => (sign === ',' ? 'point' : 'comma')
