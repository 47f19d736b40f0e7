import type { LinkKind, Status } from '../decisions/catalogue.ts'

/** How one record points at another: by number, by file name, or only by what was written. */
export type Ref = { number: number | null; file: string | null }

export type StatusRead = {
  status: Status | null
  /** What was said beside the word, `rejected` or a reason. */
  because: string
  supersedes: Ref[]
  supersededBy: Ref[]
  /** `outgoing` false: the other record is the one that refines this. */
  links: { kind: LinkKind; ref: Ref; outgoing: boolean }[]
}

const words: [RegExp, Status][] = [
  [/^(superseded|superceded|replaced|obsoleted by)/, 'superseded'],
  [/^(accept|approv|adopt|implement|decided|done|active|final|valid|in force)/, 'decided'],
  [/^(reject|declin|withdrawn|abandon|not accepted|cancel)/, 'withdrawn'],
  [/^(deprecat|obsolete|retired|reversed|discontinued)/, 'reversed'],
  [/^(propos|draft|pending|in review|review|open|on hold|rfc|under|wip|todo|unknown)/, 'proposed'],
]

const relations: [RegExp, 'supersedes' | 'supersededBy' | { kind: LinkKind; outgoing: boolean }][] = [
  [/^(superseded|superceded|replaced) by/, 'supersededBy'],
  [/^(supersedes|supercedes|replaces)/, 'supersedes'],
  [/^(amended|clarified|refined|extended|updated) by/, { kind: 'refines', outgoing: false }],
  [/^(amends|clarifies|refines|extends|updates)/, { kind: 'refines', outgoing: true }],
  [/^(depends on|requires|based on)/, { kind: 'depends_on', outgoing: true }],
  [/^conflicts with/, { kind: 'conflicts_with', outgoing: true }],
  [/^(relates to|related to|related|linked to|see also|see)\b/, { kind: 'relates_to', outgoing: true }],
]

/** Reads the lines of a status: a word, and what it says of other records. The last status word wins. */
export function readStatus(lines: readonly string[]): StatusRead {
  const read: StatusRead = { status: null, because: '', supersedes: [], supersededBy: [], links: [] }
  for (const line of lines) {
    const text = line
      .replace(/^[\s*+>-]+/, '')
      .replace(/[*_`]/g, '')
      .replace(/^\[([^\]]+)\](?!\()/, '$1')
      .trim()
    if (text === '') continue
    const lower = text.toLowerCase()
    readRelation(lower, line, read)
    const status = words.find(([shape]) => shape.test(lower))?.[1]
    if (!status) continue
    read.status = status
    if (status === 'withdrawn' || status === 'reversed') read.because = text
  }
  return read
}

export function readRelation(
  lower: string,
  line: string,
  read: Pick<StatusRead, 'supersedes' | 'supersededBy' | 'links'>,
) {
  const relation = relations.find(([shape]) => shape.test(lower))?.[1]
  if (!relation) return
  for (const ref of refsIn(line)) {
    if (relation === 'supersedes') read.supersedes.push(ref)
    else if (relation === 'supersededBy') read.supersededBy.push(ref)
    else read.links.push({ ...relation, ref })
  }
}

/** Markdown links to other files; else numbers such as ADR-0005 or D-5. */
function refsIn(line: string): Ref[] {
  const links = [...line.matchAll(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)]
  if (links.length > 0) {
    return links.map(([, text = '', target = '']) => {
      const file = target.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
      return { number: numberIn(file) ?? numberIn(text), file: file.endsWith('.md') ? file : null }
    })
  }
  return [...line.matchAll(/(?:ADR|D)[-\s#]*0*(\d{1,6})\b|(?:^|\s)0*(\d{1,5})(?=[.\s,)]|$)/gi)].map(
    ([, named, bare]) => ({
      number: Number(named ?? bare),
      file: null,
    }),
  )
}

function numberIn(text: string) {
  const digits = /^(?:adr[-\s]*)?0*(\d{1,6})(?!\d)/i.exec(text)?.[1]
  return digits ? Number(digits) : null
}
