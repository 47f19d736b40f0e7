import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type Read, type ReadRecord, readRecord } from '../../src/domain/adr/read.ts'
import { resolveRecords } from '../../src/domain/adr/resolve.ts'
import { writeRecord } from '../../src/domain/adr/write.ts'
import { db } from '../client.ts'
import { decisionLinks } from '../schema/decision-parts.ts'
import { decisionSources, decisions } from '../schema/decisions.ts'
import { type By, type Transaction, write } from '../write.ts'
import { documentOf } from './document.ts'
import { type Context, insertDocument, setEnding } from './restore.ts'

export type ImportFile = { name: string; text: string }

/** What became of one file. */
export type Imported =
  | { file: string; outcome: 'added' | 'unchanged' | 'differs'; number: number; title: string }
  | Extract<Read, { ok: false }>

/** Records go in by so many at a time: others get a turn in between, and the reader sees how far it is. */
const atOnce = 50

/**
 * Imports decision records of one collection. A file imported before changes nothing, also when it reads differently
 * now: then it is reported. One that cannot be understood is reported, and the others still go in.
 */
export async function importRecords(
  by: By,
  { collection, type, files }: { collection: string; type: number | null; files: ImportFile[] },
  onProgress: (done: number) => void = () => {},
): Promise<Imported[]> {
  const read = files.map((file, at) => ({ file, read: isRepeated(files, at) ? repeated(file) : readRecord(file) }))
  const understood = read.flatMap(({ file, read }) => (read.ok ? [{ file, record: read.record }] : []))
  const results: Imported[] = read.flatMap(({ read }) => (read.ok ? [] : [read]))
  const numbers: number[] = []
  for (let at = 0; at < understood.length; at += atOnce) {
    const part = understood.slice(at, at + atOnce)
    const added = await addAll(by, part, { collection, type })
    numbers.push(...added.map(({ number }) => number))
    results.push(...added)
    onProgress(numbers.length + results.filter((result) => 'reason' in result).length)
  }
  await connectAll(
    by,
    understood.map(({ record }) => record),
    numbers,
  )
  return results
}

/** Files are told apart by their names: of two alike the first goes in. */
const isRepeated = (files: ImportFile[], at: number) =>
  files.findIndex(({ name }) => baseOf(name) === baseOf(files[at]?.name ?? '')) < at
const baseOf = (name: string) => name.split(/[/\\]/).at(-1)?.toLowerCase()
const repeated = ({ name }: ImportFile): Read => ({ ok: false, file: name, reason: 'same_name', line: 1 })

type Understood = { file: ImportFile; record: ReadRecord }
type Kept = Extract<Imported, { outcome: string }>

async function addAll(
  by: By,
  part: Understood[],
  { collection, type }: { collection: string; type: number | null },
): Promise<Kept[]> {
  const known = await Promise.all(part.map((one) => alreadyThere(one, collection)))
  if (known.every((one) => one !== undefined)) return known
  return write(by, async (tx, note) => {
    const context: Context = { tx, note, by, people: new Map(), types: new Map() }
    const results: Kept[] = []
    for (const [at, { file, record }] of part.entries()) {
      const { document } = record
      const found = known[at]
      if (found) {
        results.push(found)
        continue
      }
      const number = await insertDocument(context, document, type)
      await tx
        .insert(decisionSources)
        .values({ decision: number, collection, file: record.file, fingerprint: fingerprint(file.text) })
      await note({
        kind: 'decision.imported',
        record: 'decision',
        recordId: number,
        after: { title: document.title, status: document.status, collection, file: record.file },
      })
      results.push({ file: record.file, outcome: 'added', number, title: document.title })
    }
    return results
  })
}

/** Imported before, or our own export of a decision that is here. */
async function alreadyThere({ file, record }: Understood, collection: string): Promise<Kept | undefined> {
  const { title, number } = record.document
  const source = await db
    .select()
    .from(decisionSources)
    .where(sql`${decisionSources.collection} = ${collection} and ${decisionSources.file} = ${record.file}`)
    .get()
  if (source) {
    const same = source.fingerprint === fingerprint(file.text)
    return { file: record.file, outcome: same ? 'unchanged' : 'differs', number: source.decision, title }
  }
  const own = number === null ? undefined : await documentOf(number)
  if (!own || number === null || own.title !== title) return undefined
  return { file: record.file, outcome: writeRecord(own).text === file.text ? 'unchanged' : 'differs', number, title }
}

/** What the records say of each other, once all of them have their numbers. */
async function connectAll(by: By, records: ReadRecord[], numbers: number[]) {
  const { links, successions } = resolveRecords(records)
  const own = new Map(records.map(({ document }, at) => [document.number, numbers[at]]))
  const numberAt = (at: number) => numbers[at] ?? 0
  const wantedLinks = [
    ...links.map(({ from, to, kind }) => ({ decision: numberAt(from), to: numberAt(to), kind })),
    ...records.flatMap(({ document }, at) =>
      document.links.flatMap(({ kind, to }) => {
        const target = own.get(to)
        return target === undefined ? [] : [{ decision: numberAt(at), to: target, kind }]
      }),
    ),
  ]
  const wantedSuccessions = [
    ...successions.map(({ old, by: newer }) => ({ old: numberAt(old), replacement: numberAt(newer) })),
    ...records.flatMap(({ document }, at) => {
      const target = document.ending?.replacement ? own.get(document.ending.replacement) : undefined
      return target === undefined ? [] : [{ old: numberAt(at), replacement: target }]
    }),
  ]
  if (wantedLinks.length + wantedSuccessions.length === 0) return
  const missing = await notYetThere(wantedLinks, wantedSuccessions)
  if (missing.links.length + missing.successions.length === 0) return
  await write(by, async (tx, note) => {
    for (const link of missing.links) {
      await tx.insert(decisionLinks).values(link)
      await note({ kind: 'decision.linked', record: 'decision', recordId: link.decision, after: { links: [link] } })
    }
    for (const { old, replacement } of missing.successions) {
      await succeed(tx, old, replacement)
      await note({ kind: 'decision.superseded', record: 'decision', recordId: old, after: { ending: { replacement } } })
    }
  })
}

type Wanted = {
  links: (typeof decisionLinks.$inferInsert)[]
  successions: { old: number; replacement: number }[]
}

async function notYetThere(links: Wanted['links'], successions: Wanted['successions']): Promise<Wanted> {
  const missing: Wanted = { links: [], successions: [] }
  for (const link of links) {
    const document = await documentOf(link.decision)
    if (!document?.links.some(({ kind, to }) => kind === link.kind && to === link.to)) missing.links.push(link)
  }
  for (const succession of successions) {
    const document = await documentOf(succession.old)
    if (document && !document.ending?.replacement) missing.successions.push(succession)
  }
  return missing
}

async function succeed(tx: Transaction, old: number, replacement: number) {
  await setEnding(tx, old, { kind: 'superseded', replacement })
  await tx.update(decisions).set({ status: 'superseded' }).where(eq(decisions.number, old))
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')
