import type { InitiativeFilter, RankCursor } from '../../../db/roadmap/list.ts'
import { stages } from '../../domain/roadmap/catalogue.ts'

/** The list's address read as a filter; what it does not understand is as if it were not there. */
export function filterOf(params: URLSearchParams): {
  filter: InitiativeFilter
  after: RankCursor | undefined
  query: URLSearchParams
} {
  const query = new URLSearchParams([...params].filter(([name, value]) => name !== 'after' && value.trim() !== ''))
  const of = (name: string) => query.get(name)?.trim() || undefined
  const id = (name: string) => {
    const number = Number(of(name))
    return Number.isSafeInteger(number) && number > 0 ? number : undefined
  }
  const quarter = of('quarter')?.toUpperCase()
  return {
    filter: {
      stage: [...stages, 'any' as const].find((stage) => stage === of('stage')),
      bucket: of('bucket'),
      ...{ team: id('team'), owner: id('owner'), theme: id('theme') },
      quarter: quarter === 'NONE' ? 'none' : /^\d{4}Q[1-4]$/.test(quarter ?? '') ? quarter : undefined,
    },
    after: cursorOf(params.get('after')),
    query,
  }
}

export const isNarrowed = (filter: InitiativeFilter) => Object.values(filter).some((value) => value !== undefined)

/** `12.5~123` */
function cursorOf(text: string | null): RankCursor | undefined {
  const [rank, id] = text?.split('~').map(Number) ?? []
  return Number.isFinite(rank) && Number.isSafeInteger(id) ? { rank: rank ?? 0, id: id ?? 0 } : undefined
}
