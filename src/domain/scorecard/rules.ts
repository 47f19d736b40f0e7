import { type Limits, movingRanges, type Series } from './limits.ts'

/** 1: beyond a limit. `range`: a jump beyond the range limit. 2: three of four near one limit. 3: eight on one side. */
export const rules = ['1', 'range', '2', '3'] as const
export type Rule = (typeof rules)[number]

/** `at` is the index of the point that completes the pattern, `from` that of its first point. */
export type Finding = { at: number; from: number; rule: Rule; side: 'high' | 'low' }

/** Which rules are asked. On a side whose limit lies beyond a natural bound, rules 1 and 2 cannot be asked. */
export type Asked = { rules: readonly Rule[]; high: boolean; low: boolean }

const everything: Asked = { rules, high: true, low: true }

/**
 * Every point at which a rule speaks, in order. A missing value (null) breaks what is successive; so does a value equal
 * to the mean for rule 3. The range rule has the side the jump went to.
 */
export function findingsIn(series: Series, limits: Limits, asked: Asked = everything): Finding[] {
  const ranges = movingRanges(series)
  const found: Finding[] = []
  const speak = (rule: Rule, at: number, from: number, side: 'high' | 'low') => {
    if (asked.rules.includes(rule)) found.push({ at, from, rule, side })
  }
  const run = { high: 0, low: 0 }
  for (const [at, value] of series.entries()) {
    run.high = value !== null && value > limits.mean ? run.high + 1 : 0
    run.low = value !== null && value < limits.mean ? run.low + 1 : 0
    if (value === null) continue
    const before = series[at - 1] ?? value
    if (value > limits.upper && asked.high) speak('1', at, at, 'high')
    if (value < limits.lower && asked.low) speak('1', at, at, 'low')
    if ((ranges[at] ?? 0) > limits.rangeLimit) speak('range', at, at - 1, value > before ? 'high' : 'low')
    for (const side of ['high', 'low'] as const) {
      if (asked[side] && threeOfFour(series, at, limits, side)) speak('2', at, Math.max(0, at - 3), side)
      if (run[side] >= 8) speak('3', at, at - run[side] + 1, side)
    }
  }
  return found
}

/** Of the last four successive values, three are nearer this limit than the mean, the newest among them. */
function threeOfFour(series: Series, at: number, { mean, range }: Limits, side: 'high' | 'low') {
  const halfway = side === 'high' ? mean + 1.33 * range : mean - 1.33 * range
  const isNear = (value: number) => (side === 'high' ? value > halfway : value < halfway)
  let near = 0
  for (let back = 0; back < 4; back++) {
    const value = series[at - back]
    if (value === null || value === undefined) break
    if (isNear(value)) near += 1
    else if (back === 0) return false
  }
  return near >= 3
}
