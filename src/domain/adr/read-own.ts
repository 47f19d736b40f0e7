import type { DecisionDocument } from '../decisions/document.ts'
import { blankDocument } from './blank.ts'
import type { FrontMatter } from './front-matter.ts'
import { ownFields } from './own.ts'
import { argumentsIn, textsIn } from './own-texts.ts'
import type { Reason } from './read.ts'

const longestNote = 20_000
const longestNotDoing = 500

/** A record of our own export; the line of what does not fit counts from the top of the file. */
export function readOwn({
  fields,
  body,
  lines,
  lineOf,
}: FrontMatter): DecisionDocument | { reason: Reason; line: number } {
  const own = ownFields.safeParse(fields.fulcrum)
  if (!own.success) return { reason: 'fields_invalid', line: lineOf(['fulcrum', ...pathOf(own.error)]) }
  const title = /^# (.*)$/m.exec(body)?.[1]
  if (!title) return { reason: 'no_title', line: lines + 1 }

  const texts = textsIn(body)
  const text = (name: string) => texts.get(name) ?? ''
  const notes = own.data.notes.map((note, at) => ({ ...note, text: text(`note ${at}`) }))
  const notDoing = argumentsIn(text('notDoing'), '')
  if (notes.some(({ text }) => text === '' || text.length > longestNote)) {
    return { reason: 'fields_invalid', line: lineOf(['fulcrum', 'notes']) }
  }
  if (notDoing.some((one) => one === '' || one.length > longestNotDoing)) {
    return { reason: 'fields_invalid', line: lines + 1 }
  }
  return {
    ...blankDocument(title),
    ...own.data,
    outcome: text('outcome'),
    constraintNote: text('constraintNote'),
    smallestBet: text('smallestBet'),
    notDoing,
    rationale: text('rationale'),
    business: text('business'),
    expected: text('expected'),
    options: own.data.options.map((option, at) => ({
      ...option,
      description: text(`option ${at} description`),
      good: argumentsIn(text(`option ${at} arguments`), 'Good, because '),
      neutral: argumentsIn(text(`option ${at} arguments`), 'Neutral, because '),
      bad: argumentsIn(text(`option ${at} arguments`), 'Bad, because '),
    })),
    ending: own.data.ending && { ...own.data.ending, because: text('ending') },
    notes,
    reviews: own.data.reviews.map((review, at) => ({ ...review, learned: text(`review ${at}`) })),
    amendments: own.data.amendments.map((amendment, at) => ({
      ...amendment,
      before: text(`amendment ${at} before`),
      after: text(`amendment ${at} after`),
      because: text(`amendment ${at} because`),
    })),
  }
}

const pathOf = ({ issues }: { issues: { path: PropertyKey[] }[] }) =>
  (issues[0]?.path ?? []).filter((key) => typeof key !== 'symbol')
