import { afterEach, beforeEach, expect, it } from 'vitest'
import { findDecision } from '../../db/decisions/record.ts'
import { blockedOn } from '../../db/roadmap/blocked.ts'
import { changesOf } from '../../db/roadmap/changes.ts'
import { addDependency, Cycle, settleDependency } from '../../db/roadmap/dependencies.ts'
import { decisionsOn, findInitiative } from '../../db/roadmap/find.ts'
import { addInitiative, blankInitiative, changeInitiative, openInitiatives } from '../../db/roadmap/initiatives.ts'
import { countInitiatives, listInitiatives } from '../../db/roadmap/list.ts'
import { addMilestone, changeMilestone, milestonesOf } from '../../db/roadmap/milestones.ts'
import { mark } from '../../db/roadmap/readiness.ts'
import { moveToStage, StageRefused } from '../../db/roadmap/stages.ts'
import { addTheme, changeTheme, findTheme } from '../../db/roadmap/themes.ts'
import { judgementOf } from '../../db/roadmap/verdict.ts'
import { addMetrics, fromCatalogue, setTarget } from '../../db/scorecard/define.ts'
import { enterReadings } from '../../db/scorecard/readings.ts'
import { Stale } from '../../db/stale.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { catalogue } from '../../src/domain/scorecard/catalogue/all.ts'
import { periodAfter } from '../../src/domain/scorecard/periods.ts'
import { freshDatabase } from '../support/database.ts'
import { foundedBy } from '../support/founded.ts'

const today = '2026-11-02'
let close: () => Promise<void>
let by: Awaited<ReturnType<typeof foundedBy>>
beforeEach(async () => {
  close = await freshDatabase()
  by = await foundedBy()
})
afterEach(() => close())

const add = (title: string, more = {}) => addInitiative(by, { ...blankInitiative, title, origin: 'planning', ...more })

const move = (id: number, to: Stage, because = '', on = today) =>
  moveToStage(by, id, { to, because, on, titleOfOverride: (missing) => `I-${id} without ${missing.join(', ')}` })

async function metric(key: string) {
  const found = catalogue.find((one) => one.key === key)
  if (!found) throw new Error(`No ${key} in the catalogue`)
  const [id = 0] = await addMetrics(by, [fromCatalogue(found, by.person)])
  return id
}

const everyArea = { dependencies: today, risk: today, security: today, performance: today }

it('an initiative begins as an idea behind all others, and what it began with is kept', async () => {
  const first = await add('Saved carts', { effort: 8, quarter: '2026Q4' })
  const second = await add('Event stream')
  expect((await openInitiatives()).map(({ id, rank }) => [id, rank])).toEqual([
    [first, 1],
    [second, 2],
  ])
  const began = (await changesOf(first, by.person)).map(({ field, before, after }) => [field, before, after]).reverse()
  expect(began).toEqual([
    ['stage', null, 'idea'],
    ['quarter', null, '2026Q4'],
    ['effort', null, '8'],
    ['rank', null, '1'],
  ])
})

it('every change of effort and quarter is kept with its reason, other changes are not churn', async () => {
  const id = await add('Saved carts', { effort: 8, quarter: '2026Q4' })
  const content = { ...blankInitiative, title: 'Saved carts', effort: 12, quarter: '2027Q1' }
  await changeInitiative(by, id, 1, content, 'Checkout is older than we thought')
  await changeInitiative(by, id, 2, { ...content, title: 'Carts that stay' })
  const kept = (await changesOf(id, by.person)).slice(0, 2)
  expect(kept.map(({ field, before, after, because }) => [field, before, after, because]).sort()).toEqual([
    ['effort', '8', '12', 'Checkout is older than we thought'],
    ['quarter', '2026Q4', '2027Q1', 'Checkout is older than we thought'],
  ])
  expect((await changesOf(id, by.person)).length).toBe(6)
  await expect(changeInitiative(by, id, 2, content)).rejects.toThrow(Stale)
})

it('goes from idea to measured a stage at a time, each with its day', async () => {
  const [primaryMetric, guardrailMetric] = [await metric('activation'), await metric('change_failure_rate')]
  const id = await add('Saved carts', { primaryMetric, guardrailMetric })
  await expect(move(id, 'delivery')).rejects.toThrow(StageRefused)
  await move(id, 'discovery')
  await move(id, 'ready')
  await mark(by, id, 'initiative.readiness_marked', everyArea)
  expect(await move(id, 'delivery', '', '2026-10-05')).toBeNull()
  await move(id, 'shipped', '', '2026-10-26')
  await move(id, 'measured')
  expect(await findInitiative(id)).toMatchObject({
    ...{ stage: 'measured', startedOn: '2026-10-05', launchedOn: '2026-10-26', measuredOn: today },
  })
})

it('commitment without metric pair and definition of ready is refused; overridden, it is a decision', async () => {
  const id = await add('Saved carts')
  await move(id, 'discovery')
  await move(id, 'ready')
  const refusal = await move(id, 'delivery').catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    missing: ['primary_metric', 'guardrail_metric', 'dependencies', 'risk', 'security', 'performance'],
  })
  expect(await findInitiative(id)).toMatchObject({ stage: 'ready', startedOn: null })
  const number = await move(id, 'delivery', 'The customer leaves otherwise')
  expect((await findDecision(number ?? 0, by.person))?.document).toMatchObject({
    ...{ status: 'decided', rationale: 'The customer leaves otherwise' },
  })
  expect(await decisionsOn(id, by.person)).toMatchObject([{ number }])
  expect((await changesOf(id, by.person))[0]).toMatchObject({ field: 'stage', after: 'delivery', decision: number })
})

