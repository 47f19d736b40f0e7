import type { Good, Scale } from './catalogue.ts'
import { autocorrelation, type Limits, limitsOf, type Series } from './limits.ts'
import { type Entry, type Pooled, pooled } from './pooling.ts'
import { type Finding, findingsIn, type Rule, rules } from './rules.ts'

/** What of a definition the statistics ask. */
export type Measured = { good: Good; scale: Scale; least: number | null; most: number | null; factor: number }

/**
 * `too_few` points for limits; `unvarying`: nothing to tell a signal from; `provisional`: limits that may still move,
 * and only points beyond them speak; `settled`: limits stay as they are, every rule speaks.
 */
export type Stage = 'too_few' | 'unvarying' | 'provisional' | 'settled'

export type Signal = { period: string; from: string; rule: Rule; side: 'high' | 'low'; adverse: boolean }

export type Segment = {
  /** The first period it speaks for, and why it was begun; the first segment has no cause. */
  from: string
  stage: Stage
  points: Pooled[]
  /** In the metric's unit. A limit beyond a natural bound is cut there. */
  limits: { mean: number; upper: number; lower: number; upperCut: boolean; lowerCut: boolean } | null
  /** Each value resembles the one before so much that rules 2 and 3 would mislead: they are off. */
  autocorrelated: boolean
  signals: Signal[]
}

const leastForLimits = 12
/** So many points make the baseline; what comes later is held against it and never moves it. */
export const baseline = 20

/**
 * The process behaviour chart of a metric: one segment from each day in `starts` (first days of periods, oldest first),
 * every entry in exactly one. `entries` holds every period from the first to the newest in order, with value null where
 * none is valid.
 */
export function behaviourOf(entries: readonly Entry[], measured: Measured, starts: readonly string[]): Segment[] {
  const first = entries[0]?.period
  if (first === undefined) return []
  // A baseline that nothing was entered for yet has nothing to say: until then the one before it speaks.
  const last = entries.at(-1)?.period ?? first
  const bounds = [first, ...starts.filter((start) => start > first && start <= last)]
  return bounds.map((from, at) => {
    const until = bounds[at + 1]
    return segmentOf(
      entries.filter(({ period }) => period >= from && (until === undefined || period < until)),
      from,
      measured,
    )
  })
}

function segmentOf(entries: readonly Entry[], from: string, measured: Measured): Segment {
  const points = pooled(entries, measured.factor, baseline)
  const series = points.map(({ value }) => scaled(value, measured.scale))
  const locked = baselineOf(series)
  const count = locked.filter((value) => value !== null).length
  const limits = count < leastForLimits ? null : limitsOf(locked)
  const none = { from, points, limits: null, autocorrelated: false, signals: [] }
  if (!limits) return { ...none, stage: 'too_few' }
  if (limits.range === 0) return { ...none, stage: 'unvarying' }

  const stage = count < baseline ? 'provisional' : 'settled'
  const autocorrelated = (autocorrelation(locked) ?? 0) > 2 / Math.sqrt(count)
  const cut = cutAt(limits, measured)
  const asked: readonly Rule[] =
    stage === 'settled' && !autocorrelated ? rules : rules.filter((rule) => rule === '1' || rule === 'range')
  const found = findingsIn(series, limits, { rules: asked, high: !cut.upperCut, low: !cut.lowerCut })
  return {
    from,
    stage,
    points,
    limits: cut,
    autocorrelated,
    signals: found.map((finding) => signalOf(finding, points, measured.good)),
  }
}

/** Up to and with the twentieth value. */
function baselineOf(series: Series): Series {
  let seen = 0
  const end = series.findIndex((value) => value !== null && ++seen === baseline)
  return end === -1 ? series : series.slice(0, end + 1)
}

const scaled = (value: number | null, scale: Scale) =>
  scale === 'linear' || value === null ? value : value > 0 ? Math.log(value) : null

function cutAt({ mean, upper, lower }: Limits, { scale, least, most }: Measured) {
  const back = (value: number) => (scale === 'log' ? Math.exp(value) : value)
  const upperCut = most !== null && back(upper) > most
  const lowerCut = least !== null && back(lower) < least
  return {
    mean: back(mean),
    upper: upperCut ? most : back(upper),
    lower: lowerCut ? least : back(lower),
    upperCut,
    lowerCut,
  }
}

function signalOf({ at, from, rule, side }: Finding, points: readonly Pooled[], good: Good): Signal {
  return {
    period: points[at]?.period ?? '',
    from: points[from]?.from ?? '',
    rule,
    side,
    adverse: (side === 'high') !== (good === 'up'),
  }
}

/**
 * Where a new baseline may begin: at the first of the eight of the first run that rule 3 found in the newest segment.
 * null: there is no such run, and only a logged change can begin one.
 */
export const runStart = (segment: Segment): string | null =>
  segment.signals.find(({ rule }) => rule === '3')?.from ?? null

/**
 * How often the newest entry of a stable metric raises an adverse signal all the same, as a share of entries. Measured for
 * this policy by simulation with normal values; `test/domain/false-signals.test.ts` measures it again.
 */
export const falseSignalRate: Record<Stage, number> = { too_few: 0, unvarying: 0, provisional: 0.007, settled: 0.021 }
