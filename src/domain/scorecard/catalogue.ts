import type { ExecutiveRole } from '../people/catalogue.ts'

/** Fixed, and in this order everywhere. */
export const categories = ['product', 'delivery', 'reliability', 'security', 'cost'] as const
export type Category = (typeof categories)[number]

/** How often a metric is entered: each week, every second week, each month. */
export const rhythms = ['weekly', 'fortnightly', 'monthly'] as const
export type Rhythm = (typeof rhythms)[number]

/** Which way is good. */
export const goods = ['up', 'down'] as const
export type Good = (typeof goods)[number]

export const scales = ['linear', 'log'] as const
export type Scale = (typeof scales)[number]

/** What a metric means. It is versioned: readings keep the definition they were entered under. */
export type Definition = {
  name: string
  /** Short, said once beside the name: `%`, `days`, `per release`; `money` stands for the organisation's currency. */
  unit: string
  good: Good
  rhythm: Rhythm
  formula: string
  /**
   * Where the metric is a ratio: what its two counts are called, and what the quotient is multiplied by (100 for
   * percent). The counts are stored and the value is computed. null: one value is entered.
   */
  ratio: { numerator: string; denominator: string; factor: number } | null
  /** `log`: charted, and judged, by its logarithm; such a value is above 0. */
  scale: Scale
  /** Beyond these no value can lie, in the metric's unit; null: no such bound. */
  least: number | null
  most: number | null
  /** Who says so, with a year; empty where nothing outside can be cited. */
  source: string
}

export type CatalogueMetric = Definition & {
  key: string
  category: Category
  /** Belongs to the ten that a new organisation begins with. */
  starter: boolean
  ownerRole: ExecutiveRole
  /** In the metric's unit; null where only the organisation's own baseline can be defended. */
  target: number | null
  guardrail: number | null
}
