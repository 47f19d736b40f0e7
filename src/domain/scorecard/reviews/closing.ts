import { type AccessRole, atLeast } from '../../people/catalogue.ts'

/** Whoever started a review closes it, and so may every editor. */
export const mayClose = (person: { id: number; role: AccessRole }, startedBy: number | null): boolean =>
  atLeast(person.role, 'editor') || (atLeast(person.role, 'contributor') && person.id === startedBy)
