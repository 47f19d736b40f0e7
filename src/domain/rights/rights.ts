import type { ExecutiveRole } from '../people/catalogue.ts'

/** Who decides matters of a type, and when they come up to the CPTO all the same. */
export type Right = {
  owner: ExecutiveRole
  /** false: reserved for the CPTO. */
  delegable: boolean
  escalateCrossTeam: boolean
  escalateSecurity: boolean
  /** Yearly spend above which it comes up; null: spend never escalates. */
  escalateSpendAbove: number | null
}

export type Circumstances = { crossTeam: boolean; securityException: boolean; spend: number | null }

export type EscalationReason = 'cross_team' | 'spend' | 'security_exception'

/** The seat that decides; `escalated` when a rule brings a delegated matter up, with every rule that does. */
export function whoDecides(
  right: Right,
  circumstances: Circumstances,
): { role: ExecutiveRole; escalated: boolean; because: EscalationReason[] } {
  if (!right.delegable) return { role: right.owner, escalated: false, because: [] }
  const because = escalations(right, circumstances)
  return because.length > 0
    ? { role: 'cpto', escalated: true, because }
    : { role: right.owner, escalated: false, because }
}

/** A leak: the CPTO takes, or holds, a matter that somebody else may decide and that no rule brings up. */
export const isLeak = (right: Right, circumstances: Circumstances, deciderRole: ExecutiveRole | null): boolean =>
  deciderRole === 'cpto' && right.delegable && !whoDecides(right, circumstances).escalated

function escalations(right: Right, { crossTeam, securityException, spend }: Circumstances) {
  const because: EscalationReason[] = []
  if (right.escalateCrossTeam && crossTeam) because.push('cross_team')
  if (right.escalateSpendAbove !== null && spend !== null && spend > right.escalateSpendAbove) because.push('spend')
  if (right.escalateSecurity && securityException) because.push('security_exception')
  return because
}
