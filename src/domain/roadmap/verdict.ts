import { baseline, type Segment } from '../scorecard/behaviour.ts'
import type { Definition, Good, Rhythm } from '../scorecard/catalogue.ts'
import { limitsOf, type Series } from '../scorecard/limits.ts'
import { periodAfter, periodOf } from '../scorecard/periods.ts'
import { valuesOf } from '../scorecard/pooling.ts'
import { findingsIn, rules } from '../scorecard/rules.ts'
import { type Reading, segmentsOf } from '../scorecard/standing.ts'
import { isPast } from '../scorecard/status.ts'

const initiativeVerdicts = ['win', 'trade_off', 'not_proven', 'harm', 'inconclusive'] as const
export type InitiativeVerdict = (typeof initiativeVerdicts)[number]
export type Moved = 'yes' | 'no' | 'unclear'
export type Held = 'yes' | 'no' | 'unknown'

export type MovedReason =
  | ('experiment_favourable' | 'experiment_adverse' | 'signal' | 'moving_before_launch')
  | ('no_signal' | 'adverse_signal' | 'below_least_effect')
  | ('too_few_before' | 'unvarying_before' | 'too_few_after')
export type HeldReason =
  | 'guardrail_breached'
  | 'guardrail_signal'
  | 'guardrail_held'
  | 'too_few_entries'
  | 'no_guardrail'

/** Both metrics' readings are in the order of their periods; a period that holds the launch day within it counts nowhere. */
export type Evidence = {
  launchedOn: string
  primary: {
    readings: readonly (Reading & { rhythm?: Rhythm })[]
    definition: Pick<Definition, 'good' | 'rhythm' | 'scale' | 'least' | 'most' | 'ratio'>
    /** First days of new baselines, oldest first; those begun after the launch are not looked at. */
    starts: readonly string[]
    /** Said before the launch, in the metric's unit, 0 or more. */
    leastEffect: number
  }
  guardrail: {
    /** `guardrail` as it held in that period; `adverse`: a rule spoke there on the bad side. */
    readings: readonly { period: string; value: number | null; guardrail: number | null; adverse: boolean }[]
    good: Good
    rhythm: Rhythm
  }
  /** The interval of the effect on the primary metric, treated minus untreated. null: no experiment. */
  experiment: { low: number; high: number } | null
}

export type Judgement = {
  moved: Moved
  held: Held
  verdict: InitiativeVerdict
  /** While inconclusive: the first day on which the missing entries can be there; null where none is awaited. */
  earliest: string | null
  because: (MovedReason | HeldReason)[]
}

const leastAfter = 8
const leastGuarded = 2

/** Means that are equal differ by so much of themselves, by rounding alone. */
const rounding = 1e-9

/**
 * What came of an initiative since its launch: an association, not a proof of cause. A pattern counts only if it lies
 * wholly after the launch, and an effect only in the good direction. An experiment whose interval excludes 0 is the
 * stronger evidence and speaks first, for better or worse.
 */
export function verdictOf({ launchedOn, primary, guardrail, experiment }: Evidence): Judgement {
  const moved = movedBy(experiment, primary.definition.good) ?? movedSince(launchedOn, primary)
  const held = heldSince(launchedOn, guardrail)
  const verdict = verdictFor(moved.answer, held.answer)
  const awaited = [...(moved.answer === 'unclear' ? [moved.due] : []), ...(held.answer === 'unknown' ? [held.due] : [])]
  return {
    moved: moved.answer,
    held: held.answer,
    verdict,
    earliest: awaited.includes(null) ? null : (awaited.sort().at(-1) ?? null),
    because: [...moved.because, ...held.because],
  }
}

export function verdictFor(moved: Moved, held: Held): InitiativeVerdict {
  if (moved === 'unclear' || held === 'unknown') return 'inconclusive'
  if (moved === 'yes') return held === 'yes' ? 'win' : 'trade_off'
  return held === 'yes' ? 'not_proven' : 'harm'
}

type Primary = Evidence['primary']
type Part<Answer, Reason> = { answer: Answer; because: Reason[]; due: string | null }

function movedBy(experiment: Evidence['experiment'], good: Good): Part<Moved, MovedReason> | null {
  if (!experiment || (experiment.low <= 0 && experiment.high >= 0)) return null
  const better = experiment.low > 0 === (good === 'up')
  return better
    ? { answer: 'yes', because: ['experiment_favourable'], due: null }
    : { answer: 'no', because: ['experiment_adverse'], due: null }
}

