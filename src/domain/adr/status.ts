import type { LinkKind, Status } from '../decisions/catalogue.ts'
import { readDay } from './dates.ts'
import { linkTargets, type Ref, refsIn, withoutRefs } from './refs.ts'
import { isReadable, verbatim } from './sections.ts'

export type Relations = {
  supersedes: Ref[]
  supersededBy: Ref[]
  /** `outgoing` false: the other record is the one that refines this. */
  links: { kind: LinkKind; ref: Ref; outgoing: boolean }[]
}

export type StatusRead = Relations & {
  status: Status | null
  /** What was said beside the word, `rejected` or a reason. */
  because: string
  /** The day said beside the status, and the one beside "superseded". */
  day: string | null
  endedOn: string | null
}

export const nothingSaid = (): StatusRead => ({
  status: null,
  because: '',
  day: null,
  endedOn: null,
  supersedes: [],
  supersededBy: [],
  links: [],
})

const words: [RegExp, Status][] = [
  [/^(superseded|superceded|replaced|obsoleted by)\b/, 'superseded'],
  [
    /^(accepted|accept|approved|adopted|implemented|decided|ratified|agreed|confirmed|committed|finali[sz]ed|completed|in (force|effect))\b/,
    'decided',
  ],
  [/^(done|active|final|valid|complete|closed)\W*$/, 'decided'],
  [/^(rejected|reject|declined|withdrawn|abandoned|discarded|not accepted|cancell?ed)\b/, 'withdrawn'],
  [/^(deprecated|obsolete|retired|reversed|revoked|discontinued)\b/, 'reversed'],
  [
    /^(proposed|proposal|draft|pending|(in|under|for) (review|discussion)|on hold|rfc|wip|deferred|postponed)\b/,
    'proposed',
  ],
  [/^(review|open|new|idea|todo|unknown|in progress|request for comments|work in progress)\W*$/, 'proposed'],
]

const relations: [RegExp, 'supersedes' | 'supersededBy' | { kind: LinkKind; outgoing: boolean }][] = [
  [/^(superseded|superceded|replaced|obsoleted)( by)?\b/, 'supersededBy'],
  [/^(supersedes|supercedes|replaces|obsoletes)\b/, 'supersedes'],
  [/^(amended|clarified|refined|extended|updated) by\b/, { kind: 'refines', outgoing: false }],
  [/^(amends|clarifies|refines|extends|updates)\b/, { kind: 'refines', outgoing: true }],
  [/^(depends on|requires|based on)\b/, { kind: 'depends_on', outgoing: true }],
  [/^conflicts with\b/, { kind: 'conflicts_with', outgoing: true }],
  [/^(relates to|related to|related|linked to|see also|see)\b/, { kind: 'relates_to', outgoing: true }],
]

/**
 * Takes in what the lines of a status say: a word, a day, other records. A later word wins over an earlier one, and to
 * have been superseded over both. Gives back the lines that say more than that.
 */
export function takeStatus(lines: readonly string[], read: StatusRead): string[] {
  const asItStands = verbatim(lines)
  const rest = lines.filter((line, at) => asItStands[at] || !isReadable(line) || !takeLine(line, read))
  if (read.supersededBy.length > 0) read.status = 'superseded'
  return rest
}

/** Whether nothing else was said in the line. */
function takeLine(line: string, read: StatusRead) {
  if (/^\s*[-*+]\s+\[ \]/.test(line)) return true
  const text = bare(line)
  if (text === '') return false
  const found = relationIn(text, read)
  const [shape, status] = words.find(([shape]) => shape.test(text.toLowerCase())) ?? []
  if (!shape || !status) return found !== undefined && saysNoMore(found)
  const beside = text.slice(shape.exec(text.toLowerCase())?.[0].length ?? 0)
  if (read.status !== null && !isStatusAlone(beside)) return false
  read.status = status
  const day = readDay(withoutRefs(text))
  if (status === 'superseded') read.endedOn = day ?? read.endedOn
  else read.day = day ?? read.day
  if (status === 'withdrawn' || status === 'reversed') {
    read.because = text
    return true
  }
  return saysNoMore(found ?? beside)
}

/** After the first word a line such as "Accepted risks are …" is about something else. */
const isStatusAlone = (beside: string) => /^(\s*$|\s*[,.:;(!–—-]|\s+(by|on|as of|since|at)\b|\s+\d)/i.test(beside)

const saysNoMore = (beside: string) =>
  withoutRefs(beside)
    .replaceAll(/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/g, '')
    .replaceAll(/\b(by|on|as of|since|at|and|adr|in)\b/gi, '')
    .replaceAll(/[\p{P}\p{S}\s]/gu, '') === ''

/** Takes in a line such as `Amends [5. Help](0005-help.md)`; `local` files named without a word of how are related. */
export function takeRelation(line: string, read: Relations, { local }: { local: boolean }) {
  if (!isReadable(line) || relationIn(bare(line), read) !== undefined || !local) return
  for (const ref of linkTargets(line)) {
    if (ref.file !== null) read.links.push({ kind: 'relates_to', outgoing: true, ref })
  }
}

/** What stands behind the word of a relation, if records are named there. */
function relationIn(text: string, read: Relations): string | undefined {
  for (const [shape, relation] of relations) {
    const word = shape.exec(text.toLowerCase())?.[0]
    if (!word) continue
    // `Superseded: 2019-12-19 by [ADR 14](0014-x.md)`
    const beside = text.slice(word.length).replace(/^:?\s*(?:on\s+)?\d{4}-\d{2}-\d{2},?\s+by\s/i, ' ')
    const refs = refsIn(beside)
    if (refs.length === 0) return undefined
    if (relation === 'supersedes') read.supersedes.push(...refs)
    else if (relation === 'supersededBy') read.supersededBy.push(...refs)
    else read.links.push(...refs.map((ref) => ({ ...relation, ref })))
    return beside
  }
  return undefined
}

/** Without the marks of lists, quotes, ticked boxes, emphasis and pictograms around it. */
const bare = (line: string) =>
  line
    .replace(/^[\s*+>-]+/, '')
    .replace(/^\[x\]\s+/i, '')
    .replaceAll(/[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/^[^\p{L}\p{N}[]+/u, '')
    .replace(/^\[([^[\]]+)\](?!\()/, '$1')
    .trim()