it('what was stopped goes on where it was', async () => {
  const id = await add('Saved carts')
  await move(id, 'discovery')
  await move(id, 'stopped', 'Nobody asked')
  expect(await openInitiatives()).toEqual([])
  await expect(move(id, 'ready')).rejects.toThrow(StageRefused)
  await move(id, 'discovery', 'Now they do')
  expect(await findInitiative(id)).toMatchObject({ stage: 'discovery', stoppedFrom: null })
})

it('a dependency that would close a circle is refused, with the way round it', async () => {
  const [a, b, c] = [await add('A'), await add('B'), await add('C')]
  const on = (onInitiative: number) => ({ onInitiative, onTeam: null, note: '', neededOn: null })
  await addDependency(by, a, on(b))
  await addDependency(by, b, on(c))
  const refusal = await addDependency(by, c, on(a)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Cycle)
  expect(refusal).toMatchObject({ path: [c, a, b, c] })
})

it('an initiative is blocked by one that was stopped or is late, until the dependency is settled', async () => {
  const [waiting, needed] = [await add('Saved carts'), await add('Event stream')]
  const dependency = await addDependency(by, waiting, {
    ...{ onInitiative: needed, onTeam: null, note: '', neededOn: null },
  })
  expect(await blockedOn(today)).toEqual([])
  const milestone = await addMilestone(by, needed, { name: 'Beta', plannedOn: '2026-10-01', actualOn: null })
  expect(await blockedOn(today, waiting)).toEqual([{ id: waiting, by: [{ id: needed, because: ['late'] }] }])
  await changeMilestone(by, needed, milestone, { name: 'Beta', plannedOn: '2026-10-01', actualOn: '2026-10-20' })
  expect(await blockedOn(today)).toEqual([])
  expect(await milestonesOf(needed)).toMatchObject([{ actualOn: '2026-10-20' }])
  await move(needed, 'stopped', 'No money')
  expect(await blockedOn(today)).toMatchObject([{ id: waiting, by: [{ because: ['stopped'] }] }])
  await settleDependency(by, waiting, dependency, true)
  expect(await blockedOn(today)).toEqual([])
})

it('pages through any number in their order, and counts what a filter finds', async () => {
  for (let at = 0; at < 53; at++) await add(`Bet ${at}`, at % 2 ? { bucket: 'platform' } : {})
  const page = await listInitiatives({})
  expect(page.rows.length).toBe(50)
  const rest = await listInitiatives({}, page.next ?? undefined)
  expect(rest.rows.map(({ title }) => title)).toEqual(['Bet 50', 'Bet 51', 'Bet 52'])
  expect(rest.next).toBeNull()
  expect(await countInitiatives({ bucket: 'platform' })).toMatchObject({ found: 26, withoutGuardrail: 26 })
})

it('of two who change a theme at once, the later is told', async () => {
  const content = { name: 'Faster start', outcome: '', metric: null, baseline: null, target: null, quarter: null }
  const id = await addTheme(by, { ...content, owner: by.person })
  await changeTheme(by, id, 1, { ...content, owner: null }, true)
  expect(await findTheme(id)).toMatchObject({ owner: null, closedAt: by.at.toISOString() })
  await expect(changeTheme(by, id, 1, { ...content, owner: null }, false)).rejects.toThrow(Stale)
})

it('a launch that moved its metric and held its guardrail is a win, and too early to tell before', async () => {
  const [primaryMetric, guardrailMetric] = [await metric('activation'), await metric('change_failure_rate')]
  await setTarget(by, guardrailMetric, { startsOn: '1970-01-01', target: null, guardrail: 20, reason: 'As agreed' })
  const enter = (of: number, from: string, rhythm: 'weekly' | 'fortnightly', values: number[]) =>
    enterReadings(
      by,
      today,
      values.map((value, at) => ({
        ...{ metric: of, period: periodAfter(from, rhythm, at), value },
        ...{ numerator: null, denominator: null, note: '' },
      })),
      { source: 'entered' },
    )
  await enter(primaryMetric, '2026-04-27', 'weekly', [40, 42, 41, 39, 40, 42, 38, 41, 40, 39, 41, 40, 42, 40, 39, 41])
  const id = await add('Saved carts', { primaryMetric, guardrailMetric, leastEffect: 2 })
  await move(id, 'discovery')
  await move(id, 'ready')
  await mark(by, id, 'initiative.readiness_marked', everyArea)
  await move(id, 'delivery')
  await move(id, 'shipped', '', '2026-08-17')
  const launched = await findInitiative(id)
  if (!launched) throw new Error('It is gone')
  expect(await judgementOf(launched)).toMatchObject({ verdict: 'inconclusive', earliest: '2026-10-12' })
  await enter(primaryMetric, '2026-08-17', 'weekly', [52, 53, 52, 54])
  await enter(guardrailMetric, '2026-08-24', 'fortnightly', [8, 9, 7])
  expect(await judgementOf(launched)).toMatchObject({ verdict: 'win', because: ['signal', 'guardrail_held'] })
})
