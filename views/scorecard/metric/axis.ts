import type { Definition, Scale } from '../../../src/domain/scorecard/catalogue.ts'

type Domain = { low: number; high: number }

/**
 * From where to where the value axis goes: everything in `shown`, and of `wished` what would not flatten it. A little
 * more below, where the markers of the time axis stand.
 */
export function domainOf(shown: readonly number[], wished: readonly number[], scale: Scale): Domain {
  const to = (value: number) => (scale === 'log' ? Math.log(value) : value)
  const back = (value: number) => (scale === 'log' ? Math.exp(value) : value)
  const usable = (value: number) => scale === 'linear' || value > 0
  const inner = shown.filter(usable).map(to)
  const [low, high] = [Math.min(...inner), Math.max(...inner)]
  const spread = high - low || Math.abs(high) * 0.2 || 1
  const near = wished
    .filter(usable)
    .map(to)
    .filter((value) => value >= low - spread && value <= high + spread)
  const [least, most] = [Math.min(low, ...near), Math.max(high, ...near)]
  const height = most - least || spread
  return {
    low: Number(back(least - 0.16 * height).toPrecision(7)),
    high: Number(back(most + 0.08 * height).toPrecision(7)),
  }
}

/** Round values to rule the chart at, with their names. */
export function levelsOf(domain: Domain, { scale, least, most }: Pick<Definition, 'scale' | 'least' | 'most'>) {
  const { low, high } = domain
  const possible = (value: number) =>
    value >= low && value <= high && (least === null || value >= least) && (most === null || value <= most)
  const decades = scale === 'log' ? decadesIn(domain).filter(possible) : []
  const step = roundStep((high - low) / 4)
  const even = Array.from({ length: 8 }, (_, index) => (Math.ceil(low / step) + index) * step).filter(possible)
  const round = decades.length > 8 ? decades.filter((_, index) => index % 3 === 0) : decades
  const values = decades.length >= 3 ? round : even
  const digits = decades.length >= 3 ? 0 : Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  return values.map((value) => ({ value: Number(value.toPrecision(12)), label: labelOf(value, digits) }))
}

function decadesIn({ low, high }: Domain) {
  const values: number[] = []
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const factor of [1, 2, 5]) values.push(factor * 10 ** power)
  }
  return values
}

/** The nearest of 1, 2 and 5 times a power of ten that is not smaller. */
function roundStep(rough: number) {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power
}

function labelOf(value: number, digits: number) {
  const [whole = '', part] = (digits === 0 ? String(Number(value.toPrecision(3))) : value.toFixed(digits)).split('.')
  const text = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return part === undefined ? text : `${text}.${part}`
}
