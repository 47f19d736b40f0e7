/** What holds from a day on; null: none. */
export type Target = { startsOn: string; target: number | null; guardrail: number | null }

const none = { target: null, guardrail: null }

/**
 * The target and guardrail of a period: the newest that had begun when it began. The first of a metric also holds for
 * everything before it. `targets` are in the order of their days; of one day the last one holds.
 */
export const targetAt = (
  targets: readonly Target[],
  period: string,
): { target: number | null; guardrail: number | null } =>
  targets.findLast(({ startsOn }) => startsOn <= period) ?? targets[0] ?? none
