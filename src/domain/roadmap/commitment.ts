import { type ReadinessArea, readinessAreas } from './catalogue.ts'

/** What commitment asks of an initiative. `lookedAt`: the areas of its definition of ready that somebody looked at. */
export type Committable = {
  primaryMetric: number | null
  guardrailMetric: number | null
  lookedAt: readonly ReadinessArea[]
}

/** `different_guardrail`: the guardrail is the primary metric itself, which guards nothing. */
export type Missing = 'primary_metric' | 'guardrail_metric' | 'different_guardrail' | ReadinessArea

/** What is missing before an initiative can be committed to delivery: metrics first, then the areas in their order. */
export function missingFor({ primaryMetric, guardrailMetric, lookedAt }: Committable): Missing[] {
  const missing: Missing[] = []
  if (primaryMetric === null) missing.push('primary_metric')
  if (guardrailMetric === null) missing.push('guardrail_metric')
  else if (guardrailMetric === primaryMetric) missing.push('different_guardrail')
  return [...missing, ...readinessAreas.filter((area) => !lookedAt.includes(area))]
}

/** Was each area of the definition of ready looked at? */
export const isReady = (lookedAt: readonly ReadinessArea[]): boolean =>
  readinessAreas.every((area) => lookedAt.includes(area))

/** `overridden` owes a decision with this reason; whoever commits writes both together. */
export type Commitment =
  | { answer: 'committed' }
  | { answer: 'overridden'; missing: Missing[]; reason: string }
  | { answer: 'refused'; missing: Missing[] }

/** With nothing missing there is nothing to override, and a reason is not looked at. A blank reason is none. */
export function commitment(initiative: Committable, overrideReason: string | null): Commitment {
  const missing = missingFor(initiative)
  if (missing.length === 0) return { answer: 'committed' }
  const reason = overrideReason?.trim() ?? ''
  return reason === '' ? { answer: 'refused', missing } : { answer: 'overridden', missing, reason }
}
