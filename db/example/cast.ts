import type { Organisation } from '../organisation.ts'
import type { By } from '../write.ts'

/** Who acts in the example, and when: people and decisions go by the keys they are told under. */
export type Cast = {
  now: Date
  /** The organisation's day. */
  today: string
  organisation: Pick<Organisation, 'name' | 'currency' | 'timeZone'>
  person: (key: string) => number
  /** Somebody, so many days before now. */
  by: (key: string, ago: number) => By
  /** Of a decision that was logged by then. */
  number: (key: string) => number
}

/** `ago`: days before now, with fractions; of one moment those of lower `order` come first. */
export type Happening = { ago: number; order: number; happen: () => Promise<unknown> }
