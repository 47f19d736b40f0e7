import { falseSignalRate } from './behaviour.ts'
import type { Rhythm } from './catalogue.ts'
import type { MetricStanding } from './standing.ts'
import type { MetricStatus } from './status.ts'

const needing: readonly MetricStatus[] = ['no_data', 'breached', 'stale', 'signal', 'off_target']

/** The review owes this metric a word: its badge is anything but on target, or not having one. */
export const needsAWord = (status: MetricStatus): boolean => needing.includes(status)

const weeksOf: Record<Rhythm, number> = { weekly: 1, fortnightly: 2, monthly: 365.25 / 12 / 7 }

/**
 * How many of these metrics will show an adverse signal in a week that means nothing, were all of them stable: the sum
 * of their rates of false signals, each by how often it is entered.
 */
export const falseSignalsPerWeek = (
  metrics: readonly { rhythm: Rhythm; standing: Pick<MetricStanding, 'stage'> }[],
): number => metrics.reduce((sum, { rhythm, standing }) => sum + falseSignalRate[standing.stage] / weeksOf[rhythm], 0)
