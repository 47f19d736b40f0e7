import { Hono } from 'hono'
import { z } from 'zod'
import { baseOf } from '../../../db/capacity/base.ts'
import { listBuckets } from '../../../db/capacity/buckets.ts'
import { commitScenario, isFrozen, teamsOf } from '../../../db/capacity/commit.ts'
import { BelowFloor, exceptionsOf, knownTo } from '../../../db/capacity/floors.ts'
import { asChange } from '../../../db/capacity/scenarios.ts'
import { decisionTypes } from '../../../db/rights.ts'
import { Stale } from '../../../db/stale.ts'
import { CommitmentForm } from '../../../views/capacity/commitment.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { planBreaches } from '../../domain/capacity/floors.ts'
import { plannedPercent } from '../../domain/capacity/planned.ts'
import { compare } from '../../domain/capacity/scenario.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { integer, prose, requiredLine } from '../../http/fields.ts'
import { type Errors, form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { Problem } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { scenarioOf } from './addressed.ts'
import { exceptionsIn } from './exceptions.ts'
import { floorErrors } from './plan.tsx'

export const commitments = new Hono<Env>()

const content = z.object({
  title: requiredLine('Please say in one line what is decided.', 300),
  rationale: prose().pipe(z.string().min(1, 'Please say why this one: the plan is a decision.')),
  version: integer(1, Number.MAX_SAFE_INTEGER),
})

commitments.get('/scenarios/:id/commitment', (c) => show(c, untouched))

async function show(c: Ctx, typed: Typed) {
  const { scenario, quarter } = await open(c)
  const [{ plan, base }, buckets, all] = await Promise.all([
    baseOf(quarter, c.var.today),
    listBuckets(),
    exceptionsOf(scenario.quarter),
  ])
  const known = await knownTo(
    signedIn(c).id,
    all.map(({ decision }) => decision),
  )
  const exceptions = all.filter(({ decision }) => known.has(decision))
  const planned = plannedPercent(teamsOf(scenario.body, plan))
  const [outcome] = compare(base, [asChange(scenario.body, base)])
  const items = outcome?.items ?? []
  return page(
    c,
    { title: `Commit ${scenario.name}` },
    <CommitmentForm
      {...{ scenario, buckets, planned, exceptions, typed }}
      breaches={planBreaches(planned, buckets)}
      above={items.filter(({ below }) => !below)}
      below={items.filter(({ below }) => below)}
      isFrozen={await isFrozen(scenario.quarter)}
    />,
  )
}

async function open(c: Ctx) {
  const found = await scenarioOf(c)
  if (found.scenario.committedAt) throw new Problem(410, 'This scenario was committed already.')
  return found
}

commitments.post('/scenarios/:id/commitment', form(content, show), async (c) => {
  const { scenario, quarter } = await open(c)
  const { title, rationale, version } = c.req.valid('form')
  const me = signedIn(c).id
  const values = await valuesOf(c)
  const [buckets, types] = await Promise.all([listBuckets(), decisionTypes()])
  const { exceptions, errors } = await exceptionsIn(values, buckets, me, true)
  const refused = (status: 409 | 422, errors: Errors) => {
    c.status(status)
    return show(c, { values, errors })
  }
  if (Object.keys(errors).length > 0) return refused(422, errors)
  const type = types.find(({ key }) => key === 'portfolio')?.id ?? null
  const by = { ...c.var.by, person: me }
  const seen = { id: scenario.id, version: version ?? 0 }
  try {
    await commitScenario(by, quarter, c.var.today, seen, { title, rationale, type, exceptions })
  } catch (error) {
    if (error instanceof BelowFloor) return refused(422, floorErrors(error, buckets))
    if (error instanceof Stale) return refused(409, { form: changedMeanwhile })
    throw error
  }
  return seeOther(c, `/capacity/${scenario.quarter}`)
})

const changedMeanwhile = 'Somebody changed this scenario meanwhile: look at it again before you commit it.'
