/** Fixed: a decision is proposed, then decided, and ends at most once. */
export const statuses = ['proposed', 'decided', 'superseded', 'reversed', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

export const endings = ['superseded', 'reversed', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** Why a decision was reversed: the world changed, or it was wrong when made. */
export const reversalCauses = ['new_information', 'error'] as const
export type ReversalCause = (typeof reversalCauses)[number]

/** The fixed list of the second alignment question; several may apply. */
export const constraints = ['reliability', 'security', 'time', 'cost', 'dependencies'] as const
export type Constraint = (typeof constraints)[number]

export const sides = ['product', 'technology', 'both'] as const
export type Side = (typeof sides)[number]

/** One-way door: cannot be walked back at a bearable price. */
export const doors = ['one_way', 'two_way'] as const
export type Door = (typeof doors)[number]

/** Where a decision was taken: one of the five cadences, or between meetings. */
export const forums = ['asynchronous', 'tradeoff', 'discovery', 'delivery', 'architecture', 'planning'] as const
export type Forum = (typeof forums)[number]

export const directions = ['above', 'below'] as const
export type Direction = (typeof directions)[number]

/** Did the expected result come? "unknown" is never counted as a success. */
export const verdicts = ['yes', 'no', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export const linkKinds = ['relates_to', 'depends_on', 'refines', 'conflicts_with'] as const
export type LinkKind = (typeof linkKinds)[number]
