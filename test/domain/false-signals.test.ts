import { expect, it } from 'vitest'
import { behaviourOf, falseSignalRate, type Measured, type Stage } from '../../src/domain/scorecard/behaviour.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'

const measured: Measured = { good: 'up', scale: 'linear', least: null, most: null, factor: 1 }
const runs = 2000
const periods = Array.from({ length: 46 }, (_, at) => periodAfter('2024-01-01', 'weekly', at))

/** Stable metrics: whatever signal they raise is a false one. */
function simulate(length: number, normal: () => number) {
  let signals = 0
  let loud = 0
  for (let run = 0; run < runs; run++) {
    const entries = periods.slice(0, length).map((period) => ({ period, value: 100 + normal() }))
    const [segment] = behaviourOf(entries, measured, [])
    const after = new Set(
      segment?.signals
        .filter(({ adverse, period }) => adverse && period >= (periods[20] ?? ''))
        .map(({ period }) => period),
    )
    signals += after.size
    if (after.size > 0) loud += 1
  }
  return { perEntry: signals / runs / (length - 20), anyIn26: loud / runs }
}

it('a stable metric raises as many false signals as the scorecard says to expect', () => {
  const { perEntry, anyIn26 } = simulate(46, normals(20261121))
  process.stdout.write(
    `False signals of a stable metric with settled limits: ${(100 * perEntry).toFixed(2)} % of its entries; ` +
      `${(100 * anyIn26).toFixed(0)} % of metrics raise one within 26 entries.\n`,
  )
  expect(Math.abs(perEntry - falseSignalRate.settled)).toBeLessThan(0.004)
})

it('provisional limits raise fewer: only points beyond them speak', () => {
  const normal = normals(7)
  let signals = 0
  for (let run = 0; run < runs; run++) {
    // The newest of 12 to 19 entries, as the scorecard looks at it.
    const length = 12 + (run % 8)
    const entries = periods.slice(0, length).map((period) => ({ period, value: 100 + normal() }))
    const [segment] = behaviourOf(entries, measured, [])
    if (segment?.signals.some(({ adverse, period }) => adverse && period === periods[length - 1])) signals += 1
  }
  process.stdout.write(`With provisional limits: ${((100 * signals) / runs).toFixed(2)} % of newest entries.\n`)
  const stage: Stage = 'provisional'
  expect(Math.abs(signals / runs - falseSignalRate[stage])).toBeLessThan(0.004)
})

/** Mulberry32 and Box–Muller: the same numbers each time. */
function normals(seed: number) {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}
