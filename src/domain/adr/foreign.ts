import type { Ending } from '../decisions/catalogue.ts'
import type { DecisionDocument, OptionDocument } from '../decisions/document.ts'
import { blankDocument } from './blank.ts'
import { readDay } from './dates.ts'
import { choose, discussed, listedOptions, weighed } from './options.ts'
import type { ReadRecord, Reason } from './read.ts'
import { headingsOf, type Section, sectionsAt, trimmed } from './sections.ts'
import { readRelation, readStatus, type StatusRead } from './status.ts'

const neverRecords = /^(readme|index|template|adr-template|.*[-_]template|toc|contributing|changelog|_.*)\.md$/i

/** A record written by somebody else's tool or hand; lines count from the top of the body. */
export function readForeign(
  file: string,
  fields: Record<string, unknown>,
  body: string,
): Omit<ReadRecord, 'file'> | { reason: Reason; line: number } {
  if (neverRecords.test(file)) return { reason: 'not_a_record', line: 1 }
  const lines = body.split('\n')
  const headings = headingsOf(lines)
  const heading = headings.find(({ level }) => level === 1) ?? headings[0]
  if (!heading) return { reason: 'no_title', line: 1 }
  const line = heading.line + 1
  if (/^\{.*\}$/.test(heading.text)) return { reason: 'not_a_record', line }
  const title = titleOf(heading.text)
  if (title === '') return { reason: 'no_title', line }

  const below = lines.slice(heading.line + heading.length)
  const level = headingsOf(below)[0]?.level ?? 2
  const { lead, sections } = sectionsAt(below, level)
  const metadata = readMetadata(lead, fields)
  const parts = sortSections(sections)
  if (!looksLikeRecord(metadata, parts, fields)) return { reason: 'not_a_record', line }

  const status = mergedStatus(metadata, parts)
  const outcome = parts.outcome.map(({ lines }) => lines.join('\n')).join('\n')
  const day = metadata.date ?? dateInName(file)
  const document: DecisionDocument = {
    ...blankDocument(title),
    ...people(metadata),
    ...stateOf(status, { day, decidedAnyway: outcome.trim() !== '' }),
    tags: metadata.tags,
    rationale: rationaleOf([...lines.slice(0, heading.line), ...metadata.rest], parts),
    options: choose(
      parts.weighing.reduce(weighed, [
        ...parts.listing.flatMap((section) => listedOptions(section.lines)),
        ...parts.discussed,
      ]),
      outcome,
    ),
  }
  return { adrNumber: numberOf(file, heading.text), document, ...referencesOf(status, sections) }
}

