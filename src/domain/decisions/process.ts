import type { Verdict } from './catalogue.ts'
import type { DecisionDocument } from './document.ts'

/** The seven habits of a well-made decision, each seen in the record or not. */
export const habits = ['outcome', 'constraint', 'options', 'smallestBet', 'notDoing', 'confidence', 'revisit'] as const
export type Habit = (typeof habits)[number]

type Made = Pick<
  DecisionDocument,
  'outcome' | 'constraints' | 'options' | 'smallestBet' | 'notDoing' | 'confidence' | 'revisitOn'
> & { reviews?: DecisionDocument['reviews'] }

export const processHabits = (record: Made): { habit: Habit; present: boolean }[] =>
  habits.map((habit) => ({ habit, present: shows[habit](record) }))

/** 0 to 7: how many of the habits a decision shows. Frozen when it is decided. */
export const processScore = (record: Made): number => processHabits(record).filter(({ present }) => present).length

const shows: Record<Habit, (record: Made) => boolean> = {
  outcome: ({ outcome }) => outcome !== '',
  constraint: ({ constraints }) => constraints.length > 0,
  options: ({ options }) => options.length >= 2,
  smallestBet: ({ smallestBet }) => smallestBet !== '',
  notDoing: ({ notDoing }) => notDoing.length > 0,
  confidence: ({ confidence }) => confidence !== null,
  // A review clears the next date, so one that was due proves that there was one.
  revisit: ({ revisitOn, reviews }) => revisitOn !== null || (reviews ?? []).some(({ dueOn }) => dueOn !== null),
}

/** From this score on a decision counts as well made when nobody judged it. A judgement; see `quadrant`. */
export const wellMadeFrom = 5

const quadrants = ['earned', 'unlucky', 'lucky', 'deserved'] as const
export type Quadrant = (typeof quadrants)[number]

/** How it was made against how it came out. null while the outcome cannot be told: that is never a success. */
export function quadrant(of: {
  came: Verdict
  wellMade: boolean | null
  processScore: number | null
}): Quadrant | null {
  if (of.came === 'unknown') return null
  const wellMade = of.wellMade ?? (of.processScore === null ? null : of.processScore >= wellMadeFrom)
  if (wellMade === null) return null
  if (of.came === 'yes') return wellMade ? 'earned' : 'lucky'
  return wellMade ? 'unlucky' : 'deserved'
}
