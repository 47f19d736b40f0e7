import { z } from 'zod'
import type { Content } from '../../../db/decisions/content.ts'
import { peopleWithRole } from '../../../db/people.ts'
import { decisionTypes } from '../../../db/rights.ts'
import { constraints, directions, doors, sides } from '../../domain/decisions/catalogue.ts'
import { whoDecides } from '../../domain/rights/rights.ts'
import {
  choice,
  choices,
  date,
  decimal,
  integer,
  line,
  lines,
  prose,
  reference,
  references,
  requiredLine,
  tick,
} from '../../http/fields.ts'

const tags = line(400).transform((text) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
])

const fields = {
  title: requiredLine('Please say in one line what it is about.', 300),
  type: reference,
  decider: reference,
  side: choice(sides),
  crossTeam: tick,
  securityException: tick,
  spend: integer(0, 1_000_000_000_000, 'Please give the spend as a whole number.'),
  outcome: prose(),
  constraints: choices(constraints),
  constraintNote: prose(),
  smallestBet: prose(),
  notDoing: lines(),
  rationale: prose(200_000),
  business: line(500),
  door: choice(doors),
  confidence: integer(0, 100, 'Please give the confidence in percent, from 0 to 100.'),
  expected: line(500),
  expectedMetric: line(200),
  expectedValue: decimal(),
  expectedOn: date,
  tripwireMetric: line(200),
  tripwireDirection: choice(directions),
  tripwireValue: decimal(),
  revisitOn: date,
  consulted: references,
  informed: references,
  tags: tags.pipe(
    z.array(z.string().max(40, 'Please keep each tag under 40 characters.')).max(20, 'At most 20 tags, please.'),
  ),
  restricted: tick,
  readers: references,
}

type Typed = z.output<z.ZodObject<typeof fields>>

/** A tripwire needs all three of its parts, or none. */
const wholeTripwire = ({ tripwireMetric, tripwireDirection, tripwireValue }: Typed) => {
  const given = [tripwireMetric !== '', tripwireDirection !== null, tripwireValue !== null]
  return given.every(Boolean) || !given.some(Boolean)
}
const tripwireMistake = {
  path: ['tripwireMetric'],
  message: 'A tripwire needs a metric, a direction and a value.',
}

export const newDecision = z.object({
  ...fields,
  status: z.enum(['proposed', 'decided']).catch('proposed'),
})
export const newDecisionForm = newDecision.refine(wholeTripwire, tripwireMistake)
export const editedDecision = z
  .object({ ...fields, version: integer(1, Number.MAX_SAFE_INTEGER) })
  .refine(wholeTripwire, tripwireMistake)

/** What the form says, as a decision holds it; whoever has a part in a restricted one may read it. */
export function contentOf(typed: Typed, ...parties: (number | null)[]): Content {
  const { restricted, readers, ...content } = typed
  const allowed = [...readers, ...parties, typed.decider].filter((person) => person !== null)
  return { ...content, restrictedTo: restricted ? [...new Set(allowed)] : null }
}

type Matter = Pick<Typed, 'type' | 'spend' | 'crossTeam' | 'securityException'>

/** The one person who holds the seat that decides; null where nobody, or more than one, does. */
export async function deciderFor(matter: Matter): Promise<number | null> {
  const right = (await decisionTypes()).find(({ id }) => id === matter.type)
  if (!right) return null
  const holders = await peopleWithRole(whoDecides(right, matter).role)
  return holders.length === 1 ? (holders[0]?.id ?? null) : null
}
