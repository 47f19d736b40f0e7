import { raw } from 'hono/html'
import type { MetricStatus } from '../../src/domain/scorecard/status.ts'
import { statusShapes } from './words.ts'

const width = 76
const height = 24
const margin = 3

type Props = {
  /** Oldest first, null where there is none; the last is the newest period, whether entered or not. */
  values: (number | null)[]
  target: number | null
  guardrail: number | null
  status: MetricStatus
}

/**
 * The last periods as a line, the target and the guardrail as thin ones; a limit that would flatten the line is left
 * out. The numbers stand beside it, so it is hidden from screen readers.
 */
export const Sparkline = (props: Props) => raw(sparkline(props))

/** The same as text: sixty rows of components would be most of the scorecard's time. */
export function sparkline({ values, target, guardrail, status }: Props): string {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const last = known.at(-1)
  if (!last) return ''
  const spread = spreadOf(known.map(({ value }) => value))
  const limits = [target, guardrail].filter((limit) => limit !== null && isNear(limit, spread))
  const { low, high } = spreadOf([spread.low, spread.high, ...limits.filter((limit) => limit !== null)])
  const x = (at: number) => round(1 + (at * (width - 5)) / Math.max(1, values.length - 1))
  const y = (value: number) =>
    high === low ? height / 2 : round(height - margin - ((value - low) / (high - low)) * (height - 2 * margin))
  const level = (name: string, limit: number | null) =>
    limit !== null && limits.includes(limit) ? `<path class="${name}" d="M0 ${y(limit)}H${width}"/>` : ''
  return `<svg class="sp" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${level('t', target)}${level(
    'g',
    guardrail,
  )}<path d="${lineOf(values, x, y)}"/><circle class="${statusShapes[status]}" cx="${x(last.at)}" cy="${y(last.value)}" r="3"/></svg>`
}

/** Broken where a period is missing. */
function lineOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number) {
  let drawing = false
  return values
    .map((value, at) => {
      if (value === null) {
        drawing = false
        return ''
      }
      const step = `${drawing ? 'L' : 'M'}${x(at)} ${y(value)}`
      drawing = true
      return step
    })
    .join('')
}

const spreadOf = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) })

/** A limit further away than the values spread would leave them half of the height or less. */
const isNear = (limit: number, { low, high }: { low: number; high: number }) =>
  limit >= low - (high - low) && limit <= high + (high - low)

const round = (value: number) => Math.round(value * 10) / 10
