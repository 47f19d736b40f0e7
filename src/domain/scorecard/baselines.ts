import { runStart, type Segment } from './behaviour.ts'

/**
 * Why no baseline may begin there. `not_later`: the newest one begins then or later, and old ones stay as they are;
 * `not_begun`: nothing can have been measured yet; `needs_decision`: no run was found there, so it takes a logged change.
 */
export type BaselineFault = 'nothing_entered' | 'not_later' | 'not_begun' | 'needs_decision'

type Wish = {
  /** The first day of a period. */
  startsOn: string
  today: string
  hasDecision: boolean
}

export function baselineFault(
  newest: Segment | undefined,
  { startsOn, today, hasDecision }: Wish,
): BaselineFault | null {
  if (!newest) return 'nothing_entered'
  if (startsOn <= newest.from) return 'not_later'
  if (startsOn > today) return 'not_begun'
  return hasDecision || startsOn === runIn(newest) ? null : 'needs_decision'
}

/** Where rule 3 found that the newest segment has moved; null: nowhere, or from its very beginning. */
export function runIn(newest: Segment | undefined): string | null {
  const start = newest ? runStart(newest) : null
  return newest && start !== null && start > newest.from ? start : null
}
