import type { DecisionDocument } from '../decisions/document.ts'
import { blankDocument } from './blank.ts'
import { readForeign } from './foreign.ts'
import { splitFrontMatter } from './front-matter.ts'
import { argumentsIn, ownFields, ownTexts, textsIn } from './own.ts'
import type { Ref, StatusRead } from './status.ts'

export type ReadRecord = {
  file: string
  /** Its number among the records of its collection, by its file name or heading. */
  adrNumber: number | null
  document: DecisionDocument
  /** What it says of others, by number or file, still to be found among them. Empty in records of our own export. */
  supersedes: Ref[]
  supersededBy: Ref[]
  links: StatusRead['links']
}

export type Reason =
  | 'not_a_record'
  | 'no_title'
  | 'title_too_long'
  | 'front_matter_invalid'
  | 'fields_invalid'
  | 'too_large'
  | 'not_text'

export type Read = { ok: true; record: ReadRecord } | { ok: false; file: string; reason: Reason; line: number }

const largest = 1_000_000
/** A zero byte, and what stands for bytes that are not UTF-8. */
const notText = '\0\ufffd'

/**
 * Reads one architecture decision record: Nygard (adr-tools), MADR 2 to 4, log4brains, date-named files, and our own
 * export. Never throws; what cannot be understood comes back with the reason and the line (from 1).
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
  const { fields, body, lines } = split
  const read = fields.fulcrum === undefined ? readForeign(file, fields, body) : readOwn(fields.fulcrum, body)
  if ('reason' in read) return failed(read.reason, read.line + lines)
  if (read.document.title.length > 300) return failed('title_too_long', lines + 1)
  return { ok: true, record: { file, ...read } }
}

type Found = Omit<ReadRecord, 'file'> | { reason: Reason; line: number }

function readOwn(fulcrum: unknown, body: string): Found {
  const fields = ownFields.safeParse(fulcrum)
  if (!fields.success) return { reason: 'fields_invalid', line: 1 }
  const title = /^# (.*)$/m.exec(body)?.[1]
  if (!title) return { reason: 'no_title', line: 1 }
  const texts = textsIn(body)
  const document: DecisionDocument = {
    ...blankDocument(title),
    ...fields.data,
    ...Object.fromEntries(ownTexts.map((field) => [field, texts.get(field) ?? ''])),
    notDoing: argumentsIn(texts.get('notDoing') ?? '', ''),
    options: fields.data.options.map((option, at) => {
      const reasons = texts.get(`option ${at} arguments`) ?? ''
      return {
        title: option.title,
        description: texts.get(`option ${at} description`) ?? '',
        chosen: option.chosen,
        good: argumentsIn(reasons, 'Good, because '),
        neutral: argumentsIn(reasons, 'Neutral, because '),
        bad: argumentsIn(reasons, 'Bad, because '),
        scores: option.scores,
      }
    }),
  }
  return { adrNumber: document.number, document, supersedes: [], supersededBy: [], links: [] }
}
