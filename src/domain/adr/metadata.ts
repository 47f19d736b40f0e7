import { isDayAlone, readDay } from './dates.ts'
import { isReadable, verbatim } from './sections.ts'
import { type StatusRead, takeStatus } from './status.ts'

export type Metadata = {
  /** Whether it spoke of a status at all. */
  hasStatus: boolean
  date: string | null
  deciders: string[]
  consulted: string[]
  informed: string[]
  tags: string[]
  /** What stood there besides, and what could not be understood. */
  rest: string[]
}

const keys = new Map<string, 'status' | 'date' | 'deciders' | 'consulted' | 'informed' | 'tags'>([
  ['status', 'status'],
  ['date', 'date'],
  ['last updated', 'date'],
  ['deciders', 'deciders'],
  ['decider', 'deciders'],
  ['decision-makers', 'deciders'],
  ['decision makers', 'deciders'],
  ['authors', 'deciders'],
  ['author', 'deciders'],
  ['consulted', 'consulted'],
  ['informed', 'informed'],
  ['tags', 'tags'],
])

/**
 * From the front matter, and from lines such as `* Status: accepted` or `Date: 2016-02-12` below the title; what is
 * said of the status goes into `status`.
 */
export function readMetadata(lead: readonly string[], fields: Record<string, unknown>, status: StatusRead): Metadata {
  const metadata: Metadata = {
    hasStatus: false,
    date: null,
    deciders: [],
    consulted: [],
    informed: [],
    tags: [],
    rest: [],
  }
  for (const [key, value] of Object.entries(fields)) {
    if (keys.has(key.toLowerCase()) && !take(key, value, metadata, status)) {
      metadata.rest.push(`${key}: ${namesIn(value).join(', ') || textOf(value)}`)
    }
  }
  const asItStands = verbatim(lead)
  for (const [at, line] of lead.entries()) {
    const understood = !asItStands[at] && isReadable(line) && takeLine(line, metadata, status)
    if (!understood) metadata.rest.push(line)
  }
  return metadata
}

function takeLine(line: string, metadata: Metadata, status: StatusRead) {
  // `Superseded: 2019-12-19 by [ADR 14](0014-x.md)` says its status in a key of its own.
  if (/^\s*(?:[-*+]\s+)?\**(superseded|amended)(\s+by\b|\**:)|^\W*(supersedes|amends)\b/i.test(line)) {
    return takeStatus([line], status).length === 0
  }
  const [, key, value] = /^\s*(?:[-*+]\s+)?\**([A-Za-z][A-Za-z -]{2,20}?)\**\s*:\**\s*(.*)$/.exec(line) ?? []
  return key !== undefined && take(key, value, metadata, status)
}

/** Whether all of the value could be understood. */
function take(key: string, value: unknown, metadata: Metadata, status: StatusRead) {
  const field = keys.get(key.toLowerCase())
  const text = textOf(value)
  if (field === undefined || !isReadable(text)) return false
  if (field === 'status') {
    metadata.hasStatus = true
    return takeStatus([text], status).every((line) => line.trim() === '')
  }
  if (text.trim() === '') return true
  if (field === 'date') {
    if (metadata.date !== null) return false
    metadata.date = readDay(text)
    return isDayAlone(text)
  }
  const names = namesIn(value)
  metadata[field] = metadata[field].concat(names)
  return names.length > 0
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(', ') : value === null || value === undefined ? '' : String(value)

/** Names apart by commas, semicolons or "and", or in a list; a placeholder names nobody. */
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;]|\sand\s/))
    .map((name) =>
      name
        .replaceAll(/\[([^[\]]*)\](?:\([^()]*\))?/g, '$1')
        .replaceAll(/[*`]/g, '')
        .replaceAll(/<[^<>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '' && name.length <= 200 && !/[{}[\]]|^(list|n\/a|none|tbd)\b/i.test(name))
