import type { Definition } from './catalogue.ts'

export type Counted = { value: number | null; numerator: number | null; denominator: number | null }

/** What was typed into a cell, as `readEntry` understands it. */
type Typed = { value: number } | { numerator: number; denominator: number }

/** Why a reading cannot be of this metric. */
export type Misfit = 'no_ratio' | 'too_low' | 'too_high' | 'negative_denominator'

/**
 * The reading that an entry makes. Of a ratio the counts are kept and the value is computed; nothing to divide by is no
 * data (value null). A ratio may also be given as its value alone, when nobody knows the counts any more.
 */
export function readingOf(
  typed: Typed,
  { ratio, scale, least, most }: Pick<Definition, 'ratio' | 'scale' | 'least' | 'most'>,
): Counted | Misfit {
  if ('numerator' in typed && !ratio) return 'no_ratio'
  if ('numerator' in typed && typed.denominator < 0) return 'negative_denominator'
  const counted =
    'value' in typed
      ? { value: typed.value, numerator: null, denominator: null }
      : { value: quotient(typed, ratio?.factor ?? 1), ...typed }
  const { value } = counted
  if (value === null) return counted
  // 0 has no logarithm, but a median can be rounded to it: it is kept, and is a gap in the chart.
  if (scale === 'log' && value < 0) return 'too_low'
  if (least !== null && value < least) return 'too_low'
  if (most !== null && value > most) return 'too_high'
  return counted
}

const quotient = ({ numerator, denominator }: { numerator: number; denominator: number }, factor: number) =>
  denominator === 0 ? null : (factor * numerator) / denominator
