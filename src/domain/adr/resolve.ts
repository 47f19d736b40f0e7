import type { LinkKind } from '../decisions/catalogue.ts'
import type { ReadRecord } from './read.ts'
import type { Ref } from './refs.ts'

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
  const links = new Map<string, Resolved['links'][number]>()
  const successions = new Map<string, Resolved['successions'][number]>()
  const succeed = (old: number | undefined, by: number | undefined) => {
    if (old === undefined || by === undefined || old === by) return
    successions.set(`${old} ${by}`, { old, by })
  }
  for (const [at, record] of records.entries()) {
    for (const ref of record.supersedes) succeed(find(ref), at)
    for (const ref of record.supersededBy) succeed(at, find(ref))
    for (const { ref, kind, outgoing } of record.links) {
      const other = find(ref)
      if (other === undefined || other === at) continue
      const link = outgoing ? { from: at, to: other, kind } : { from: other, to: at, kind }
      links.set(`${link.from} ${link.to} ${kind}`, link)
    }
  }
  return { links: [...links.values()], successions: [...successions.values()] }
}
