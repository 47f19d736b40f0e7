import { Hono } from 'hono'
import { actualsBetween, enterActuals, workingTeams } from '../../../db/capacity/actuals.ts'
import { listBuckets } from '../../../db/capacity/buckets.ts'
import { findPlan } from '../../../db/capacity/plan.ts'
import { ActualsPage, type ActualsProps, type GridTeam, teamRows } from '../../../views/capacity/actuals-grid.tsx'
import { joined } from '../../../views/parts/text.ts'
import { weeklyOf } from '../../domain/capacity/planned.ts'
import { weeksOf } from '../../domain/capacity/weeks.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { addressed } from './addressed.ts'
import { enteredIn, pastedIn } from './entries.ts'

export const actuals = new Hono<Env>()

type Refused = Pick<ActualsProps, 'typed' | 'errors'>
const nothingTyped: Refused = { typed: {}, errors: {} }

actuals.get('/:quarter/actuals', (c) => show(c, nothingTyped))

async function show(c: Ctx, refused: Refused) {
  const { key } = addressed(c)
  const grid = await gridOf(c)
  return page(
    c,
    { title: `Actuals ${key}`, keys: entryKeys, exports: <a href="/capacity.csv">CSV</a> },
    <ActualsPage {...grid} {...refused} />,
  )
}

const entryKeys = (
  <>
    <kbd>Tab</kbd> next cell · <kbd>Enter</kbd> down · arrows move · paste a block ·
  </>
)

async function gridOf(c: Ctx): Promise<Omit<ActualsProps, keyof Refused>> {
  const { key, quarter } = addressed(c)
  const { today } = c.var
  const { role } = signedIn(c)
  const all = weeksOf(quarter)
  const begun = all.filter((week) => week <= today)
  const open = begun.length > 0 ? begun : all.slice(0, 1)
  const week = open.find((one) => one === c.req.query('week')) ?? open.at(-1) ?? today
  const [buckets, teams, plan, entered] = await Promise.all([
    listBuckets(),
    workingTeams(),
    findPlan(key),
    actualsBetween(open[0] ?? week, open.at(-1) ?? week),
  ])
  const withEntries = new Set(entered.map((one) => one.week))
  return {
    ...{ quarter: key, week, today, buckets },
    weeks: open.map((one) => ({ week: one, entered: withEntries.has(one) })),
    teams: teams.map(({ id, name }): GridTeam => {
      const planned = plan.teams.find(({ team }) => team === id)
      const own = entered.filter((one) => one.team === id && one.week === week)
      return {
        ...{ id, name, planned: planned ? weeklyOf(planned) : null },
        cells: Object.fromEntries(own.map(({ cause, bucket, personWeeks }) => [`${cause}-${bucket}`, personWeeks])),
      }
    }),
    canEnter: atLeast(role, 'contributor'),
    canImport: atLeast(role, 'editor'),
  }
}

/** The week's whole grid, or with `only` one team: each cell is saved as it is left. What cannot be is shown again. */
actuals.post('/:quarter/actuals', async (c) => {
  const { path } = addressed(c)
  const values = await valuesOf(c)
  const grid = await gridOf(c)
  const only = Number(one(values, 'only')) || undefined
  const block = only === undefined ? one(values, 'block').replace(/^\n/, '') : ''
  const typed = enteredIn(values, grid, only)
  const pasted = block.trim() ? pastedIn(block, grid) : { actuals: [], errors: {}, conflict: false }
  const errors = { ...typed.errors, ...pasted.errors }
  await enterActuals(c.var.by, [...withoutPasted(typed.actuals, pasted.actuals), ...pasted.actuals])
  const refused: Refused = {
    typed: Object.fromEntries(Object.keys(errors).map((field) => [field, one(values, field)])),
    errors,
  }
  if (typed.conflict) c.status(409)
  else if (Object.keys(errors).length > 0) c.status(422)
  if (only !== undefined && c.req.header('hx-request')) {
    const team = (await gridOf(c)).teams.find(({ id }) => id === only)
    return team ? c.html(joined([teamRows(team, { ...grid, ...refused })])) : c.body(null, 204)
  }
  return Object.keys(errors).length > 0 ? show(c, refused) : seeOther(c, `${path}/actuals?week=${grid.week}`)
})

type Actuals = ReturnType<typeof enteredIn>['actuals']

/** A cell may be typed and pasted at once: the block counts. */
const withoutPasted = (typed: Actuals, pasted: Actuals) =>
  typed.filter(
    (one) =>
      !pasted.some((other) => one.team === other.team && one.bucket === other.bucket && one.cause === other.cause),
  )
