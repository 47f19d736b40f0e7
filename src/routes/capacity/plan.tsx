import { Hono } from 'hono'
import { workingTeams } from '../../../db/capacity/actuals.ts'
import { listBuckets } from '../../../db/capacity/buckets.ts'
import { BelowFloor, exceptionsOf, knownTo } from '../../../db/capacity/floors.ts'
import { findPlan, type NewPlan, plannedBefore, savePlan } from '../../../db/capacity/plan.ts'
import { Stale } from '../../../db/stale.ts'
import { PlanForm, type PlanRow, planRow } from '../../../views/capacity/plan-form.tsx'
import { quarterTitle } from '../../../views/capacity/words.ts'
import { untouched } from '../../../views/parts/form.tsx'
import { joined } from '../../../views/parts/text.ts'
import { changedSplit, without } from '../../domain/capacity/entered.ts'
import { planBreaches } from '../../domain/capacity/floors.ts'
import { usualAvailability } from '../../domain/capacity/forecast.ts'
import { plannedPercent } from '../../domain/capacity/planned.ts'
import { inBucket, isWhole } from '../../domain/capacity/split.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { type Errors, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { addressed } from './addressed.ts'
import { exceptionsIn } from './exceptions.ts'
import { blankRow, faultIn, numberIn, readRow, rowOfPlan, typedCells } from './plan-row.ts'

export const plans = new Hono<Env>()

type Shown = { rows?: PlanRow[]; values?: Values; errors?: Errors; version?: number }

plans.get('/:quarter/plan', (c) => show(c, {}))

async function show(c: Ctx, { rows, values, errors, version }: Shown) {
  const { key } = addressed(c)
  const [plan, buckets, teams, all] = await Promise.all([
    findPlan(key),
    listBuckets(),
    workingTeams(),
    exceptionsOf(key),
  ])
  const known = await knownTo(signedIn(c).id, [plan.decision, ...all.map(({ decision }) => decision)])
  const exceptions = all.filter(({ decision }) => known.has(decision))
  const ofTeam = (team: (typeof teams)[number]) => {
    const planned = plan.teams.find((one) => one.team === team.id)
    if (planned) return rowOfPlan(planned, buckets)
    return blankRow(plan.teams.length > 0 ? { ...team, members: 0 } : team, usualAvailability, buckets)
  }
  const shown = rows ?? teams.map(ofTeam)
  const planned = plannedPercent(rows ? teamsIn(rows) : plan.teams)
  return page(
    c,
    { title: `Plan ${key}` },
    <PlanForm
      {...{ quarter: key, rows: shown, buckets, exceptions, planned }}
      version={version ?? plan.version}
      buffer={plan.buffer}
      typed={values ? { values, errors: errors ?? {} } : untouched}
      breaches={Object.keys(planned).length > 0 ? planBreaches(planned, buckets) : []}
      last={plan.teams.length === 0 ? await plannedBefore(key) : null}
      committedBy={plan.decision !== null && known.has(plan.decision) ? plan.decision : null}
    />,
  )
}

/** What of the rows can be counted, for the heading. */
const teamsIn = (rows: readonly PlanRow[]) =>
  rows.flatMap(({ people, availability, cells }) => {
    const split = Object.fromEntries(cells.map(({ bucket, text }) => [bucket, Number(text) || 0]))
    return isWhole(split)
      ? [{ people: numberIn(people) ?? 0, availability: (numberIn(availability) ?? 0) / 100, split }]
      : []
  })

plans.post('/:quarter/plan', async (c) => {
  const { quarter, path } = addressed(c)
  const values = await valuesOf(c)
  if (one(values, 'start') === 'last') return startFromLast(c)
  const [buckets, teams] = await Promise.all([listBuckets(), workingTeams()])
  const read = teams.map((team) => readRow(values, team, buckets))
  const rows = read.map(({ row }) => row)
  const buffer = numberIn(one(values, 'buffer') || '0')
  const { exceptions, errors: wrong } = await exceptionsIn(values, buckets, signedIn(c).id, false)
  const faults = read.flatMap(({ row, fault }) => (fault ? [[fieldOf(row, fault.at), fault.sentence]] : []))
  const errors: Errors = {
    ...Object.fromEntries(faults),
    ...(buffer === null && { buffer: 'Please give the buffer in person-weeks, such as 8.' }),
    ...wrong,
  }
  const refused = (status: 409 | 422, errors: Errors, version?: number) => {
    c.status(status)
    return show(c, { rows, values, errors, ...(version !== undefined && { version }) })
  }
  const seen = Number(one(values, 'version')) || 0
  if (Object.keys(errors).length > 0) return refused(422, errors, seen)
  const plan: NewPlan = { buffer: buffer ?? 0, teams: read.flatMap(({ team }) => team ?? []) }
  try {
    const named = exceptions.map((one) => ({ ...one, decision: one.decision ?? 0 }))
    await savePlan(c.var.by, quarter, seen, plan, named)
  } catch (error) {
    if (error instanceof Stale) return refused(409, { form: changedMeanwhile })
    if (error instanceof BelowFloor) return refused(422, floorErrors(error, buckets), seen)
    throw error
  }
  return seeOther(c, path)
})

