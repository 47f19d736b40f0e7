import type { Counted } from '../reading.ts'

/** The long layout of readings, as it is written and as `readReadings` reads it. */
export const readingColumns = ['metric', 'period_start', 'value', 'numerator', 'denominator', 'note']

/** `metric` is its key. */
export type ExportedReading = Counted & { metric: string; period: string; note: string }

export const cellsOf = ({ metric, period, value, numerator, denominator, note }: ExportedReading) => [
  metric,
  period,
  value,
  numerator,
  denominator,
  note,
]
