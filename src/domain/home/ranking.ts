/**
 * What needs deciding now, most urgent first. Each kind brings its own measure of "late" to one scale, the urgency,
 * on which 1 means "this is the day": a proposed decision reaches 1 when its type's time for deciding is used up, a
 * revisit on its day; a crossed tripwire begins beyond it. Later kinds (expiring exceptions) join by the same measure.
 */
export type Waiting = {
  kind: 'waiting'
  number: number
  /** Business days since it was raised; null when that is not known. */
  age: number | null
  /** Business days in which its type is to be decided; null without a type. */
  sla: number | null
  /** Somebody else than the CPTO may decide it, and it waits on the CPTO. */
  leak: boolean
}

export type RevisitDue = {
  kind: 'revisit'
  number: number
  /** Calendar days since the day set; 0 on the day itself. */
  daysLate: number
}

export type Tripped = {
  kind: 'tripped'
  number: number
  /** Calendar days since a reading crossed its tripwire. */
  days: number
}

export type Item = Waiting | RevisitDue | Tripped
export type Ranked<Of extends Item = Item> = Of & { urgency: number }

/** Without a type a decision should not wait longer than this. A judgement. */
const usualSla = 10
/** A leak comes up as if it had waited half its time longer. A judgement. */
const leakWeight = 0.5
/** A revisit forgotten for this many days is as urgent as a decision that took twice its time. A judgement. */
const revisitPatience = 14
/** What was agreed beforehand to mean "look again" weighs from the first day like a revisit forgotten so long. A judgement. */
const tripWeight = 1

export const urgencyOf = (item: Item): number => {
  if (item.kind === 'tripped') return 1 + tripWeight + item.days / revisitPatience
  if (item.kind === 'revisit') return 1 + item.daysLate / revisitPatience
  return (item.age ?? 0) / (item.sla ?? usualSla) + (item.leak ? leakWeight : 0)
}

/** Ties go to the older decision, the lower number. */
export const rank = <Of extends Item>(items: readonly Of[]): Ranked<Of>[] =>
  items
    .map((item) => ({ ...item, urgency: urgencyOf(item) }))
    .sort((a, b) => b.urgency - a.urgency || a.number - b.number)