/** Where the summary of what is wrong leads to. */
const fieldOf = ({ team, cells }: PlanRow, at: 'people' | 'availability' | 'split') =>
  at === 'split' ? `p-${team}-${cells[0]?.bucket}` : `${at}-${team}`

const changedMeanwhile =
  'Somebody changed this plan while you were writing. What you typed is kept; saving it again puts it over theirs.'

export const floorErrors = ({ breaches }: BelowFloor, buckets: readonly { key: string; name: string }[]): Errors =>
  Object.fromEntries(
    breaches.map(({ bucket, gap, floor }) => [
      `exception-${bucket}`,
      `${buckets.find(({ key }) => key === bucket)?.name ?? bucket} is ${Math.round(gap * 10) / 10} points below its floor of ${floor} %: that needs a decision that says so, and until when.`,
    ]),
  )

/** The teams that still work, with the buckets that are still used. */
async function startFromLast(c: Ctx) {
  const { key, quarter, path } = addressed(c)
  const last = await plannedBefore(key)
  if (!last) throw notFound('quarter before this one that was planned')
  const [old, now, buckets, teams] = await Promise.all([findPlan(last), findPlan(key), listBuckets(), workingTeams()])
  const isUsed = (bucket: string) => buckets.some((one) => one.key === bucket)
  const copied = old.teams
    .filter(({ team }) => teams.some(({ id }) => id === team))
    .map(({ team, people, availability, split }) => {
      const gone = Object.keys(split).filter((bucket) => !isUsed(bucket))
      return { team, people, availability, split: gone.reduce(without, split) }
    })
  try {
    await savePlan(c.var.by, quarter, now.version, { buffer: old.buffer, teams: copied })
  } catch (error) {
    if (!(error instanceof BelowFloor)) throw error
    c.status(422)
    const named = copied.map((one) => ({ ...one, name: teams.find(({ id }) => id === one.team)?.name ?? '' }))
    const rows = named.map((one) => rowOfPlan(one, buckets))
    const note = `This is the plan of ${quarterTitle(last)}. `
    const errors = floorErrors(error, buckets)
    return show(c, { rows, values: { buffer: String(old.buffer) }, errors: { form: note, ...errors } })
  }
  return seeOther(c, `${path}/plan`)
}

/** One cell of a row was changed: nothing is written, the row comes back with the others making room. */
plans.post('/:quarter/plan/row', async (c) => {
  const { key } = addressed(c)
  const values = await valuesOf(c)
  const [buckets, teams] = await Promise.all([listBuckets(), workingTeams()])
  const team = teams.find(({ id }) => id === Number(one(values, 'team')))
  const changed = buckets.find((bucket) => bucket.key === one(values, 'changed'))
  if (!team || !changed) throw notFound('team with this bucket')
  const typed = typedCells(values, team.id, buckets)
  const before = Object.fromEntries(buckets.map((bucket) => [bucket.key, wholePercent(typed[bucket.key] ?? '')]))
  const read = changedSplit(before, changed.key, typed[changed.key] ?? '')
  const now = 'split' in read ? read.split : null
  const sentence = faultIn(read, team.name, buckets)
  const row: PlanRow = {
    ...{
      team: team.id,
      name: team.name,
      error: sentence === undefined ? undefined : { at: 'split' as const, sentence },
    },
    ...{ people: one(values, `people-${team.id}`), availability: one(values, `availability-${team.id}`) },
    cells: buckets.map((bucket) => ({
      bucket: bucket.key,
      text: now ? String(inBucket(now, bucket.key)) : (typed[bucket.key] ?? ''),
    })),
  }
  return c.html(joined([planRow(key, row, buckets)]))
})

const wholePercent = (text: string) => (/^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : 0)
