type Bar = {
  /** Percent. */
  actual: number | null
  plan: number | null
  floor: number | null
  /** For those who do not see it; without one the numbers beside it must say all. */
  label?: string
  width?: number
}

/** A bucket seldom has more: the rest of the line would stay empty. */
const most = 90

/** What a bucket gets: the bar, the triangle at its plan, the floor dashed, and what is missing up to it. As text. */
export function bar({ actual, plan, floor, label, width = 148 }: Bar): string {
  const x = (percent: number) => round((Math.min(percent, most) / most) * width)
  const has = actual ?? 0
  const gap = actual !== null && floor !== null && floor - has >= 0.5
  const parts = [
    `<path class="track" d="M0 11.5H${width}"/>`,
    actual === null ? '' : `<rect class="bar" y="2" width="${x(has)}" height="9"/>`,
    gap
      ? `<rect class="gap" x="${round(x(has) + 0.5)}" y="2.5" width="${round(Math.max(0.5, x(floor) - x(has) - 1))}" height="8"/>`
      : '',
    floor === null ? '' : `<path class="floor" d="M${x(floor)} -1V11"/>`,
    plan === null ? '' : `<path class="plan" d="M${x(plan)} 12l4.5 7h-9z"/>`,
  ]
  const said = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"'
  return `<svg class="bu" width="${width}" height="20" viewBox="0 0 ${width} 20" ${said}>${parts.join('')}</svg>`
}

const round = (value: number) => Math.round(value * 10) / 10