function movedSince(launchedOn: string, { readings, definition, starts, leastEffect }: Primary) {
  const { good, rhythm, scale } = definition
  const said = (answer: Moved, because: MovedReason[], due: string | null = null) => ({ answer, because, due })
  const endOf = (one: (typeof readings)[number]) => periodAfter(one.period, one.rhythm ?? rhythm)
  const earlier = readings.filter((one) => endOf(one) <= launchedOn)
  const before = segmentsOf({ readings: earlier, definition, starts }).at(-1)
  if (!before?.limits) return said('unclear', [before?.stage === 'unvarying' ? 'unvarying_before' : 'too_few_before'])

  const later = readings.filter(({ period }) => period >= launchedOn)
  const after = scaled(valuesOf(pointsSince(launchedOn, before, { readings, definition })), scale)
  const values = after.filter((value) => value !== null)
  const newest = later.at(-1)
  const missing = leastAfter - values.length
  const due = missing > 0 ? dayOf(missing, newest ? endOf(newest) : launchedOn, rhythm) : null
  const sides = new Set(sidesIn(after, before, scale))
  const [best, worst] = good === 'up' ? (['high', 'low'] as const) : (['low', 'high'] as const)
  if (sides.has(best)) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const change = ((scale === 'log' ? Math.exp(mean) : mean) - before.limits.mean) * (good === 'up' ? 1 : -1)
    const differs = rounding * Math.abs(before.limits.mean)
    if (change <= differs || change < leastEffect - differs) return said('unclear', ['below_least_effect'], due)
    const last = before.points.findLast(({ value }) => value !== null)?.period
    const moving = before.signals.some(({ period, adverse }) => period === last && !adverse)
    return said('yes', moving ? ['signal', 'moving_before_launch'] : ['signal'])
  }
  if (due !== null) return said('unclear', ['too_few_after'], due)
  return said('no', [sides.has(worst) ? 'adverse_signal' : 'no_signal'])
}

/**
 * The points since the launch. Rare counts are taken together at the rate of the baseline: at a rate of their own the
 * first of them, whatever it is, would be a point for itself, and not to be held against the limits.
 */
function pointsSince(
  launchedOn: string,
  before: Segment,
  { readings, definition }: Pick<Primary, 'readings' | 'definition'>,
) {
  const last = before.points.at(-1)?.period ?? before.from
  const own = readings.filter(({ period }) => period >= launchedOn || (period >= before.from && period <= last))
  const points = segmentsOf({ readings: own, definition, starts: [] })[0]?.points ?? []
  return points.filter(({ from }) => from >= launchedOn)
}

/** On which sides a rule speaks after the launch, held against the limits locked before it. */
function sidesIn(after: Series, { points, stage, autocorrelated, limits: cut }: Segment, scale: Definition['scale']) {
  const series = scaled(valuesOf(points), scale)
  let seen = 0
  const limits = limitsOf(series.filter((value) => seen < baseline && (value === null || ++seen > 0)))
  if (!limits || !cut) return []
  const few = stage === 'provisional' || autocorrelated
  const asked = few ? rules.filter((rule) => rule === '1' || rule === 'range') : rules
  return findingsIn(after, limits, { rules: asked, high: !cut.upperCut, low: !cut.lowerCut }).map(({ side }) => side)
}

const scaled = (series: Series, scale: Definition['scale']): Series =>
  scale === 'linear' ? series : series.map((value) => (value === null || value <= 0 ? null : Math.log(value)))

function heldSince(launchedOn: string, { readings, good, rhythm }: Evidence['guardrail']): Part<Held, HeldReason> {
  const since = readings.filter(({ period }) => period >= launchedOn)
  const guarded = since.flatMap(({ value, guardrail }) =>
    value === null || guardrail === null ? [] : [isPast(value, guardrail, good)],
  )
  const bad: HeldReason[] = []
  if (guarded.includes(true)) bad.push('guardrail_breached')
  if (since.some(({ adverse }) => adverse)) bad.push('guardrail_signal')
  if (bad.length > 0) return { answer: 'no', because: bad, due: null }
  if (guarded.length >= leastGuarded) return { answer: 'yes', because: ['guardrail_held'], due: null }
  const newest = since.at(-1)
  if (readings.at(-1)?.guardrail === null) return { answer: 'unknown', because: ['no_guardrail'], due: null }
  const due = dayOf(leastGuarded - guarded.length, newest ? periodAfter(newest.period, rhythm) : launchedOn, rhythm)
  return { answer: 'unknown', because: ['too_few_entries'], due }
}

/** The first day after so many whole periods from a day on: none of their entries can be complete before. */
function dayOf(count: number, from: string, rhythm: Rhythm): string {
  const period = periodOf(from, rhythm)
  return periodAfter(period, rhythm, period === from ? count : count + 1)
}
