import type { Stage } from '../../src/domain/scorecard/behaviour.ts'
import type { Category, Definition, Good, Rhythm, Scale } from '../../src/domain/scorecard/catalogue.ts'
import { periodAfter, weekOf } from '../../src/domain/scorecard/periods.ts'
import type { Misfit } from '../../src/domain/scorecard/reading.ts'
import type { Source } from '../../src/domain/scorecard/readings/catalogue.ts'
import type { Rule } from '../../src/domain/scorecard/rules.ts'
import type { MetricStatus } from '../../src/domain/scorecard/status.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { longDay } from '../dates.ts'

export const categoryNames: Record<Category, string> = {
  product: 'Product outcomes',
  delivery: 'Delivery performance',
  reliability: 'Reliability & operational excellence',
  security: 'Security & risk',
  cost: 'Cost & efficiency',
}

export const rhythmNames: Record<Rhythm, string> = {
  weekly: 'Weekly',
  fortnightly: 'Every two weeks',
  monthly: 'Monthly',
}
export const rhythmMarks: Record<Rhythm, string> = { weekly: 'W', fortnightly: '2W', monthly: 'M' }

export const goodNames: Record<Good, string> = { up: 'Higher is better', down: 'Lower is better' }
export const scaleNames: Record<Scale, string> = { linear: 'Linear', log: 'Logarithmic' }

export const metricStatusNames: Record<MetricStatus, string> = {
  no_data: 'No data',
  breached: 'Guardrail breached',
  stale: 'Stale',
  signal: 'Signal',
  off_target: 'Off target',
  no_target: 'No target yet',
  on_target: 'On target',
}

/** The shape that stands for a status in the stylesheet. */
export const statusShapes: Record<MetricStatus, string> = {
  no_data: 'none',
  breached: 'bad',
  stale: 'stale',
  signal: 'signal',
  off_target: 'off',
  no_target: 'none',
  on_target: 'good',
}

export const sourceNames: Record<Source, string> = {
  entered: 'Entered',
  pasted: 'Pasted',
  imported: 'Imported',
  computed: 'Computed',
}

export const ruleNames: Record<Rule, string> = {
  '1': 'a point outside the limits',
  range: 'a jump larger than chance makes',
  '2': 'three of four points near one limit',
  '3': 'eight points on one side of the mean',
}

export const stageSentences: Record<Stage, string> = {
  too_few: 'No limits yet: they need twelve entries.',
  unvarying: 'No limits: the values do not vary.',
  provisional: 'Limits are provisional until there are twenty entries.',
  settled: 'Limits come from the first twenty entries and stay.',
}

export const misfitSentences: Record<Misfit, string> = {
  no_ratio: 'This metric is one value, not a ratio.',
  too_low: 'That is below what the metric can be.',
  too_high: 'That is above what the metric can be.',
  negative_denominator: 'What is divided by cannot be below 0.',
}

/** The unit as people read it: money in the organisation's currency. */
export const unitName = (unit: string, currency: string) => (unit === 'money' ? currency : unit)

/** A value without its unit, with as many digits as tell it from its neighbours: 0.53, 4.2, 41.7, 168, 12 400. */
export function figure(value: number | null, digits = digitsOf(value)): string {
  if (value === null) return '–'
  const [whole = '', part] = value.toFixed(digits).replace(/^-/, '−').split('.')
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** Alone a value needs no zeros at its end. */
function digitsOf(value: number | null) {
  if (value === null) return 0
  return Math.min(decimalsIn(value), value !== 0 && Math.abs(value) < 1 ? 2 : 1)
}

/**
 * The digits behind the point that a row of values shares: no more than were entered, and as many as their size or
 * their spread asks for. 99.91 beside 99.97 needs two, 105 beside 46 none.
 */
export function sharedDigits(values: readonly number[]): number {
  if (values.length === 0) return 0
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const size = Math.max(Math.abs(low), Math.abs(high))
  const bySize = size >= 100 ? 0 : size >= 2 ? 1 : 2
  const bySpread = high > low ? Math.ceil(-Math.log10((high - low) / 3)) : 0
  return Math.min(Math.max(...values.map(decimalsIn)), Math.max(bySize, Math.min(3, bySpread)))
}

const decimalsIn = (value: number) => String(Number(value.toFixed(3))).split('.')[1]?.length ?? 0

/** 41.7 %, 24 hours; money as 1.2 EUR. */
export const withUnit = (value: number | null, unit: string, currency: string) =>
  value === null
    ? 'no data'
    : `${figure(value)}${unit === 'count' || unit === 'ratio' ? '' : `\u00a0${unitName(unit, currency)}`}`

/** `≥ 40` for what should be reached. */
export const targetText = (target: number | null, good: Good) =>
  target === null ? '–' : `${good === 'up' ? '≥' : '≤'} ${figure(target)}`

/** `< 35` for what must not happen. */
export const guardrailText = (guardrail: number | null, good: Good) =>
  guardrail === null ? '' : `${good === 'up' ? '<' : '>'} ${figure(guardrail)}`

/** What is typed into a cell to give this reading again: counts where they are known. */
export const typedAs = (reading: { value: number | null; numerator: number | null; denominator: number | null }) =>
  reading.numerator !== null && reading.denominator !== null
    ? `${plain(reading.numerator)}/${plain(reading.denominator)}`
    : reading.value === null
      ? ''
      : plain(reading.value)

const plain = (value: number) => String(Number(value.toPrecision(12)))

/** "week 45", "weeks 44–45", "October 2026". */
export function periodName(start: string, rhythm: Rhythm): string {
  if (rhythm === 'monthly') return `${longDay(start).replace(/^\d+ /, '')}`
  const week = weekOf(start)
  return rhythm === 'weekly' ? `week ${week}` : `weeks ${week}–${weekOf(addDays(start, 7))}`
}

/** "week 45, 2 November 2026 to 8 November 2026"; a month needs no days. */
export const periodInFull = (start: string, rhythm: Rhythm): string =>
  rhythm === 'monthly'
    ? periodName(start, rhythm)
    : `${periodName(start, rhythm)}, ${longDay(start)} to ${longDay(addDays(periodAfter(start, rhythm), -1))}`

/** What is counted, for the hint of a cell: "activated of signups" or "one value in days". */
export const entryHint = ({ ratio, unit }: Pick<Definition, 'ratio' | 'unit'>, currency: string) =>
  ratio
    ? `${ratio.numerator} / ${ratio.denominator}`
    : `one value${unit === 'count' ? '' : ` in ${unitName(unit, currency)}`}`
