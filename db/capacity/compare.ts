import { setImmediate } from 'node:timers/promises'
import { bootstrap, type Odds } from '../../src/domain/capacity/bootstrap.ts'
import { compare, type Outcome, queues, type Scenario, unchanged } from '../../src/domain/capacity/scenario.ts'
import { type Quarter, quarterKey } from '../../src/domain/time/quarter.ts'
import { kept } from '../kept.ts'
import { baseOf, continued, type ForecastItem, type QuarterBase } from './base.ts'
import { figuresOf } from './figures.ts'
import { recordOf } from './plan.ts'
import { asChange, findScenario, type SavedScenario, scenariosOf } from './scenarios.ts'

export type WhatIf = {
  /** null: the plan as it stands, or the last four weeks continued. */
  scenario: SavedScenario | null
  outcome: Outcome<ForecastItem>
  /** By initiative; none where the team has too little history. */
  odds: Map<number, Odds>
}

export type Comparison = QuarterBase & {
  whatIfs: WhatIf[]
  /** The first of them is the last four weeks going on; else it is the plan. */
  isContinued: boolean
  /** What the plan itself comes to. */
  planned: Outcome<ForecastItem>
}

/** The quarter's own course, then its newest scenarios that were not committed, older first; odds of one initiative. */
export async function quarterWhatIfs(quarter: Quarter, today: string, most: number): Promise<Comparison> {
  const [base, figures, all] = [
    await baseOf(quarter, today),
    await figuresOf(quarter),
    await scenariosOf(quarterKey(quarter)),
  ]
  const onwards = continued(figures.windows, figures.at)
  const open = all
    .filter(({ committedAt }) => committedAt === null)
    .slice(0, most - 1)
    .reverse()
  const changes = [onwards ?? unchanged, ...open.map(({ body }) => asChange(body, base.base))]
  const { planned, outcomes } = outcomesOf(base, changes)
  const told = headline(outcomes)
  const whatIfs: WhatIf[] = []
  for (const [at, outcome] of outcomes.entries()) {
    const odds = told ? await oddsOf(quarter, base, changes[at] ?? unchanged, told.id) : new Map()
    whatIfs.push({ scenario: at === 0 ? null : (open[at - 1] ?? null), outcome, odds })
  }
  return { ...base, whatIfs, planned, isContinued: onwards !== null }
}

/** Scenarios side by side, in the order asked for, with the odds of every initiative. */
export const compareScenarios = (quarter: Quarter, today: string, ids: readonly number[]): Promise<Comparison> =>
  kept(`capacity ${quarterKey(quarter)} ${today} s${ids}`, async () => {
    const base = await baseOf(quarter, today)
    const found = await Promise.all(ids.map((id) => findScenario(id)))
    const scenarios = found.flatMap((one) => (one?.quarter === quarterKey(quarter) ? [one] : []))
    const changes = scenarios.map(({ body }) => asChange(body, base.base))
    const whatIfs: WhatIf[] = []
    const { planned, outcomes } = outcomesOf(base, changes)
    for (const [at, outcome] of outcomes.entries())
      whatIfs.push({
        scenario: scenarios[at] ?? null,
        outcome,
        odds: await oddsOf(quarter, base, changes[at] ?? unchanged),
      })
    return { ...base, whatIfs, planned, isContinued: false }
  })

function outcomesOf({ base }: QuarterBase, changes: readonly Scenario[]) {
  const [planned, ...outcomes] = compare(base, [unchanged, ...changes])
  if (!planned) throw new Error('One scenario has one outcome')
  return { planned, outcomes }
}

/** The initiative whose finish is told on one line: the first that any course makes late, else the first of all. */
export function headline(outcomes: readonly Outcome<ForecastItem>[]): ForecastItem | undefined {
  return outcomes.flatMap(({ newlyLate }) => newlyLate)[0] ?? outcomes[0]?.items[0]
}

/** One seed for a quarter: its scenarios draw the same weeks, and differ by what they change alone. */
async function oddsOf(quarter: Quarter, { base, ratios }: QuarterBase, scenario: Scenario, only?: number) {
  const odds = new Map<number, Odds>()
  for (const queue of queues(base, scenario)) {
    const place = queue.items.findIndex(({ id }) => id === only)
    if (only !== undefined && place === -1) continue
    const items = only === undefined ? queue.items : queue.items.slice(0, place + 1)
    const drawn = bootstrap(items, queue.weekly, ratios.get(queue.team) ?? [], recordOf(quarter))
    for (const { id, p50, p85, onTime } of drawn ?? []) odds.set(Number(id), { p50, p85, onTime })
    // Somebody may be waiting for a page.
    await setImmediate()
  }
  return odds
}
