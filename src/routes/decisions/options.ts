import { z } from 'zod'
import type { OptionsContent } from '../../../db/decisions/content.ts'
import type { Errors } from '../../http/form.ts'

/** The grid as posted: `option-0`, `good-0`, `criterion-1`, `weight-1`, `score-0-1`, `chosen`. */
export const typedOptions = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const optionSlots = 5
const criterionSlots = 8

/** Empty columns and rows are left out; what is left keeps its order. */
export function optionsOf(typed: z.output<typeof typedOptions>): OptionsContent | { errors: Errors } {
  const of = (name: string) => [typed[name] ?? ''].flat()[0]?.trim() ?? ''
  const errors: Errors = {}
  const criteria = slots(criterionSlots).flatMap((slot) => {
    const name = of(`criterion-${slot}`).slice(0, 200)
    if (!name) return []
    const weight = Number(of(`weight-${slot}`) || '0')
    if (!Number.isInteger(weight) || weight < 1 || weight > 100) {
      errors[`weight-${slot}`] = `Please give “${name}” a weight from 1 to 100.`
    }
    return [{ slot, name, weight }]
  })
  const options = slots(optionSlots).flatMap((slot) => {
    const title = of(`option-${slot}`)
    if (!title) return []
    if (title.length > 300) errors[`option-${slot}`] = 'Please keep the name of an option under 300 characters.'
    const scores = criteria.map((criterion) => {
      const score = of(`score-${slot}-${criterion.slot}`)
      if (score && !/^[1-5]$/.test(score)) errors[`score-${slot}-${criterion.slot}`] = 'Scores go from 1 to 5.'
      return score ? Number(score) : null
    })
    return [
      {
        title,
        description: of(`description-${slot}`),
        chosen: of('chosen') === String(slot),
        good: linesOf(of(`good-${slot}`)),
        neutral: linesOf(of(`neutral-${slot}`)),
        bad: linesOf(of(`bad-${slot}`)),
        scores,
      },
    ]
  })
  if (criteria.length > 0 && options.length === 0)
    errors['option-0'] = 'Please name the options that the criteria compare.'
  if (Object.keys(errors).length > 0) return { errors }
  return { options, criteria: criteria.map(({ name, weight }) => ({ name, weight })) }
}

const slots = (count: number) => Array.from({ length: count }, (_, slot) => slot)

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
