import { type PerBucket, type Split, sharesOf, sumOf } from './split.ts'

export type PlannedTeam = { people: number; availability: number; split: Split }

/** Person-weeks that a team has in a week. */
export const weeklyOf = ({ people, availability }: Omit<PlannedTeam, 'split'>): number => people * availability

/** What all teams together are planned for: percent of their person-weeks, not rounded; empty without any. */
export function plannedPercent(teams: readonly PlannedTeam[]): PerBucket {
  const amounts = teams.map((team) => scaled(team.split, weeklyOf(team)))
  return scaled(sharesOf(sumOf(amounts)) ?? {}, 100)
}

export const scaled = (amounts: PerBucket, factor: number): PerBucket =>
  Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, amount * factor]))
