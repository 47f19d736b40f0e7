import type { OutlinedTheme } from '../../db/roadmap/outline.ts'
import type { Churn } from '../../src/domain/roadmap/churn.ts'
import type { Blocker } from '../../src/domain/roadmap/dependencies.ts'
import { isReached, shareOfTheWay } from '../../src/domain/roadmap/outcome.ts'
import { periodName, targetText, unitName, withUnit } from '../scorecard/words.ts'
import { counted, percent } from '../words.ts'
import { listed, quarterText } from './initiative-words.ts'

const blockerTexts: Record<Blocker, string> = {
  stopped: 'was stopped',
  late: 'is late',
  finishes_after: 'is planned to finish after it is needed',
}

/** "which is late and is planned to finish after it is needed" */
export const blockerText = (because: readonly Blocker[]) => `which ${listed(because.map((one) => blockerTexts[one]))}`

/** "stability 87 %: two added, one resequenced" */
export function churnText({ stability, added, removed, resequenced, rescoped }: Churn): string {
  const parts = [
    [added.length, 'added'],
    [removed.length, 'removed'],
    [resequenced.length, 'resequenced'],
  ] as const
  const changes = parts.flatMap(([count, word]) => (count === 0 ? [] : [counted(count, word, word)]))
  const sizes = rescoped.length === 0 ? '' : `; ${counted(rescoped.length, 'effort')} changed by more than a fifth`
  const share = stability === null ? '' : `stability ${percent(stability).replace('-', '−')}: `
  return `${share}${changes.length === 0 ? 'nothing added, removed or resequenced' : changes.join(', ')}${sizes}`
}

/** "from 38 %, now 41.7 % (week 45), to ≥ 45 % by 2026 Q4; 53 % of the way" */
export function outcomeText(theme: OutlinedTheme, currency: string): string {
  const { unit, good, rhythm, baseline, target, value, period, quarter } = theme
  if (unit === null || good === null) return ''
  const text = (number: number) => withUnit(number, unit, currency)
  const when = period !== null && rhythm !== null ? ` (${periodName(period, rhythm)})` : ''
  const by = quarter === null ? '' : ` by ${quarterText(quarter)}`
  return [
    baseline === null ? '' : `from ${text(baseline)}`,
    value === null ? 'nothing read yet' : `now ${text(value)}${when}`,
    target === null ? 'no target yet' : `to ${targetText(target, good)}${unitOf(unit, currency)}${by}`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat(wayText({ baseline, target, value, good }))
}

const unitOf = (unit: string, currency: string) =>
  unit === 'count' || unit === 'ratio' ? '' : `\u00a0${unitName(unit, currency)}`

function wayText(outcome: Parameters<typeof shareOfTheWay>[0]) {
  const share = shareOfTheWay(outcome)
  if (share === null || isReached(outcome)) return ''
  return share < 0 ? '; it went back' : share === 0 ? '; it has not moved' : `; ${percent(share)} of the way`
}
