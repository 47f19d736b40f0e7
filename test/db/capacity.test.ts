import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actualsBetween, enterActuals } from '../../db/capacity/actuals.ts'
import { baseOf } from '../../db/capacity/base.ts'
import { belowTheLineOf } from '../../db/capacity/below.ts'
import { commitScenario } from '../../db/capacity/commit.ts'
import { compareScenarios } from '../../db/capacity/compare.ts'
import { figuresOf } from '../../db/capacity/figures.ts'
import { BelowFloor, exceptionsOf } from '../../db/capacity/floors.ts'
import { findPlan, savePlan } from '../../db/capacity/plan.ts'
import { returnToQuarter } from '../../db/capacity/returns.ts'
import { changeScenario, findScenario, makeScenario } from '../../db/capacity/scenarios.ts'
import { logDecision } from '../../db/decisions/log.ts'
import { rows } from '../../db/rows.ts'
import { Stale } from '../../db/stale.ts'
import { quarterKey } from '../../src/domain/time/quarter.ts'
import { initiativeOf, plannedQuarter, spend, split } from '../support/capacity.ts'
import { freshDatabase } from '../support/database.ts'
import { plainDecision } from '../support/decision.ts'
import { foundedBy } from '../support/founded.ts'

const today = '2026-11-02'
const quarter = { year: 2026, quarter: 4 }
const key = quarterKey(quarter)
const exceptNothing = { title: 'Plan B', rationale: 'Because', type: null, exceptions: [] }
let close: () => Promise<void>
let by: Awaited<ReturnType<typeof foundedBy>>
let teams: Awaited<ReturnType<typeof plannedQuarter>>
beforeEach(async () => {
  close = await freshDatabase()
  by = await foundedBy()
  teams = await plannedQuarter(by, quarter)
})
afterEach(() => close())

async function scenario(name: string, change: { berth?: [number, number]; people?: number; first?: number }) {
  const id = await makeScenario(by, key, name, null)
  const made = await findScenario(id)
  if (!made) throw new Error('It was made')
  const changed = made.body.teams.map((team) =>
    team.team === teams.berth
      ? { ...team, people: change.people ?? team.people, split: change.berth ? split(...change.berth) : team.split }
      : team,
  )
  const ranks = change.first === undefined ? [] : [{ item: change.first, rank: 1 }]
  await changeScenario(by, id, 1, name, { teams: changed, ranks })
  return { id, version: 2 }
}

describe('the plan', () => {
  it('is refused below a floor until a decision with an end excepts it', async () => {
    const { teams: planned } = await findPlan(key)
    const low = planned.map((team) => ({ ...team, split: split(80, 5) }))
    await expect(savePlan(by, quarter, 1, { buffer: 0, teams: low })).rejects.toBeInstanceOf(BelowFloor)
    expect((await findPlan(key)).version).toBe(1)
    const decision = await logDecision(by, plainDecision('Catch up on bets', by.person))
    const past = [{ bucket: 'platform', decision, until: '2026-10-31' }]
    await expect(savePlan(by, quarter, 1, { buffer: 0, teams: low }, past)).rejects.toBeInstanceOf(BelowFloor)
    expect(await exceptionsOf(key)).toEqual([])
    await savePlan(by, quarter, 1, { buffer: 0, teams: low }, [{ bucket: 'platform', decision, until: '2026-12-31' }])
    expect((await findPlan(key)).teams[0]?.split).toEqual(split(80, 5))
  })

  it('of two who save at once the later is told', async () => {
    const { teams: planned } = await findPlan(key)
    await savePlan(by, quarter, 1, { buffer: 4, teams: planned })
    await expect(savePlan(by, quarter, 1, { buffer: 6, teams: planned })).rejects.toBeInstanceOf(Stale)
  })
})

describe('actuals', () => {
  const one = { team: 1, week: '2026-10-26', bucket: 'bets', cause: 'planned' as const }

  it('entered again change nothing, corrected ones replace, emptied ones go', async () => {
    expect(await enterActuals(by, [{ ...one, personWeeks: 5 }])).toMatchObject({ added: 1 })
    const events = () => rows(sql`select 1 from events`)
    const before = (await events()).length
    expect(await enterActuals(by, [{ ...one, personWeeks: 5 }])).toEqual({ added: 0, corrected: 0, unchanged: 1 })
    expect(await events()).toHaveLength(before)
    expect(await enterActuals(by, [{ ...one, personWeeks: 4 }])).toMatchObject({ corrected: 1 })
    await enterActuals(by, [{ ...one, personWeeks: null }])
    expect(await actualsBetween('2026-10-26', '2026-10-26')).toEqual([])
  })

  it('a file of many thousand rows lands in one go', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      ...{ team: teams.berth, bucket: 'risk', cause: 'ask' as const, personWeeks: 1 },
      week: new Date(Date.UTC(1930, 0, 6 + 7 * at)).toISOString().slice(0, 10),
    }))
    expect(await enterActuals(by, many)).toMatchObject({ added: 5000 })
    expect(await enterActuals(by, many)).toMatchObject({ unchanged: 5000 })
  })

  it('of the quarter before do not count against a plan that began since', async () => {
    await spend(by, teams.berth, { year: 2026, quarter: 3 }, 13, [8, 0, 0])
    await spend(by, teams.berth, quarter, 2, [4.8, 2, 1.2])
    const { at, windows } = await figuresOf(quarter)
    expect(at).toBe('2026-10-05')
    const inWindow = windows.get(teams.berth)?.filter(({ week }) => week === at)
    expect(inWindow?.map(({ personWeeks }) => personWeeks)).toEqual([{ bets: 9.6 }, { platform: 4 }, { risk: 2.4 }])
  })
})

