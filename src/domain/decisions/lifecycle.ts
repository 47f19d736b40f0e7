import { type AccessRole, atLeast } from '../people/catalogue.ts'
import type { Status } from './catalogue.ts'

/** What can be done with a decision. */
export const steps = [
  'edit',
  'decide',
  'handOver',
  'withdraw',
  'supersede',
  'reverse',
  'amend',
  'note',
  'review',
  'restrict',
] as const
export type Step = (typeof steps)[number]

const stepsFrom: Record<Status, readonly Step[]> = {
  proposed: ['edit', 'decide', 'handOver', 'withdraw', 'note', 'restrict'],
  decided: ['supersede', 'reverse', 'amend', 'note', 'review', 'restrict'],
  superseded: ['amend', 'note', 'review', 'restrict'],
  reversed: ['amend', 'note', 'review', 'restrict'],
  withdrawn: ['note', 'restrict'],
}

/** May this step be taken from this status at all, by whomever? */
export const may = (status: Status, step: Step): boolean => stepsFrom[status].includes(step)

type Somebody = { role: AccessRole; personId: number }
type Parties = { deciderId: number | null; raisedById: number | null }

/**
 * May this person take it? Editors and owners may take any step. A contributor decides, supersedes, reverses, amends,
 * reviews and restricts what is theirs to decide; edits, hands over and withdraws what they raised or decide; and may
 * always add a note. A viewer takes none.
 */
export function mayTake(step: Step, { role, personId }: Somebody, { deciderId, raisedById }: Parties): boolean {
  if (atLeast(role, 'editor')) return true
  if (role === 'viewer') return false
  if (step === 'note') return true
  if (personId === deciderId) return true
  return personId === raisedById && (step === 'edit' || step === 'handOver' || step === 'withdraw')
}
