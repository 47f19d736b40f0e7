import type { Watched } from '../../../db/scorecard/watched.ts'
import type { Typed } from '../../../views/parts/form.tsx'
import { isNamed } from '../../domain/scorecard/naming.ts'

/** A form begun elsewhere: `?title=…&metric=…`, the metric by its key or in any words. */
export function prefilled({ title, metric }: Record<string, string>, metrics: readonly Watched[]): Typed {
  const expectedMetric = metric && (metrics.find((one) => isNamed(one, metric))?.name ?? metric)
  return { values: { ...(title && { title }), ...(expectedMetric && { expectedMetric }) }, errors: {} }
}
