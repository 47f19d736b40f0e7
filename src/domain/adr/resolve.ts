import type { LinkKind } from '../decisions/catalogue.ts'
import type { ReadRecord } from './read.ts'
import type { Ref } from './status.ts'

/** What records of one collection say of each other, as positions in the list given. */
export type Resolved = {
  links: { from: number; to: number; kind: LinkKind }[]
  /** `by` replaces `old`, whichever of the two said so. */
  successions: { old: number; by: number }[]
}

/** What is referred to by file name is found first, by number otherwise; what is not in the collection is left out. */
export function resolveRecords(records: readonly ReadRecord[]): Resolved {
  const byFile = new Map(records.map(({ file }, at) => [file.toLowerCase(), at]))
  const byNumber = new Map(records.map(({ adrNumber }, at) => [adrNumber, at]))
  const find = ({ file, number }: Ref) =>
    (file === null ? undefined : byFile.get(file.toLowerCase())) ?? (number === null ? undefined : byNumber.get(number))
  const resolved: Resolved = { links: [], successions: [] }
  const successions = new Set<string>()
  const succeed = (old: number | undefined, by: number | undefined) => {
    if (old === undefined || by === undefined || old === by || successions.has(`${old} ${by}`)) return
    successions.add(`${old} ${by}`)
    resolved.successions.push({ old, by })
  }
  for (const [at, { supersedes, supersededBy, links }] of records.entries()) {
    for (const ref of supersedes) succeed(find(ref), at)
    for (const ref of supersededBy) succeed(at, find(ref))
    for (const { ref, kind, outgoing } of links) {
      const other = find(ref)
      if (other === undefined || other === at) continue
      const link = outgoing ? { from: at, to: other, kind } : { from: other, to: at, kind }
      if (!resolved.links.some(({ from, to, kind }) => from === link.from && to === link.to && kind === link.kind)) {
        resolved.links.push(link)
      }
    }
  }
  return resolved
}
