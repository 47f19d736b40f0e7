import type { Change } from '../../db/roadmap/changes.ts'
import type { Dependency } from '../../db/roadmap/dependencies.ts'
import type { FoundInitiative, JoinedRequest, NamingDecision } from '../../db/roadmap/find.ts'
import type { Measured } from '../../db/roadmap/measured.ts'
import type { Milestone } from '../../db/roadmap/milestones.ts'
import type { Checkpoint, ReadinessArea } from '../../src/domain/roadmap/catalogue.ts'
import type { Missing } from '../../src/domain/roadmap/commitment.ts'
import type { Blocked } from '../../src/domain/roadmap/dependencies.ts'
import type { Position } from '../../src/domain/roadmap/stages.ts'
import type { Judgement } from '../../src/domain/roadmap/verdict.ts'
import type { Typed } from '../parts/form.tsx'

/** The forms of the page, each of which may come back refused. */
export type InitiativePart = 'stages' | 'readiness' | 'evidence' | 'milestones' | 'dependencies'

export type InitiativeProps = {
  initiative: FoundInitiative
  position: Position
  primary: Measured | undefined
  guardrail: Measured | undefined
  judgement: Judgement | null
  missing: Missing[]
  marks: Record<ReadinessArea | Checkpoint, string | null>
  milestones: Milestone[]
  needs: Dependency[]
  neededBy: Dependency[]
  blocked: Blocked[]
  changes: (Change & { when: string })[]
  showAll: boolean
  decisions: NamingDecision[]
  requests: JoinedRequest[]
  teams: { id: number; name: string }[]
  /** What came back refused. */
  refused: { part: InitiativePart; typed: Typed } | undefined
  canEdit: boolean
  today: string
  currency: string
}
