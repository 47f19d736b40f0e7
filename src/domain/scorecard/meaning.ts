import type { Definition, Rhythm } from './catalogue.ts'
import { periodAfter, periodOf } from './periods.ts'

const measuring = ['formula', 'unit', 'ratio', 'rhythm', 'scale'] as const
const others = ['name', 'good', 'least', 'most', 'source'] as const

/** What is entered after such a change is another measure, and cannot be held against the limits of the old one. */
export const breaksBaseline = (before: Definition, after: Definition): boolean => differs(before, after, measuring)

export const isRedefined = (before: Definition, after: Definition): boolean =>
  differs(before, after, [...measuring, ...others])

const differs = (before: Definition, after: Definition, fields: readonly (keyof Definition)[]) =>
  fields.some((field) => canonical(before[field]) !== canonical(after[field]))

const canonical = (value: Definition[keyof Definition]) =>
  value !== null && typeof value === 'object'
    ? JSON.stringify([value.numerator, value.denominator, value.factor])
    : JSON.stringify(value)

/** The first period of the new rhythm that begins when `newest`, the first day of a period of the old one, is over. */
export function periodFollowing(newest: string, before: Rhythm, after: Rhythm): string {
  const over = periodAfter(newest, before)
  const start = periodOf(over, after)
  return start === over ? start : periodAfter(start, after)
}

/** Metrics of the catalogue that can be computed from deployments, incidents and findings. */
export const derivable: readonly string[] = [
  ...['change_failure_rate', 'rollback_rate', 'rework_rate', 'mttr', 'deployment_recovery', 'change_incidents'],
  ...['critical_patch_time', 'open_critical_high'],
]
