import { z } from 'zod'
import { type Definition, goods, rhythms, scales } from '../../domain/scorecard/catalogue.ts'
import { decimal, line, requiredChoice, requiredLine } from '../../http/fields.ts'

/** What a metric means, as its forms ask for it. */
export const definitionFields = {
  name: requiredLine('Please name the metric.', 120),
  unit: requiredLine('Please give the unit; “count” where there is none.', 40),
  good: requiredChoice(goods, 'Please say which way is good.'),
  rhythm: requiredChoice(rhythms, 'Please say how often it is entered.'),
  formula: requiredLine('Please say how it is computed, in one line.', 500),
  numerator: line(80),
  denominator: line(80),
  factor: decimal(),
  scale: requiredChoice(scales, 'Please choose the scale.'),
  least: decimal(),
  most: decimal(),
  source: line(200),
}
const fields = z.object(definitionFields)
type Fields = z.output<typeof fields>

type Issues = Pick<z.core.$RefinementCtx, 'addIssue'>

/** What the fields say against each other. */
export function checkDefinition({ numerator, denominator, factor, least, most }: Fields, { addIssue }: Issues) {
  const refuse = (field: keyof Fields, message: string) => addIssue({ code: 'custom', path: [field], message })
  if (numerator && !denominator) refuse('denominator', 'Please name what it is divided by, or leave both counts empty.')
  if (denominator && !numerator) refuse('numerator', 'Please name what is divided, or leave both counts empty.')
  if (factor !== null && factor <= 0) refuse('factor', 'The factor has to be above 0.')
  if (least !== null && most !== null && least >= most) refuse('most', 'This has to be above the lowest it can be.')
}

export const definitionIn = ({ numerator, denominator, factor, ...rest }: Fields): Definition => ({
  name: rest.name,
  unit: rest.unit,
  good: rest.good,
  rhythm: rest.rhythm,
  formula: rest.formula,
  ratio: numerator && denominator ? { numerator, denominator, factor: factor ?? 1 } : null,
  scale: rest.scale,
  least: rest.least,
  most: rest.most,
  source: rest.source,
})