const titleOf = (text: string) =>
  text
    .replace(/^\[?adr[-\s_]*#?\d+\]?\s*[.:)–—-]*\s*/i, '')
    .replace(/^\d{1,6}\s*[.:)–—-]\s+/, '')
    .replace(/\s*<!--.*?-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

function numberOf(file: string, heading: string) {
  const named = /^(?:adr[-_]?)?(\d{1,6})(?=[-_. ])/i.exec(file)?.[1]
  const headed = /^(?:adr[-\s#]*)?(\d{1,6})\s*[.:)–—-]/i.exec(heading)?.[1]
  const number = named ?? headed
  return number === undefined ? null : Number(number)
}

/** `2020-10-16-title.md`, `20201016-title.md` */
function dateInName(file: string) {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})[-_]/.exec(file) ?? []
  return year ? readDay(`${year}-${month}-${day}`) : null
}

type Metadata = {
  status: string[]
  date: string | null
  deciders: string[]
  consulted: string[]
  informed: string[]
  tags: string[]
  /** What stood there besides. */
  rest: string[]
}

const keys: Record<string, keyof Metadata> = {
  status: 'status',
  date: 'date',
  'last updated': 'date',
  deciders: 'deciders',
  decider: 'deciders',
  'decision-makers': 'deciders',
  'decision makers': 'deciders',
  authors: 'deciders',
  consulted: 'consulted',
  informed: 'informed',
  tags: 'tags',
}

/** From the front matter, and from lines such as `* Status: accepted` or `Date: 2016-02-12` below the title. */
function readMetadata(lead: readonly string[], fields: Record<string, unknown>): Metadata {
  const metadata: Metadata = { status: [], date: null, deciders: [], consulted: [], informed: [], tags: [], rest: [] }
  const take = (key: string, value: unknown) => {
    const field = keys[key.toLowerCase()]
    if (field === undefined || field === 'rest') return false
    if (field === 'date') metadata.date ??= readDay(textOf(value))
    else if (field === 'status') metadata.status.push(textOf(value))
    else metadata[field].push(...namesIn(value))
    return true
  }
  for (const [key, value] of Object.entries(fields)) take(key, value)
  for (const line of lead) {
    // `Superseded: 2019-12-19 by [ADR 14](0014-x.md)` says its status in a key of its own.
    const [, word, beside] =
      /^\s*(superseded|supersedes|amended|amends):\s*(?:\d{4}-\d{2}-\d{2}\s+)?(.*)$/i.exec(line) ?? []
    if (word) {
      metadata.status.push(`${word} ${beside}`)
      continue
    }
    const [, key, value] = /^\s*(?:[-*+]\s+)?\**([A-Za-z][A-Za-z -]{2,20}?)\**\s*:\**\s*(.*)$/.exec(line) ?? []
    if (key === undefined || !take(key, value)) metadata.rest.push(line)
  }
  metadata.tags = metadata.tags.map((tag) => tag.toLowerCase().slice(0, 40))
  return metadata
}

const textOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : Array.isArray(value)
      ? value.map(textOf).join(', ')
      : value === null || value === undefined
        ? ''
        : String(value)

/** Names apart by commas, semicolons or "and"; a placeholder names nobody. */
const namesIn = (value: unknown): string[] =>
  textOf(value)
    .split(/\s*[,;]\s*|\s+and\s+/)
    .map((name) =>
      name
        .replace(/\[([^\]]*)\](?:\([^)]*\))?/g, '$1')
        .replace(/[*_`]/g, '')
        .replace(/<[^>]*>/g, '')
        .trim(),
    )
    .filter((name) => name !== '' && name.length <= 200 && !/[{}[\]]|^(list|n\/a|none|tbd)\b/i.test(name))

type Parts = {
  status: Section[]
  listing: Section[]
  outcome: Section[]
  weighing: Section[]
  told: Section[]
  discussed: OptionDocument[]
}

/** `told` are all those that go into the reasons, in their order. */
function sortSections(sections: readonly Section[]): Parts {
  const parts: Parts = { status: [], listing: [], outcome: [], weighing: [], told: [], discussed: [] }
  for (const section of sections) {
    const name = section.heading.text
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .trim()
    if (name === 'status') parts.status.push(section)
    else if (/^(considered options|options considered|alternatives considered)$/.test(name) && hasBullets(section))
      parts.listing.push(section)
    else if (/^pros and cons/.test(name)) parts.weighing.push(section)
    else {
      const { options, rest } = discussed(section)
      if (/^(decision|decision outcome|outcome|resolution)$/.test(name)) parts.outcome.push(rest)
      parts.discussed.push(...options)
      parts.told.push(rest)
    }
  }
  return parts
}

const hasBullets = ({ lines }: Section) =>
  lines.every((line) => line.trim() === '' || /^\s*([-*+]|\d+[.)])\s|^\s+\S/.test(line))

const looksLikeRecord = (metadata: Metadata, parts: Parts, fields: Record<string, unknown>) =>
  metadata.status.length > 0 ||
  parts.status.length > 0 ||
  parts.outcome.length > 0 ||
  parts.told.some(({ heading }) => /^context\b/i.test(heading.text)) ||
  'status' in fields

const mergedStatus = (metadata: Metadata, parts: Parts): StatusRead =>
  readStatus([...metadata.status, ...parts.status.flatMap(({ lines }) => lines)])

function people({
  deciders,
  consulted,
  informed,
}: Metadata): Pick<DecisionDocument, 'decider' | 'consulted' | 'informed'> {
  const [decider, ...others] = deciders
  return {
    decider: decider ?? null,
    consulted: [...new Set([...others, ...consulted])],
    informed: [...new Set(informed)],
  }
}

/** A record without a word about its status was decided if it says what the decision is. */
function stateOf(
  { status: said, because }: StatusRead,
  { day, decidedAnyway }: { day: string | null; decidedAnyway: boolean },
): Pick<DecisionDocument, 'status' | 'raisedAt' | 'decidedAt' | 'ending'> {
  const status = said ?? (decidedAnyway ? 'decided' : 'proposed')
  const at = day && `${day}T00:00:00.000Z`
  const ended = (kind: Ending, on: string | null) => ({
    kind,
    by: null,
    at: on,
    because,
    replacement: null,
    cause: null,
  })
  if (status === 'proposed') return { status, raisedAt: at, decidedAt: null, ending: null }
  if (status === 'decided') return { status, raisedAt: null, decidedAt: at, ending: null }
  if (status === 'withdrawn') return { status, raisedAt: null, decidedAt: null, ending: ended(status, at) }
  return { status, raisedAt: null, decidedAt: at, ending: ended(status, null) }
}

function referencesOf(status: StatusRead, sections: readonly Section[]) {
  const { supersedes, supersededBy, links } = status
  const read = { supersedes: [...supersedes], supersededBy: [...supersededBy], links: [...links] }
  for (const { heading, lines } of sections) {
    if (!/^(links|related|references|more information)/i.test(heading.text)) continue
    for (const line of lines) {
      const text = line.replace(/^[\s*+>-]+/, '').replace(/^\[([^\]]*)\](?!\()/, '$1')
      readRelation(text.toLowerCase().replace(/^\[/, ''), line, read)
    }
  }
  return read
}

/** Everything that is told nowhere else, under the headings it stood under. */
function rationaleOf(before: readonly string[], { told }: Parts) {
  return [
    trimmed(before),
    ...told.map(({ heading, lines }) =>
      `${'#'.repeat(Math.max(2, heading.level))} ${heading.text}\n\n${trimmed(lines)}`.trim(),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}
