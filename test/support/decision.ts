import { blankContent } from '../../db/decisions/content.ts'
import type { NewDecision } from '../../db/decisions/log.ts'

/** A proposed decision with nothing but its line, raised by this person. */
export const plainDecision = (title: string, raisedBy: number, more: Partial<NewDecision> = {}): NewDecision => ({
  ...blankContent,
  title,
  raisedBy,
  raisedAt: '2026-11-02T09:00:00.000Z',
  decided: null,
  ...more,
})
