/** Where work came from: the plan, something that broke, or somebody who asked. */
export const origins = ['planned', 'incident', 'ask'] as const
export type Origin = (typeof origins)[number]

export type Unplanned = {
  /** Of all person-weeks, 0 to 1: incidents and asks together. */
  share: number
  incidents: number
  asks: number
}

/** How much of the person-weeks spent was in no plan. null when none were spent. */
export function unplanned(efforts: readonly { origin: Origin; personWeeks: number }[]): Unplanned | null {
  const of = (wanted: Origin) =>
    efforts.reduce((sum, { origin, personWeeks }) => sum + (origin === wanted ? personWeeks : 0), 0)
  const incidents = of('incident')
  const asks = of('ask')
  const all = of('planned') + incidents + asks
  return all > 0 ? { share: (incidents + asks) / all, incidents: incidents / all, asks: asks / all } : null
}
