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
import { readDay } from './dates.ts'

/** What the front matter of our own export holds under `fulcrum`; a hand-edited one that does not fit is refused. */

const person = z.string().min(1).max(200)
const name = person.nullable()
const day = z.string().refine((text) => text.length === 10 && readDay(text) === text)
const moment = z.iso.datetime({ precision: 3 }).refine((text) => readDay(text) === text.slice(0, 10))
const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\n]+$/)
const once = <Of>(values: readonly Of[]) => new Set(values).size === values.length
const within = (least: number, most: number) => z.number().int().min(least).max(most)

export const ownFields = z
  .object({
    number: z.number().int().positive().nullable().default(null),
    type: z.string().nullable().default(null),
    status: z.enum(statuses),
    raisedBy: name.default(null),
    raisedAt: moment.nullable().default(null),
    decider: name.default(null),
    decidedAt: moment.nullable().default(null),
    forum: z.enum(forums).nullable().default(null),
    consulted: z.array(person).default([]),
    informed: z.array(person).default([]),
    constraints: z.array(z.enum(constraints)).refine(once).default([]),
    options: z
      .array(
        z.object({
          title: line(300),
          chosen: z.boolean().default(false),
          scores: z.array(within(1, 5).nullable()).default([]),
        }),
      )
      .default([]),
    criteria: z.array(z.object({ name: line(200), weight: within(1, 100) })).default([]),
    side: z.enum(sides).nullable().default(null),
    door: z.enum(doors).nullable().default(null),
    confidence: within(0, 100).nullable().default(null),
    expectedMetric: z.string().default(''),
    expectedValue: z.number().nullable().default(null),
    expectedOn: day.nullable().default(null),
    tripwireMetric: z.string().default(''),
    tripwireDirection: z.enum(directions).nullable().default(null),
    tripwireValue: z.number().nullable().default(null),
    revisitOn: day.nullable().default(null),
    spend: z.number().int().nonnegative().nullable().default(null),
    crossTeam: z.boolean().default(false),
    securityException: z.boolean().default(false),
    tags: z.array(line(40)).default([]),
    links: z.array(z.object({ kind: z.enum(linkKinds), to: z.number().int() })).default([]),
    restrictedTo: z.array(person).nullable().default(null),
    processScore: within(0, 7).nullable().default(null),
    ending: z
      .object({
        kind: z.enum(endings),
        by: name,
        at: moment.nullable(),
        replacement: z.number().int().nullable(),
        cause: z.enum(reversalCauses).nullable(),
      })
      .nullable()
      .default(null),
    amendments: z.array(z.object({ field: z.string(), by: name, at: moment })).default([]),
    notes: z.array(z.object({ by: name, at: moment })).default([]),
    reviews: z
      .array(
        z.object({
          came: z.enum(verdicts),
          wellMade: z.boolean().nullable(),
          dueOn: day.nullable(),
          by: name,
          at: moment,
        }),
      )
      .default([]),
  })
  .refine(({ status, decidedAt }) => status !== 'proposed' || decidedAt === null, { path: ['decidedAt'] })

type OwnFields = z.output<typeof ownFields>

/** Only what says something: an absent field reads back as its default. Texts stand in the body. */
export function ownFrontMatter(document: DecisionDocument): Partial<OwnFields> {
  const blank = blankDocument('')
  const { options, ending, amendments, notes, reviews } = document
  const structured: OwnFields = {
    ...document,
    options: options.map(({ title, chosen, scores }) => ({ title, chosen, scores })),
    ending: ending && endingOf(ending),
    amendments: amendments.map(({ field, by, at }) => ({ field, by, at })),
    notes: notes.map(({ by, at }) => ({ by, at })),
    reviews: reviews.map(({ learned: _learned, ...review }) => review),
  }
  const told = (Object.keys(ownFields.shape) as (keyof OwnFields)[]).filter(
    (field) => field === 'status' || JSON.stringify(document[field]) !== JSON.stringify(blank[field]),
  )
  return Object.fromEntries(told.map((field) => [field, structured[field]]))
}

const endingOf = ({ because: _because, ...ending }: NonNullable<DecisionDocument['ending']>) => ending
