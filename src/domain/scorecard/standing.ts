import { behaviourOf, type Segment, type Signal } from './behaviour.ts'
import type { Definition, Rhythm } from './catalogue.ts'
import { periodAfter } from './periods.ts'
import type { Entry } from './pooling.ts'
import { breachedSince, isPast, type Standing } from './status.ts'
import { type Target, targetAt } from './targets.ts'

export type Reading = { period: string; value: number | null; numerator: number | null; denominator: number | null }

/** `rhythm` is that of the definition it was entered under; without it, that of the newest. */
type Dated = Reading & { rhythm?: Rhythm }

/** One of the newest entries; `past` its guardrail or not, and whether it was said why. */
export type Recent = Reading & { past: boolean; explained: boolean }

/** All that the scorecard shows of a metric, and from which its status follows on any day. */
export type MetricStanding = Standing & {
  guardrail: number | null
  /** The newest entries, oldest first, at most 26. */
  recent: Recent[]
  stage: Segment['stage']
  limits: Segment['limits']
  autocorrelated: boolean
  /** On the newest period. */
  signals: Pick<Signal, 'rule' | 'side' | 'adverse'>[]
  /** How many successive entries, up to the newest, were past the guardrail and explained away with a reason. */
  excuses: number
}

const shown = 26

type Given = {
  /** In the order of their periods. */
  readings: readonly Dated[]
  definition: Pick<Definition, 'good' | 'rhythm' | 'scale' | 'least' | 'most' | 'ratio'>
  /** In the order of their days. */
  targets: readonly Target[]
  /** First days of new baselines, oldest first. */
  starts: readonly string[]
  /** Periods that a reason was given for. */
  explained: ReadonlySet<string>
}

export function standingOf({ readings, definition, targets, starts, explained }: Given): MetricStanding {
  const { good } = definition
  const judged = readings.map(({ period, value, numerator, denominator }): Recent => {
    const { guardrail } = targetAt(targets, period)
    const past = value !== null && guardrail !== null && isPast(value, guardrail, good)
    return { period, value, numerator, denominator, past, explained: past && explained.has(period) }
  })
  const newest = readings.findLast(({ value }) => value !== null)
  const segment = segmentsOf({ readings, definition, starts }).at(-1)
  const signals = segment?.signals.filter(({ period }) => period === newest?.period) ?? []
  return {
    value: newest?.value ?? null,
    period: newest?.period ?? null,
    breachedSince: breachedSince(
      readings.flatMap(({ period, value }) =>
        value === null ? [] : [{ period, value, guardrail: targetAt(targets, period).guardrail }],
      ),
      good,
    ),
    ...targetAt(targets, newest?.period ?? '9999-12-31'),
    adverse: signals.some(({ adverse }) => adverse),
    favourable: signals.some(({ adverse }) => !adverse),
    recent: judged.slice(-shown),
    stage: segment?.stage ?? 'too_few',
    limits: segment?.limits ?? null,
    autocorrelated: segment?.autocorrelated ?? false,
    signals: signals.map(({ rule, side, adverse }) => ({ rule, side, adverse })),
    excuses: judged.length - 1 - judged.findLastIndex(({ explained }) => !explained),
  }
}

/** The process behaviour chart of a metric's readings. */
export const segmentsOf = ({ readings, definition, starts }: Pick<Given, 'readings' | 'definition' | 'starts'>) =>
  behaviourOf(withGaps(readings, definition.rhythm), { ...definition, factor: definition.ratio?.factor ?? 1 }, starts)

/** Every period from the first to the last: one that nobody entered is a gap, and breaks what is successive. */
function withGaps(readings: readonly Dated[], newest: Rhythm): Entry[] {
  const entries: Entry[] = []
  for (const reading of readings) {
    const before = entries.at(-1)?.period
    const rhythm = reading.rhythm ?? newest
    if (before !== undefined) {
      for (let gap = periodAfter(before, rhythm); gap < reading.period; gap = periodAfter(gap, rhythm)) {
        entries.push({ period: gap, value: null })
      }
    }
    entries.push(reading)
  }
  return entries
}
