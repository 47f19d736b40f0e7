import type { Segment } from './behaviour.ts'
import type { Definition, Good } from './catalogue.ts'
import type { Misfit } from './reading.ts'
import { isPast } from './status.ts'

export type Aim = { target: number | null; guardrail: number | null }

export type AimMisfit = 'past_guardrail' | 'not_above_zero' | Extract<Misfit, 'too_low' | 'too_high'>

/**
 * What is wrong with a target and its guardrail; null: nothing. A target on the bad side of its guardrail would be met
 * and breached at once; the two may be equal.
 */
export function faultOf(
  aim: Aim,
  definition: Pick<Definition, 'good' | 'scale' | 'least' | 'most'>,
): { field: keyof Aim; misfit: AimMisfit } | null {
  const { good, scale, least, most } = definition
  for (const field of ['target', 'guardrail'] as const) {
    const value = aim[field]
    if (value === null) continue
    if (scale === 'log' && value <= 0) return { field, misfit: 'not_above_zero' }
    if (least !== null && value < least) return { field, misfit: 'too_low' }
    if (most !== null && value > most) return { field, misfit: 'too_high' }
  }
  const { target, guardrail } = aim
  const contradict = target !== null && guardrail !== null && isPast(target, guardrail, good)
  return contradict ? { field: 'target', misfit: 'past_guardrail' } : null
}

/**
 * What the organisation's own baseline gives: its mean as the target, its natural process limit on the bad side as the
 * guardrail, in as many digits as tell the two apart. null for a guardrail that no value could pass, because the limit
 * lies at a natural bound.
 */
export function proposedAim(
  limits: NonNullable<Segment['limits']>,
  good: Good,
): { target: number; guardrail: number | null } {
  const { mean, upper, lower, upperCut, lowerCut } = limits
  const isCut = good === 'up' ? lowerCut : upperCut
  const digits = digitsFor((upper - lower) / 2)
  return {
    target: Number(mean.toFixed(digits)),
    guardrail: isCut ? null : Number((good === 'up' ? lower : upper).toFixed(digits)),
  }
}

const digitsFor = (spread: number) => Math.min(12, Math.max(0, Math.ceil(1 - Math.log10(spread))))
