import type {
  Constraint,
  Direction,
  Door,
  Forum,
  LinkKind,
  ReversalCause,
  Side,
  Verdict,
} from '../../src/domain/decisions/catalogue.ts'
import type { Amendable } from '../decisions/annotate.ts'
import type { OptionsContent } from '../decisions/content.ts'

/**
 * A decision of the example, told by how many days before the loading things happened. People are keys of
 * `examplePeople` or `cpto`; other decisions are named by their keys.
 */
export type Told = {
  key: string
  title: string
  type: string
  raised: { by: string; ago: number }
  decider: string
  /** Absent: still open. */
  decided?: { ago: number; forum: Forum }
  side?: Side
  door?: Door
  outcome?: string
  constraints?: Constraint[]
  constraintNote?: string
  smallestBet?: string
  notDoing?: string[]
  rationale?: string
  business?: string
  confidence?: number
  expected?: string
  /** Days from the loading on, negative in the past. */
  expectedIn?: number
  /** What `expected` says in figures, of a metric on the scorecard. */
  measured?: { metric: string; value: number }
  tripwire?: { metric: string; direction: Direction; value: number }
  revisitIn?: number
  spend?: number
  crossTeam?: boolean
  securityException?: boolean
  consulted?: string[]
  tags?: string[]
  restrictedTo?: string[]
  options?: OptionsContent
  links?: { kind: LinkKind; to: string }[]
  notes?: { by: string; ago: number; text: string }[]
  amended?: { by: string; ago: number; field: Amendable; wrong: string; because: string }
  reviewed?: { by: string; ago: number; came: Verdict; learned: string; wellMade?: boolean }
  ended?:
    | { kind: 'withdrawn'; by: string; ago: number; because: string }
    | { kind: 'reversed'; by: string; ago: number; because: string; cause: ReversalCause }
    | { kind: 'superseded'; by: string; ago: number; because: string; replacement: string }
}
