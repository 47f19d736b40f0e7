import type { DecisionDocument } from '../decisions/document.ts'
import { readForeign } from './foreign.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readOwn } from './read-own.ts'
import type { Relations } from './status.ts'

/** What it says of others, by number or file, is still to be found among them; nothing in our own export. */
export type ReadRecord = {
  file: string
  /** Its number among the records of its collection, by its file name or heading. */
  adrNumber: number | null
  document: DecisionDocument
} & Relations

export type Reason =
  | 'not_a_record'
  | 'no_title'
  | 'title_too_long'
  | 'front_matter_invalid'
  | 'fields_invalid'
  | 'too_large'
  | 'not_text'
  | 'same_name'

export type Read = { ok: true; record: ReadRecord } | { ok: false; file: string; reason: Reason; line: number }

const largest = 1_000_000
const longestTitle = 300
/** A zero byte, and what stands for bytes that are not UTF-8. */
const notText = '\0\ufffd'

/**
 * Reads one architecture decision record: Nygard (adr-tools), MADR 2 to 4, log4brains, date-named files, and our own
 * export. Never throws; what cannot be understood comes back with the reason and the line (from 1). Every word of the
 * body is kept: as a field, or in the rationale and the options.
 */
export function readRecord({ name, text: given }: { name: string; text: string }): Read {
  const file = name.split(/[/\\]/).at(-1) ?? name
  const failed = (reason: Reason, line = 1): Read => ({ ok: false, file, reason, line })
  if (given.length > largest) return failed('too_large')
  const text = given.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const strange = [...notText].map((sign) => text.indexOf(sign)).find((at) => at >= 0) ?? -1
  if (strange >= 0) return failed('not_text', text.slice(0, strange).split('\n').length)
  const split = splitFrontMatter(text)
  if ('mistakeAt' in split) return failed('front_matter_invalid', split.mistakeAt)
  if (split.fields.fulcrum !== undefined) {
    const own = readOwn(split)
    if ('reason' in own) return failed(own.reason, own.line)
    if (own.title.length > longestTitle) return failed('title_too_long', split.lines + 1)
    const said = { supersedes: [], supersededBy: [], links: [] }
    return { ok: true, record: { file, adrNumber: own.number, document: own, ...said } }
  }
  const read = readForeign(file, split.fields, split.body)
  if ('reason' in read) return failed(read.reason, read.line + split.lines)
  if (read.document.title.length > longestTitle) return failed('title_too_long', split.lines + 1)
  return { ok: true, record: { file, ...read } }
}
