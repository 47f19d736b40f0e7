import { addDays } from '../../time/days.ts'

/** What is known of a vulnerability: used in attacks, reachable from outside, attackable by script, gives full control. */
export type Exposure = { knownExploited: boolean; exposed: boolean; automatable: boolean; totalImpact: boolean }

export const severities = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** Calendar days from opening to closing; null: with the next upgrade. `forensics`: look for an intruder as well. */
export type Window = { days: number | null; forensics: boolean }

/**
 * How long a vulnerability may stay open, by how it can be attacked; the first row that fits counts.
 *
 * CISA, Binding Operational Directive 26-04 (2026), in the form of the CERT/CC SSVC tables.
 */
export function patchWindow({ knownExploited, exposed, automatable, totalImpact }: Exposure): Window {
  if (knownExploited && totalImpact && (exposed || automatable)) return { days: 3, forensics: true }
  if (exposed && automatable && (knownExploited || totalImpact)) return { days: 3, forensics: false }
  if (knownExploited || (exposed && (automatable || totalImpact))) return { days: 14, forensics: false }
  if (exposed || automatable) return { days: 60, forensics: false }
  return { days: null, forensics: false }
}

/** The plain table, by severity alone. */
export function plainWindow(severity: Severity): { days: number | null; forensics: false } {
  return { days: severity === 'critical' ? 15 : severity === 'high' ? 30 : null, forensics: false }
}

/** The last day, `YYYY-MM-DD`, on which closing is still in time; null: none is set. */
export const dueOn = (openedOn: string, { days }: Window): string | null =>
  days === null ? null : addDays(openedOn, days)
