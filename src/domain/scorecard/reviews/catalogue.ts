import type { Category } from '../catalogue.ts'

/** `weekly` is short and looks at what moves fast; `monthly` looks at everything. */
export const reviewKinds = ['weekly', 'monthly'] as const
export type ReviewKind = (typeof reviewKinds)[number]

export const reviewed: Record<ReviewKind, readonly Category[]> = {
  weekly: ['product', 'delivery', 'reliability'],
  monthly: ['product', 'delivery', 'reliability', 'security', 'cost'],
}
