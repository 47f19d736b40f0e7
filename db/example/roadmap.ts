import { quarterBefore } from '../../src/domain/capacity/weeks.ts'
import { readinessAreas, type Stage, stages } from '../../src/domain/roadmap/catalogue.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { quarterAfter, quarterKey, quarterOf } from '../../src/domain/time/quarter.ts'
import { everyTeam } from '../capacity/actuals.ts'
import { addDependency } from '../roadmap/dependencies.ts'
import { addInitiative } from '../roadmap/initiatives.ts'
import { addMilestone } from '../roadmap/milestones.ts'
import { mark } from '../roadmap/readiness.ts'
import { moveToStage } from '../roadmap/stages.ts'
import { addTheme } from '../roadmap/themes.ts'
import { type Aim, aims, type Bet, bets } from './bets.ts'
import type { Cast, Happening } from './cast.ts'
import { idOf } from './course.ts'
import { courses } from './metrics.ts'

/** The ids of themes and initiatives by the keys they are told under, as they come to be. */
export type Placed = Map<string, number>

/** Of one moment: themes and ideas before what is done with them. */
const order = { theme: 17, idea: 17.1, ready: 17.2, stage: 17.3 }
const pursued = 165

/** Four themes, and what was bet on them, stage by stage. */
export const roadmapOf = (cast: Cast, placed: Placed): Happening[] => [
  ...aims.map((aim) => ({ ago: pursued, order: order.theme, happen: () => pursue(cast, placed, aim) })),
  ...bets.flatMap((bet) => [
    { ago: bet.days.idea, order: order.idea, happen: () => propose(cast, placed, bet) },
    ...lookedAt(cast, placed, bet),
    ...stagesOf(cast, placed, bet),
  ]),
]

export function placedAt(placed: Placed, key: string): number {
  const id = placed.get(key)
  if (id === undefined) throw new Error(`The example has no ${key} yet`)
  return id
}

/** Last, this and next quarter, as they are kept. */
export function quartersOf({ today }: Cast) {
  const now = quarterOf(today)
  return { last: quarterKey(quarterBefore(now)), this: quarterKey(now), next: quarterKey(quarterAfter(now)) }
}

export async function teamCalled(name: string): Promise<number> {
  const team = (await everyTeam()).find((one) => one.name === name)
  if (!team) throw new Error(`The example has no team ${name}`)
  return team.id
}

async function pursue(cast: Cast, placed: Placed, { key, owner, ...told }: Aim) {
  const metric = await metricId(cast, told.metric)
  const content = { ...told, metric, quarter: quartersOf(cast).next, owner: cast.person(owner) }
  placed.set(key, await addTheme(cast.by('tomas', pursued), content))
}

async function propose(cast: Cast, placed: Placed, bet: Bet) {
  const { key, title, bucket, hypothesis, effort, days, milestones, waits } = bet
  const by = cast.by(bet.owner, days.idea)
  const id = await addInitiative(by, {
    ...{ title, bucket, hypothesis, effort, productLine: bet.line, reviewOn: null },
    ...{ theme: placedAt(placed, bet.aim), owner: cast.person(bet.owner), team: await teamCalled(bet.team) },
    ...{ primaryMetric: await metricId(cast, bet.primary), leastEffect: bet.least },
    guardrailMetric: bet.guardrail === undefined ? null : await metricId(cast, bet.guardrail),
    quarter: bet.quarter === undefined ? null : quartersOf(cast)[bet.quarter],
    origin: bet.origin ?? 'planning',
  })
  placed.set(key, id)
  for (const { name, due, met } of milestones ?? []) {
    const actualOn = met === undefined ? null : addDays(cast.today, met)
    await addMilestone(by, id, { name, plannedOn: addDays(cast.today, due), actualOn })
  }
  if (!waits) return
  const neededOn = addDays(cast.today, waits.dueIn)
  await addDependency(by, id, { onInitiative: placedAt(placed, waits.on), onTeam: null, note: waits.note, neededOn })
}

/** Whatever became ready was looked at on that day, and its problem was real before. */
function lookedAt(cast: Cast, placed: Placed, { key, owner, days }: Bet): Happening[] {
  const { ready } = days
  if (ready === undefined) return []
  const on = addDays(cast.today, -ready)
  const by = cast.by(owner, ready)
  const areas = Object.fromEntries(readinessAreas.map((area) => [area, on]))
  const evidence = { problem_validated: on, experiment_planned: on }
  return [
    {
      ...{ ago: ready, order: order.ready },
      happen: async () => {
        await mark(by, placedAt(placed, key), 'initiative.readiness_marked', areas)
        await mark(by, placedAt(placed, key), 'initiative.evidence_marked', evidence)
      },
    },
  ]
}

/** Why something was done stands at its last stage, or where it went into delivery without a guardrail. */
function stagesOf(cast: Cast, placed: Placed, { key, title, owner, days, because = '', guardrail }: Bet): Happening[] {
  const moves = stages.flatMap((to) => (to === 'idea' || days[to] === undefined ? [] : [{ to, ago: days[to] }]))
  const explained = (to: Stage) => to === moves.at(-1)?.to
  return moves.map(({ to, ago }) => ({
    ...{ ago, order: order.stage },
    happen: () =>
      moveToStage(cast.by(owner, ago), placedAt(placed, key), {
        ...{ to, on: addDays(cast.today, -ago), because: explained(to) ? because : '' },
        titleOfOverride: () => `${title} goes into delivery without a ${guardrail ? 'look at all of it' : 'guardrail'}`,
      }),
  }))
}

/** Of several that measure the same the first. */
function metricId(cast: Cast, metric: string): Promise<number> {
  const course = courses.find((one) => one.metric === metric)
  if (!course) throw new Error(`The example has no ${metric}`)
  return idOf(course, cast)
}
