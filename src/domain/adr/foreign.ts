import type { Ending } from '../decisions/catalogue.ts'
import type { DecisionDocument } from '../decisions/document.ts'
import { blankDocument } from './blank.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { dayInName, isNeverRecord, isPlaceholder, numberOf, titleOf } from './naming.ts'
import { choose } from './options.ts'
import { type Parts, rationaleOf, sortSections } from './parts.ts'
import type { ReadRecord, Reason } from './read.ts'
import { headingsOf, type Section, sectionsAt, verbatim } from './sections.ts'
import { nothingSaid, type Relations, type StatusRead, takeRelation } from './status.ts'

const longestHeading = 1_000

/** A record written by somebody else's tool or hand; lines count from the top of the body. */
export function readForeign(
  file: string,
  fields: Record<string, unknown>,
  body: string,
): Omit<ReadRecord, 'file'> | { reason: Reason; line: number } {
  if (isNeverRecord(file)) return { reason: 'not_a_record', line: 1 }
  const lines = body.split('\n')
  const headings = headingsOf(lines)
  const heading = headings.find(({ level }) => level === 1) ?? headings[0]
  if (!heading) return { reason: 'no_title', line: 1 }
  const line = heading.line + 1
  if (heading.text.length > longestHeading) return { reason: 'title_too_long', line }
  if (isPlaceholder(heading.text)) return { reason: 'not_a_record', line }

  const below = lines.slice(heading.line + heading.length)
  const { lead, sections } = sectionsAt(below, headingsOf(below)[0]?.level ?? 2)
  const status = nothingSaid()
  const metadata = readMetadata(lead, fields, status)
  const parts = sortSections(sections, status)
  if (!isNamedAsOne(file, sections) && !looksLikeRecord(metadata, parts)) return { reason: 'not_a_record', line }

  const outcome = parts.outcome.map(({ lines }) => lines.join('\n')).join('\n')
  const document: DecisionDocument = {
    ...blankDocument(titleOf(heading.text)),
    ...people(metadata),
    ...stateOf(status, {
      day: status.day ?? metadata.date ?? dayInName(file),
      decidedAnyway: outcome.trim() !== '',
    }),
    tags: once(metadata.tags.map((tag) => tag.toLowerCase().slice(0, 40).toWellFormed().trim())),
    rationale: rationaleOf([...lines.slice(0, heading.line), ...metadata.rest], parts),
    options: choose(parts.options, outcome),
  }
  return { adrNumber: numberOf(file, heading.text), document, ...relationsOf(status, sections) }
}

/** Numbered or dated, and with sections. */
const isNamedAsOne = (file: string, sections: readonly Section[]) =>
  sections.length > 0 && (numberOf(file, '') !== null || dayInName(file) !== null)

const looksLikeRecord = (metadata: Metadata, parts: Parts) =>
  metadata.hasStatus ||
  parts.hasStatus ||
  parts.outcome.length > 0 ||
  parts.told.some(({ heading }) => /^context\b/i.test(heading.text))

function people({
  deciders,
  consulted,
  informed,
}: Metadata): Pick<DecisionDocument, 'decider' | 'consulted' | 'informed'> {
  const [decider, ...others] = deciders
  return { decider: decider ?? null, consulted: once([...others, ...consulted]), informed: once(informed) }
}

/** Names are the same in capitals and in small letters. */
function once(names: readonly string[]) {
  const seen = new Set<string>()
  return names.filter((name) => {
    const isNew = !seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return isNew
  })
}

/** A record without a word about its status was decided if it says what the decision is. */
function stateOf(
  { status: said, because, endedOn }: StatusRead,
  { day, decidedAnyway }: { day: string | null; decidedAnyway: boolean },
): Pick<DecisionDocument, 'status' | 'raisedAt' | 'decidedAt' | 'ending'> {
  const status = said ?? (decidedAnyway ? 'decided' : 'proposed')
  const at = momentOf(day)
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
  return { status, raisedAt: null, decidedAt: at, ending: ended(status, momentOf(endedOn)) }
}

const momentOf = (day: string | null) => day && `${day}T00:00:00.000Z`

/** What the status says of other records, and what sections of links do. */
function relationsOf({ supersedes, supersededBy, links }: StatusRead, sections: readonly Section[]): Relations {
  const read = { supersedes: [...supersedes], supersededBy: [...supersededBy], links: [...links] }
  for (const { heading, lines } of sections) {
    if (!/^(links|related|references|more information)/i.test(heading.text)) continue
    const local = !/^more/i.test(heading.text)
    const asItStands = verbatim(lines)
    for (const [at, line] of lines.entries()) if (!asItStands[at]) takeRelation(line, read, { local })
  }
  return read
}
