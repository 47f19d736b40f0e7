import { blankContent } from '../../../db/decisions/content.ts'
import type { NewDecision } from '../../../db/decisions/log.ts'
import type { DecisionRecord } from '../../../db/decisions/record.ts'

/** A decision taken now in place of another: the same kind of matter, its own reasons. */
export const replacing = (
  { document, typeId, readerIds }: DecisionRecord,
  { title, by, at }: { title: string; by: number; at: Date },
): NewDecision => ({
  ...blankContent,
  title,
  type: typeId,
  decider: by,
  raisedBy: by,
  raisedAt: at.toISOString(),
  decided: { by, at: at.toISOString(), forum: 'asynchronous' },
  side: document.side,
  door: document.door,
  crossTeam: document.crossTeam,
  securityException: document.securityException,
  spend: document.spend,
  tags: document.tags,
  // What replaces a restricted decision tells of it.
  restrictedTo: document.restrictedTo && [...new Set([...readerIds, by])],
})
