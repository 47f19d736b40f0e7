/** How a reading came to be. */
export const sources = ['entered', 'pasted', 'imported', 'computed'] as const
export type Source = (typeof sources)[number]

/** `reason`: why a reading is past its guardrail. `note`: anything else worth knowing of a period. */
export const noteKinds = ['reason', 'note'] as const
export type NoteKind = (typeof noteKinds)[number]
