import { eq } from 'drizzle-orm'
import type { Constraint, Direction, Door, Side } from '../../src/domain/decisions/catalogue.ts'
import {
  decisionCounsel,
  decisionCriteria,
  decisionOptions,
  decisionReaders,
  decisionScores,
  decisionTags,
} from '../schema/decision-parts.ts'
import { decisionConstraints, notDoing } from '../schema/decisions.ts'
import type { Transaction } from '../write.ts'

/** What a person fills in about a decision; people and types are ids, days are `YYYY-MM-DD`. */
export type Content = {
  title: string
  type: number | null
  decider: number | null
  outcome: string
  constraints: Constraint[]
  constraintNote: string
  smallestBet: string
  notDoing: string[]
  rationale: string
  business: string
  side: Side | null
  door: Door | null
  confidence: number | null
  expected: string
  expectedMetric: string
  expectedValue: number | null
  expectedOn: string | null
  tripwireMetric: string
  tripwireDirection: Direction | null
  tripwireValue: number | null
  revisitOn: string | null
  spend: number | null
  crossTeam: boolean
  securityException: boolean
  consulted: number[]
  informed: number[]
  tags: string[]
  /** null: everybody may read it. */
  restrictedTo: number[] | null
}

/** Nothing filled in: what a form, a replacement or a test begins with. */
export const blankContent: Content = {
  title: '',
  type: null,
  decider: null,
  outcome: '',
  constraints: [],
  constraintNote: '',
  smallestBet: '',
  notDoing: [],
  rationale: '',
  business: '',
  side: null,
  door: null,
  confidence: null,
  expected: '',
  expectedMetric: '',
  expectedValue: null,
  expectedOn: null,
  tripwireMetric: '',
  tripwireDirection: null,
  tripwireValue: null,
  revisitOn: null,
  spend: null,
  crossTeam: false,
  securityException: false,
  consulted: [],
  informed: [],
  tags: [],
  restrictedTo: null,
}

/** The columns of the decision's own row. */
export const ownColumns = ({
  constraints: _constraints,
  notDoing: _notDoing,
  consulted: _consulted,
  informed: _informed,
  tags: _tags,
  restrictedTo,
  ...columns
}: Content) => ({ ...columns, restricted: restrictedTo !== null })

/** The rows beside it, as they now are. */
export async function setParts(tx: Transaction, decision: number, content: Content) {
  for (const table of [decisionConstraints, notDoing, decisionCounsel, decisionTags, decisionReaders]) {
    await tx.delete(table).where(eq(table.decision, decision))
  }
  const { constraints, consulted, informed, tags, restrictedTo } = content
  if (constraints.length) {
    await tx.insert(decisionConstraints).values(constraints.map((constraint) => ({ decision, constraint })))
  }
  if (content.notDoing.length) {
    await tx.insert(notDoing).values(content.notDoing.map((text, position) => ({ decision, position, text })))
  }
  const counsel = [
    ...[...new Set(consulted)].map((person, position) => ({ decision, kind: 'consulted' as const, person, position })),
    ...[...new Set(informed)].map((person, position) => ({ decision, kind: 'informed' as const, person, position })),
  ]
  if (counsel.length) await tx.insert(decisionCounsel).values(counsel)
  if (tags.length) await tx.insert(decisionTags).values([...new Set(tags)].map((tag) => ({ decision, tag })))
  if (restrictedTo?.length) {
    await tx.insert(decisionReaders).values([...new Set(restrictedTo)].map((person) => ({ decision, person })))
  }
}

export type OptionsContent = {
  options: {
    title: string
    description: string
    chosen: boolean
    good: string[]
    neutral: string[]
    bad: string[]
    scores: (number | null)[]
  }[]
  criteria: { name: string; weight: number }[]
}

export async function setOptions(tx: Transaction, decision: number, { options, criteria }: OptionsContent) {
  for (const table of [decisionScores, decisionOptions, decisionCriteria]) {
    await tx.delete(table).where(eq(table.decision, decision))
  }
  if (criteria.length) {
    await tx
      .insert(decisionCriteria)
      .values(criteria.map((criterion, position) => ({ decision, position, ...criterion })))
  }
  if (options.length) {
    await tx
      .insert(decisionOptions)
      .values(options.map(({ scores: _scores, ...option }, position) => ({ decision, position, ...option })))
  }
  const scores = options.flatMap((option, at) =>
    option.scores.flatMap((score, criterion) => (score === null ? [] : [{ decision, option: at, criterion, score }])),
  )
  if (scores.length) await tx.insert(decisionScores).values(scores)
}
