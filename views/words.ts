import type {
  Constraint,
  Direction,
  Door,
  Forum,
  LinkKind,
  ReversalCause,
  Side,
  Status,
  Verdict,
} from '../src/domain/decisions/catalogue.ts'
import type { AccessRole, ExecutiveRole, Stage, TeamKind } from '../src/domain/people/catalogue.ts'

/** The words people read for the words the records keep. */

export const statusNames: Record<Status, string> = {
  proposed: 'Proposed',
  decided: 'Decided',
  superseded: 'Superseded',
  reversed: 'Reversed',
  withdrawn: 'Withdrawn',
}

export const constraintNames: Record<Constraint, string> = {
  reliability: 'Reliability',
  security: 'Security',
  time: 'Time',
  cost: 'Cost',
  dependencies: 'Dependencies',
}

export const sideNames: Record<Side, string> = { product: 'Product', technology: 'Technology', both: 'Both' }

export const doorNames: Record<Door, string> = { one_way: 'One-way', two_way: 'Two-way' }

export const forumNames: Record<Forum, string> = {
  asynchronous: 'Between meetings',
  tradeoff: 'Tradeoff meeting',
  discovery: 'Discovery review',
  delivery: 'Delivery review',
  architecture: 'Architecture & platform review',
  planning: 'Quarterly planning',
}

export const directionNames: Record<Direction, string> = { above: 'rises above', below: 'falls below' }

export const verdictNames: Record<Verdict, string> = { yes: 'Yes', no: 'No', unknown: 'Cannot be told' }

export const causeNames: Record<ReversalCause, string> = {
  new_information: 'We know something now that we could not know then',
  error: 'It was a mistake with what we knew then',
}

export const linkNames: Record<LinkKind, string> = {
  relates_to: 'relates to',
  depends_on: 'depends on',
  refines: 'refines',
  conflicts_with: 'conflicts with',
}

export const accessRoleNames: Record<AccessRole, string> = {
  viewer: 'Viewer',
  contributor: 'Contributor',
  editor: 'Editor',
  owner: 'Owner',
}

export const accessRoleHints: Record<AccessRole, string> = {
  viewer: 'reads everything that is not restricted',
  contributor: 'also logs decisions, decides what is theirs to decide, and comments',
  editor: 'also decides anything, and edits people, teams and rights',
  owner: 'also invites people and changes settings',
}

export const executiveRoleNames: Record<ExecutiveRole, string> = {
  cpto: 'CPTO',
  cto: 'CTO',
  cpo: 'CPO',
  vp_product: 'VP Product',
  vp_engineering: 'VP Engineering',
  head_of_engineering: 'Head of Engineering',
  head_of_platform: 'Head of Platform',
  head_of_security: 'Head of Security',
  head_of_data: 'Head of Data',
  finance_lead: 'Finance lead',
  cio: 'CIO',
  field_cto: 'Field CTO',
  fractional_cto: 'Fractional CTO',
  ceo: 'CEO',
  cro: 'CRO',
  product_manager: 'Product manager',
  engineering_manager: 'Engineering manager',
  tech_lead: 'Tech lead',
  program_manager: 'Program manager',
}

export const stageNames: Record<Stage, string> = {
  startup: 'Start-up',
  fast_growth: 'Fast growth',
  enterprise: 'Enterprise',
}

export const teamKindNames: Record<TeamKind, string> = { product_line: 'Product line', platform: 'Platform' }

/** "one decision", "two decisions", "13 decisions": small numbers are words, as in a sentence. */
export const counted = (count: number, one: string, several = `${one}s`) =>
  `${numberWord(count)} ${count === 1 ? one : several}`

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

const numberWord = (count: number) => smallNumbers[count] ?? wholeNumber(count)

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** 1 204, with a thin space that does not break. */
export const wholeNumber = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f')

export const percent = (share: number) => `${Math.round(share * 100)} %`