describe('the forecast', () => {
  it('takes off what was spent on what is in delivery, and keeps to the team’s own efficiency', async () => {
    const ledger = await initiativeOf(by, 'Ledger', quarter, teams.berth, 30)
    await rows(sql`update initiatives set stage = 'delivery' where id = ${ledger} returning 1`)
    await spend(by, teams.berth, quarter, 5, [2.4, 1, 0.6])
    const { base } = await baseOf(quarter, today)
    expect(base.items).toMatchObject([{ id: ledger, effort: 18 }])
    expect(base.teams.map(({ efficiency }) => Number(efficiency.toFixed(3)))).toEqual([0.5, 1])
    expect([base.from, base.weeks]).toEqual(['2026-11-02', 9])
  })

  it('tells odds from eight weeks of actuals on, and the same ones each time', async () => {
    const ledger = await initiativeOf(by, 'Ledger', quarter, teams.berth, 20)
    const { id } = await scenario('As it is', {})
    await spend(by, teams.berth, { year: 2026, quarter: 3 }, 7, [4.8, 2, 1.2])
    expect((await compareScenarios(quarter, today, [id])).whatIfs[0]?.odds.size).toBe(0)
    await plansOfLast()
    await spend(by, teams.berth, { year: 2026, quarter: 3 }, 13, [4, 2, 1.2])
    const [whatIf] = (await compareScenarios(quarter, today, [id])).whatIfs
    expect(whatIf?.odds.get(ledger)).toMatchObject({ p50: 5, p85: 5 })
  })

  const plansOfLast = async () => {
    const { teams: planned } = await findPlan(key)
    await savePlan({ ...by, at: new Date('2026-07-01T09:00:00Z') }, { year: 2026, quarter: 3 }, 0, {
      ...{ buffer: 0, teams: planned },
    })
  }
})

describe('a scenario that is committed', () => {
  it('becomes the plan, the order, the below-the-line list and the frozen list, with its decision', async () => {
    const portal = await initiativeOf(by, 'Portal', quarter, teams.berth, 40)
    const ledger = await initiativeOf(by, 'Ledger', quarter, teams.berth, 20)
    const stream = await initiativeOf(by, 'Stream', quarter, teams.settle, 6)
    const chosen = await scenario('Ledger first', { first: ledger, people: 9 })
    const decision = await commitScenario(by, quarter, today, chosen, exceptNothing)
    expect(await findPlan(key)).toMatchObject({ decision, teams: [{ people: 9 }, { people: 5 }] })
    expect(await belowTheLineOf(quarter, by.person)).toMatchObject([{ initiative: portal, decision }])
    const frozen = await rows(
      sql`select initiative, position from commitments where quarter = ${key} order by position`,
    )
    expect(frozen).toEqual([
      { initiative: ledger, position: 1 },
      { initiative: stream, position: 2 },
    ])
    const kept = await rows<{ field: string; initiative: number; decision: number }>(
      sql`select initiative, field, decision from initiative_changes where decision is not null order by initiative, field`,
    )
    expect(kept).toEqual([
      { initiative: portal, field: 'quarter', decision },
      { initiative: portal, field: 'rank', decision },
      { initiative: ledger, field: 'rank', decision },
    ])
    const told = await rows(sql`select text from decision_not_doing where decision = ${decision}`)
    expect(told).toEqual([{ text: `I-${portal} Portal` }])
    expect((await findScenario(chosen.id))?.decision).toBe(decision)
    await expect(commitScenario(by, quarter, today, { ...chosen, version: 3 }, exceptNothing)).rejects.toThrow(Stale)
  })

  it('leaves nothing behind when a floor refuses it', async () => {
    const portal = await initiativeOf(by, 'Portal', quarter, teams.berth, 400)
    const low = await scenario('All in', { berth: [95, 5] })
    await expect(commitScenario(by, quarter, today, low, exceptNothing)).rejects.toBeInstanceOf(BelowFloor)
    expect(await rows(sql`select 1 from decisions`)).toEqual([])
    expect(await rows(sql`select 1 from initiatives where id = ${portal} and quarter = ${key}`)).toHaveLength(1)
    const until = '2026-12-31'
    const exceptions = ['platform', 'risk'].map((bucket) => ({ bucket, decision: null, until }))
    const decision = await commitScenario(by, quarter, today, low, { ...exceptNothing, exceptions })
    expect(await exceptionsOf(key)).toEqual([
      { bucket: 'platform', decision, until },
      { bucket: 'risk', decision, until },
    ])
  })

  it('what it put below the line can be taken into the quarter again', async () => {
    const portal = await initiativeOf(by, 'Portal', quarter, teams.berth, 400)
    await commitScenario(by, quarter, today, await scenario('As it is', {}), exceptNothing)
    expect((await baseOf(quarter, today)).base.items).toEqual([])
    expect(await returnToQuarter(by, key, portal)).toBe(true)
    expect(await returnToQuarter(by, key, portal)).toBe(false)
    expect((await baseOf(quarter, today)).base.items).toMatchObject([{ id: portal }])
    expect(await belowTheLineOf(quarter, by.person)).toEqual([])
  })
})
