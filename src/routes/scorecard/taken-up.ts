import type { NamedPerson } from '../../../db/people.ts'
import { fromCatalogue, type NewMetric } from '../../../db/scorecard/define.ts'
import type { Known } from '../../../db/scorecard/metrics.ts'
import type { CatalogueMetric } from '../../domain/scorecard/catalogue.ts'
import { freeKey } from '../../domain/scorecard/keys.ts'
import { one, type Values } from '../../http/form.ts'

/** The one metric of the catalogue that is measured for each critical journey on its own. */
export const withSlo = 'slo_attainment'

/** The critical journeys as typed, commas between them. */
export const journeysIn = (values: Values): string[] => [
  ...new Set(
    one(values, `journey-${withSlo}`)
      .split(',')
      .map((journey) => journey.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
]

type Given = { known: readonly Known[]; people: readonly NamedPerson[]; journeys: readonly string[] }

/** What is added for the metrics chosen: none that is there already, and one for each journey of the SLO. */
export function takenUp(chosen: readonly CatalogueMetric[], { known, people, journeys }: Given): NewMetric[] {
  const keys = known.map(({ key }) => key)
  const added: NewMetric[] = []
  for (const metric of chosen) {
    const here = known.filter(({ catalogue }) => catalogue === metric.key)
    const wanted = metric.key === withSlo && journeys.length > 0 ? journeys : ['']
    for (const journey of wanted) {
      if (here.some((other) => journey === '' || other.journey === journey)) continue
      const one = fromCatalogue(metric, holderOf(metric, people), journey)
      const key = freeKey(one.key, keys)
      keys.push(key)
      added.push({ ...one, key })
    }
  }
  return added
}

/** The one person who holds the seat; where several do, or nobody, a person has to choose. */
function holderOf({ ownerRole }: CatalogueMetric, people: readonly NamedPerson[]) {
  const [holder, another] = people.filter(({ executiveRole }) => executiveRole === ownerRole)
  return another ? null : (holder?.id ?? null)
}
