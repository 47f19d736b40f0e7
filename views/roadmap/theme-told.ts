import type { InitiativeOffers } from '../../db/roadmap/offers.ts'
import type { ThemeContent } from '../../db/roadmap/themes.ts'
import { quarterText } from './initiative-words.ts'

/** Field by field as people read it, for somebody who wrote at the same time as somebody else. */
export function toldTheme(
  theme: ThemeContent & { closed: boolean },
  { metrics, people }: InitiativeOffers,
): Record<string, string> {
  const name = (list: readonly { id: number; name: string }[], id: number | null) =>
    id === null ? '' : (list.find((one) => one.id === id)?.name ?? `no. ${id}`)
  return {
    Name: theme.name,
    Outcome: theme.outcome,
    Metric: name(metrics, theme.metric),
    From: plain(theme.baseline),
    To: plain(theme.target),
    'By the end of': quarterText(theme.quarter),
    Owner: name(people, theme.owner),
    'No longer pursued': theme.closed ? 'yes' : 'no',
  }
}

const plain = (value: number | null) => (value === null ? '' : String(value))
