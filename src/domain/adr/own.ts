import { stringify } from 'yaml'
import { z } from 'zod'
import {
  constraints,
  directions,
  doors,
  endings,
  forums,
  linkKinds,
  reversalCauses,
  sides,
  statuses,
  verdicts,
} from '../decisions/catalogue.ts'
import type { DecisionDocument } from '../decisions/document.ts'
import { blankDocument } from './blank.ts'

/**
 * The format of our own export: a MADR 4 record that other tools read, from which we read back exactly what was written.
 * Structured fields stand in the front matter under `fulcrum`, texts in the body between two comments that name them.
 */

const name = z.string().nullable()

/** What the front matter holds; a hand-edited one that does not fit is refused rather than half believed. */
export const ownFields = z.object({
  number: z.number().int().positive().nullable().default(null),
  type: z.string().nullable().default(null),
  status: z.enum(statuses),
  raisedBy: name.default(null),
  raisedAt: name.default(null),
  decider: name.default(null),
  decidedAt: name.default(null),
  forum: z.enum(forums).nullable().default(null),
  consulted: z.array(z.string()).default([]),
  informed: z.array(z.string()).default([]),
  constraints: z.array(z.enum(constraints)).default([]),
  options: z
    .array(
      z.object({
        title: z.string(),
        chosen: z.boolean().default(false),
        scores: z.array(z.number().nullable()).default([]),
      }),
    )
    .default([]),
  criteria: z.array(z.object({ name: z.string(), weight: z.number() })).default([]),
  side: z.enum(sides).nullable().default(null),
  door: z.enum(doors).nullable().default(null),
  confidence: z.number().nullable().default(null),
  expectedMetric: z.string().default(''),
  expectedValue: z.number().nullable().default(null),
  expectedOn: name.default(null),
  tripwireMetric: z.string().default(''),
  tripwireDirection: z.enum(directions).nullable().default(null),
  tripwireValue: z.number().nullable().default(null),
  revisitOn: name.default(null),
  spend: z.number().nullable().default(null),
  crossTeam: z.boolean().default(false),
  securityException: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  links: z.array(z.object({ kind: z.enum(linkKinds), to: z.number() })).default([]),
  restrictedTo: z.array(z.string()).nullable().default(null),
  processScore: z.number().nullable().default(null),
  ending: z
    .object({
      kind: z.enum(endings),
      by: name,
      at: name,
      because: z.string(),
      replacement: z.number().nullable(),
      cause: z.enum(reversalCauses).nullable(),
    })
    .nullable()
    .default(null),
  amendments: z
    .array(
      z.object({
        field: z.string(),
        before: z.string(),
        after: z.string(),
        because: z.string(),
        by: name,
        at: z.string(),
      }),
    )
    .default([]),
  notes: z.array(z.object({ text: z.string(), by: name, at: z.string() })).default([]),
  reviews: z
    .array(
      z.object({
        came: z.enum(verdicts),
        learned: z.string(),
        wellMade: z.boolean().nullable(),
        dueOn: name,
        by: name,
        at: z.string(),
      }),
    )
    .default([]),
})

type OwnFields = z.output<typeof ownFields>

/** Only what says something: an absent field reads back as its default. */
export function ownFrontMatter(document: DecisionDocument): Partial<OwnFields> {
  const blank = blankDocument('')
  const told = (Object.keys(ownFields.shape) as (keyof OwnFields)[]).filter(
    (field) => field === 'status' || JSON.stringify(document[field]) !== JSON.stringify(blank[field]),
  )
  return Object.fromEntries(
    told.map((field) => [
      field,
      field === 'options'
        ? document.options.map(({ title, chosen, scores }) => ({ title, chosen, scores }))
        : document[field],
    ]),
  )
}

export const yamlOf = (fields: object) => stringify(fields, { lineWidth: 0 })

/** Texts of the body, each under the name that its two comments carry. */
export const ownTexts = ['outcome', 'constraintNote', 'smallestBet', 'rationale', 'business', 'expected'] as const

/** A line of the text that looks like one of our comments gets a backslash, which reading takes off again. */
export const enclosed = (field: string, text: string) =>
  `<!-- fulcrum: ${field} -->\n${text.replaceAll(/^<!-- (\\*)fulcrum: /gm, '<!-- \\$1fulcrum: ')}\n<!-- fulcrum: end -->`

export function textsIn(body: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [, field = '', text = ''] of body.matchAll(
    /^<!-- fulcrum: ([a-zA-Z0-9 ]+) -->\n([\s\S]*?)\n<!-- fulcrum: end -->$/gm,
  )) {
    texts.set(field, text.replaceAll(/^<!-- \\(\\*)fulcrum: /gm, '<!-- $1fulcrum: '))
  }
  return texts
}

/** Arguments as MADR's bullets; the lines after an argument's first are set in. */
export const argumentLines = (sense: string, texts: readonly string[]) =>
  texts.map((text) => `* ${sense}${text.replaceAll('\n', '\n  ')}`).join('\n')

export function argumentsIn(text: string, sense: string): string[] {
  const found: string[] = []
  let own = false
  for (const line of text === '' ? [] : text.split('\n')) {
    if (line.startsWith('* ')) {
      own = line.startsWith(`* ${sense}`)
      if (own) found.push(line.slice(2 + sense.length))
    } else if (own) found.push(`${found.pop()}\n${line.slice(2)}`)
  }
  return found
}
