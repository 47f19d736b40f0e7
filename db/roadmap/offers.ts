import { sql } from 'drizzle-orm'
import { activePeople, type NamedPerson } from '../people.ts'
import { rows } from '../rows.ts'
import { findMetricById, listMetrics } from '../scorecard/metrics.ts'
import { openThemes } from './themes.ts'

/** What the form of an initiative lets one choose from. */
export type InitiativeOffers = {
  themes: { id: number; name: string }[]
  buckets: { key: string; name: string }[]
  metrics: { id: number; name: string; unit: string }[]
  people: NamedPerson[]
  teams: { id: number; name: string }[]
}

/** Those `chosen` may be chosen though they were taken off the scorecard: they stand there already. */
export async function initiativeOffers(chosen: readonly (number | null)[] = []): Promise<InitiativeOffers> {
  const [themes, buckets, metrics, retired, people, teams] = await Promise.all([
    openThemes(),
    rows<{ key: string; name: string }>(
      sql`select key, name from buckets where retired_at is null order by position, key`,
    ),
    listMetrics(),
    Promise.all(chosen.filter((id) => id !== null).map((id) => findMetricById(id))),
    activePeople(),
    rows<{ id: number; name: string }>(sql`select id, name from teams where closed_at is null order by name`),
  ])
  const more = retired.filter((metric) => metric?.retiredAt != null).filter((metric) => metric !== undefined)
  return {
    ...{ themes, buckets, people, teams },
    metrics: [...metrics, ...more].map(({ id, name, unit }) => ({ id, name, unit })),
  }
}
