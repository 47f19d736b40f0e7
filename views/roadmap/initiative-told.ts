import type { InitiativeContent } from '../../db/roadmap/initiatives.ts'
import type { InitiativeOffers } from '../../db/roadmap/offers.ts'
import { quarterText } from './initiative-words.ts'

/** Field by field as people read it, for somebody who wrote at the same time as somebody else. */
export function toldInitiative(content: InitiativeContent, offers: InitiativeOffers): Record<string, string> {
  const name = (list: readonly { id: number; name: string }[], id: number | null) =>
    id === null ? '' : (list.find((one) => one.id === id)?.name ?? `no. ${id}`)
  return {
    'In one line': content.title,
    Bucket: offers.buckets.find(({ key }) => key === content.bucket)?.name ?? content.bucket,
    Owner: name(offers.people, content.owner),
    Team: name(offers.teams, content.team),
    Theme: name(offers.themes, content.theme),
    Hypothesis: content.hypothesis,
    'Primary metric': name(offers.metrics, content.primaryMetric),
    'Guardrail metric': name(offers.metrics, content.guardrailMetric),
    'Least effect that counts': plain(content.leastEffect),
    'Effort, person-weeks': plain(content.effort),
    Quarter: quarterText(content.quarter),
    Review: content.reviewOn ?? '',
    'Product line': content.productLine,
  }
}

const plain = (value: number | null) => (value === null ? '' : String(value))
