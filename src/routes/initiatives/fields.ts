import { z } from 'zod'
import type { InitiativeContent } from '../../../db/roadmap/initiatives.ts'
import type { InitiativeOffers } from '../../../db/roadmap/offers.ts'
import { quarterKey, quarterName, quarterOf } from '../../domain/time/quarter.ts'
import { date, decimal, integer, line, prose, reference, requiredLine } from '../../http/fields.ts'
import type { Errors } from '../../http/form.ts'

const least = (wrong: string) =>
  decimal(wrong).refine((value) => value === null || (value >= 0 && value <= 1_000_000), wrong)

/** `2026Q4` */
export const quarter = line(10)
  .transform((text) => text.replaceAll(' ', '').toUpperCase() || null)
  .pipe(
    z
      .string()
      .regex(/^\d{4}Q[1-4]$/, 'Please give a quarter such as 2026 Q4.')
      .nullable(),
  )

export const initiativeFields = z.object({
  title: requiredLine('Please say in one line what you bet on.', 200),
  theme: reference,
  bucket: requiredLine('Please choose what part of the capacity it takes.', 40),
  hypothesis: prose(5000),
  primaryMetric: reference,
  guardrailMetric: reference,
  leastEffect: least('Please give a number of 0 or more, such as 1.5.'),
  owner: reference,
  team: reference,
  productLine: line(120),
  effort: least('Please give the person-weeks, such as 8 or 2.5.'),
  quarter,
  reviewOn: date,
})

export const seenVersion = integer(1, Number.MAX_SAFE_INTEGER)

/** What only shows against the records there are; `before` may keep what is offered to nobody else any more. */
export function mistakesIn(content: InitiativeContent, offers: InitiativeOffers, before?: InitiativeContent): Errors {
  const mistakes: Errors = {}
  const isOffered = (list: readonly { id: number }[], id: number | null) =>
    id === null || list.some((one) => one.id === id)
  const lists = {
    ...{ theme: offers.themes, owner: offers.people, team: offers.teams },
    ...{ primaryMetric: offers.metrics, guardrailMetric: offers.metrics },
  }
  for (const field of Object.keys(lists) as (keyof typeof lists)[]) {
    const isKept = before !== undefined && content[field] === before[field]
    if (!isKept && !isOffered(lists[field], content[field])) mistakes[field] = notInList
  }
  const isKnown = offers.buckets.some(({ key }) => key === content.bucket) || content.bucket === before?.bucket
  if (!isKnown) mistakes.bucket = notInList
  if (content.primaryMetric !== null && content.primaryMetric === content.guardrailMetric) {
    mistakes.guardrailMetric = 'Please choose another metric: the one it is to move cannot guard against itself.'
  }
  return mistakes
}

export const notInList = 'Please choose one of the list.'

/** A year back and two ahead; and what stands there now. */
export function quartersAround(today: string, now?: string | null) {
  const { year, quarter } = quarterOf(today)
  const around = Array.from({ length: 13 }, (_, at) => {
    const index = year * 4 + (quarter - 1) + at - 4
    return { year: Math.floor(index / 4), quarter: (index % 4) + 1 }
  })
  const choices = around.map((of) => ({ value: quarterKey(of), label: quarterName(of) }))
  if (!now || choices.some(({ value }) => value === now)) return choices
  return [...choices, { value: now, label: `${now.slice(0, 4)} ${now.slice(4)}` }]
}
