import type { Rhythm } from '../catalogue.ts'
import type { Misfit } from '../reading.ts'

/** Why a row of a file cannot become a reading. `row` as a spreadsheet counts: the header is 1. */
export type Fault = { row: number } & (
  | { message: string }
  | { is: 'unknown' | 'several' | 'retired' | 'derived'; metric: string }
  | { is: 'future'; metric: string; period: string; rhythm: Rhythm }
  | { is: 'same_period'; metric: string; period: string; rhythm: Rhythm; other: number }
  | { is: 'contradiction'; value: number; numerator: number; denominator: number; computed: number | null }
  | { is: 'long_note'; most: number }
  | { is: 'misfit'; metric: string; misfit: Misfit }
)
