import { Hono } from 'hono'
import { z } from 'zod'
import { listBuckets } from '../../../db/capacity/buckets.ts'
import { type Comparison, compareScenarios, headline } from '../../../db/capacity/compare.ts'
import { findPlan } from '../../../db/capacity/plan.ts'
import {
  changeScenario,
  findScenario,
  makeScenario,
  orderIn,
  type SavedScenario,
  scenariosOf,
} from '../../../db/capacity/scenarios.ts'
import { Stale } from '../../../db/stale.ts'
import { ComparePage } from '../../../views/capacity/compare.tsx'
import { finishOf } from '../../../views/capacity/finish.ts'
import { ScenarioPage } from '../../../views/capacity/scenario.tsx'
import { NewScenario } from '../../../views/capacity/scenario-new.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { atLeast } from '../../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { reference, requiredLine } from '../../http/fields.ts'
import { type Errors, form, one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { addressed, scenarioOf, whenIn } from './addressed.ts'
import { bodyIn } from './scenario-body.ts'

export const scenarios = new Hono<Env>()

const made = z.object({ name: requiredLine('Please give it a name.', 120), copy: reference })

const showNew = async (c: Ctx, typed: Typed) => {
  const { key } = addressed(c)
  return page(
    c,
    { title: 'New what-if' },
    <NewScenario quarter={key} scenarios={await scenariosOf(key)} typed={typed} />,
  )
}

scenarios.get('/:quarter/scenarios/new', (c) => {
  const copy = c.req.query('copy')
  return showNew(c, copy ? { values: { copy }, errors: {} } : untouched)
})

scenarios.post('/:quarter/scenarios/new', form(made, showNew), async (c) => {
  const { key } = addressed(c)
  const { name, copy } = c.req.valid('form')
  const copied = copy === null ? null : ((await findScenario(copy)) ?? null)
  const { teams } = await findPlan(key)
  const refuse = (errors: Errors) => {
    c.status(422)
    return showNew(c, { values: { name, copy: String(copy ?? '') }, errors })
  }
  if (teams.length === 0) return refuse({ form: 'Nothing is planned for this quarter yet: a what-if changes a plan.' })
  if (copy !== null && copied?.quarter !== key) return refuse({ copy: 'Please choose one of the list.' })
  return seeOther(c, `/capacity/scenarios/${await makeScenario(c.var.by, key, name, copied)}`)
})

scenarios.get('/scenarios/:id', (c) => show(c, untouched))

async function show(c: Ctx, typed: Typed) {
  const { scenario, quarter } = await scenarioOf(c)
  const { role } = signedIn(c)
  const { today } = c.var
  const [buckets, comparison] = await Promise.all([listBuckets(), compareScenarios(quarter, today, [scenario.id])])
  const isOpen = scenario.committedAt === null
  const canCommit = isOpen && atLeast(role, 'editor')
  return page(
    c,
    { title: scenario.name },
    <ScenarioPage
      {...{ scenario, buckets, typed, canCommit }}
      teams={teamsOf(scenario, comparison)}
      items={itemsOf(scenario, comparison, today)}
      whatIf={isOpen ? whatIfOf(c, comparison, buckets) : null}
      canChange={atLeast(role, 'contributor')}
      committedOn={scenario.committedAt && whenIn(c)(scenario.committedAt)}
    />,
  )
}

const whatIfOf = (c: Ctx, comparison: Comparison, buckets: Awaited<ReturnType<typeof listBuckets>>) => ({
  ...{ comparison, buckets, today: c.var.today, when: whenIn(c) },
  told: headline(comparison.whatIfs.map(({ outcome }) => outcome)),
  canCommit: atLeast(signedIn(c).role, 'editor'),
})

/** Teams of the plan, as the scenario has them. */
const teamsOf = ({ body }: SavedScenario, { plan }: Comparison) =>
  plan.teams.map(({ team, name, people, split }) => {
    const changed = body.teams.find((one) => one.team === team)
    return { team, name, planned: { people, split }, people: changed?.people ?? people, split: changed?.split ?? split }
  })

function itemsOf({ body }: SavedScenario, { base, whatIfs, planned }: Comparison, today: string) {
  const [whatIf] = whatIfs
  return orderIn(base.items, body).flatMap((id) => {
    const item = base.items.find((one) => one.id === id)
    const state = (whatIf?.outcome ?? planned).items.find((one) => one.id === id)
    if (!item) return []
    return {
      ...item,
      before: base.items.indexOf(item) + 1,
      finish: whatIf ? finishOf(whatIf, id, base.from, today) : '',
      late: state?.late ?? false,
      below: state?.below ?? false,
    }
  })
}

scenarios.post('/scenarios/:id', async (c) => {
  const { scenario, quarter } = await scenarioOf(c)
  const values = await valuesOf(c)
  const [buckets, comparison] = await Promise.all([
    listBuckets(),
    compareScenarios(quarter, c.var.today, [scenario.id]),
  ])
  const name = one(values, 'name').replaceAll(/\s+/g, ' ').trim()
  const { body, errors } = bodyIn(values, scenario.body, teamsOf(scenario, comparison), comparison.base.items, buckets)
  if (name === '' || name.length > 120) errors.name = 'Please give it a name of up to 120 characters.'
  if (Object.keys(errors).length > 0) {
    c.status(422)
    return show(c, { values, errors })
  }
  try {
    await changeScenario(c.var.by, scenario.id, Number(one(values, 'version')), name, body)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    c.status(409)
    return show(c, { values, errors: { form: changedMeanwhile } })
  }
  return seeOther(c, `/capacity/scenarios/${scenario.id}`)
})

const changedMeanwhile =
  'Somebody changed or committed this scenario while you were writing. What you typed is kept below.'

/** So many stand side by side. */
const most = 3

scenarios.get('/:quarter/compare', async (c) => {
  const { key, quarter } = addressed(c)
  const query = new URL(c.req.url).searchParams
  const [buckets, offered] = await Promise.all([listBuckets(), scenariosOf(key)])
  const asked = query.getAll('s').map(Number)
  const known = [...new Set(asked)].filter((id) => offered.some((one) => one.id === id))
  const open = offered.filter(({ committedAt }) => committedAt === null).map(({ id }) => id)
  const chosen = (asked.length > 0 ? known : open.slice(0, most).reverse()).slice(0, most)
  const comparison = chosen.length > 0 ? await compareScenarios(quarter, c.var.today, chosen) : null
  return page(
    c,
    { title: `Compare ${key}` },
    <ComparePage
      {...{ quarter: key, offered, chosen }}
      whatIf={comparison && whatIfOf(c, comparison, buckets)}
      all={query.get('all') === '1'}
      query={chosen.map((id) => `s=${id}`).join('&')}
      canEnter={atLeast(signedIn(c).role, 'contributor')}
    />,
  )
})
