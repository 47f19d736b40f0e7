/**
 * The one text of a value, so that equal values have equal hashes: JSON without whitespace, the keys of every object in
 * the order of their UTF-16 code units, fields that are undefined left out (RFC 8785). Throws where JSON would lose a
 * value: a number that is not finite, undefined in a list.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`${String(value)} cannot be sealed`)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}
