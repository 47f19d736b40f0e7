import type {
  Constraint,
  Direction,
  Door,
  Ending,
  Forum,
  LinkKind,
  ReversalCause,
  Side,
  Status,
  Verdict,
} from './catalogue.ts'

/**
 * A decision with everything that belongs to it, as plain values: what the JSON export holds, what an architecture
 * decision record is read into, and what a record is written from.
 *
 * People are names, other decisions are numbers. Dates are `YYYY-MM-DD`, moments are ISO 8601 in UTC; `null` is
 * "not known", never a default. Texts are Markdown without raw HTML. Absent texts are `''`.
 */
export type DecisionDocument = {
  /** The permanent number (42 for D-42); null while it has none, as in a record from elsewhere. */
  number: number | null
  title: string
  /** Key of the decision type, or null where nobody said. */
  type: string | null
  status: Status
  raisedBy: string | null
  raisedAt: string | null
  /** Who is to decide, or decided. */
  decider: string | null
  decidedAt: string | null
  forum: Forum | null
  consulted: string[]
  informed: string[]

  outcome: string
  constraints: Constraint[]
  constraintNote: string
  smallestBet: string
  /** One line each. */
  notDoing: string[]

  rationale: string
  /** What it changes for revenue, risk, cost, speed or customers, in one line. */
  business: string
  options: OptionDocument[]
  /** Weights in percent; they need not add to 100, scores are weighted by their share. */
  criteria: { name: string; weight: number }[]

  side: Side | null
  door: Door | null
  /** Stated probability, in percent, that `expected` comes true by `expectedOn`. */
  confidence: number | null
  /** A yes/no criterion written before the fact. */
  expected: string
  expectedMetric: string
  expectedValue: number | null
  expectedOn: string | null
  tripwireMetric: string
  tripwireDirection: Direction | null
  tripwireValue: number | null
  revisitOn: string | null
  /** Yearly spend in whole units of the organisation's currency. */
  spend: number | null
  crossTeam: boolean
  securityException: boolean
  tags: string[]
  links: { kind: LinkKind; to: number }[]
  /** Names of the people it is restricted to; null when everybody may read it. */
  restrictedTo: string[] | null

  /** Frozen when it was decided: how many of the seven good habits it showed; null before. */
  processScore: number | null
  ending: {
    kind: Ending
    by: string | null
    at: string | null
    because: string
    replacement: number | null
    cause: ReversalCause | null
  } | null
  amendments: { field: string; before: string; after: string; because: string; by: string | null; at: string }[]
  notes: { text: string; by: string | null; at: string }[]
  reviews: {
    came: Verdict
    learned: string
    wellMade: boolean | null
    dueOn: string | null
    by: string | null
    at: string
  }[]
}

export type OptionDocument = {
  title: string
  description: string
  chosen: boolean
  /** One argument each, in the order given. */
  good: string[]
  neutral: string[]
  bad: string[]
  /** Score from 1 to 5 for each criterion, in the order of the decision's criteria; null where not scored. */
  scores: (number | null)[]
}
