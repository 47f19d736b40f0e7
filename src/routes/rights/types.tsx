import { Hono } from 'hono'
import { z } from 'zod'
import { handOver } from '../../../db/decisions/steps.ts'
import { waitingOnCpto } from '../../../db/decisions/waiting.ts'
import { isUnique } from '../../../db/errors.ts'
import { peopleWithRole } from '../../../db/people.ts'
import { addType, changeType, delegate, type Right, retireType } from '../../../db/rights/change.ts'
import { findType } from '../../../db/rights.ts'
import { Stale } from '../../../db/stale.ts'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { TypeForm, TypePage } from '../../../views/rights/type.tsx'
import { atLeast, executiveRoles } from '../../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { choice, integer, prose, requiredChoice, requiredLine, tick } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound, Problem } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { typesInUse, weeks } from './figures.ts'

export const types = new Hono<Env>()

const fields = {
  name: requiredLine('Please name the type.', 80),
  owner: requiredChoice(executiveRoles, 'Please say who decides it.'),
  slaDays: integer(1, 260, 'Please give the business days as a number from 1 to 260.').pipe(
    z.number('Please say within how many business days it is decided.'),
  ),
  delegable: tick,
  guardrail: prose(1000),
  escalateCrossTeam: tick,
  escalateSecurity: tick,
  escalateSpendAbove: integer(0, 1_000_000_000_000, 'Please give the spend as a whole number.'),
}
const notToCpto = (right: { delegable: boolean; owner: string }) => !right.delegable || right.owner !== 'cpto'
const mistake = { path: ['owner'], message: 'A delegated type needs somebody else than the CPTO.' }
const right = z.object(fields).refine(notToCpto, mistake)
const changed = z
  .object({ ...fields, version: integer(1, Number.MAX_SAFE_INTEGER), retire: tick })
  .refine(notToCpto, mistake)

const showNew = (c: Ctx, typed: Typed) =>
  page(c, { title: 'New decision type' }, <TypeForm typed={typed} action="/rights/types/new" />)

types.get('/new', (c) => showNew(c, untouched))

types.post('/new', form(right, showNew), async (c) => {
  try {
    return seeOther(c, `/rights/types/${await addType(c.var.by, c.req.valid('form'))}`)
  } catch (error) {
    if (!isUnique(error)) throw error
    c.status(422)
    return showNew(c, { values: await valuesOf(c), errors: nameTaken })
  }
})

const nameTaken = { name: 'There is a type of this name already.' }

async function found(c: Ctx) {
  const type = await findType(c.req.param('key') ?? '')
  if (!type) throw notFound('decision type')
  return type
}

types.get('/:key', async (c) => {
  const type = await found(c)
  const { today, organisation } = c.var
  const inUse = await typesInUse(today, organisation?.timeZone ?? 'UTC')
  const one = inUse.find((other) => other.type.id === type.id)
  if (!one) throw new Problem(410, 'This type is no longer offered. Decisions keep it.')
  return page(
    c,
    { title: type.name },
    <TypePage
      {...one}
      weeks={weeks}
      canEdit={atLeast(signedIn(c).role, 'editor')}
      currency={organisation?.currency ?? 'EUR'}
    />,
  )
})

const showEdit = async (c: Ctx, typed: Typed) => {
  const type = await found(c)
  return page(c, { title: type.name }, <TypeForm typed={typed} type={type} action={c.req.path} />)
}

types.get('/:key/edit', (c) => showEdit(c, untouched))

types.post('/:key/edit', form(changed, showEdit), async (c) => {
  const { version, retire, ...typed } = c.req.valid('form')
  const { key } = await found(c)
  try {
    if (retire) await retireType(c.var.by, key)
    else await changeType(c.var.by, key, version ?? 0, typed)
  } catch (error) {
    if (error instanceof Stale) return conflict(c, typed)
    if (!isUnique(error)) throw error
    c.status(422)
    return showEdit(c, { values: await valuesOf(c), errors: nameTaken })
  }
  return seeOther(c, retire ? '/rights' : `/rights/types/${key}`)
})

async function conflict(c: Ctx, typed: Right) {
  c.status(409)
  const type = await found(c)
  const labels = {
    name: 'Name',
    owner: 'Who decides',
    slaDays: 'Business days',
    delegable: 'Delegated',
    guardrail: 'Guardrail',
  }
  return page(
    c,
    { title: type.name },
    <>
      <Conflict
        fields={(Object.keys(labels) as (keyof typeof labels)[]).map((field) => ({
          label: labels[field],
          mine: String(typed[field]),
          theirs: String(type[field]),
        }))}
      />
      <TypeForm typed={{ values: await valuesOf(c), errors: {} }} type={type} action={c.req.path} />
    </>,
  )
}

/** "Delegate this": a reserved type gets an owner; of a delegated one the CPTO's share goes to the owner it has. */
types.post('/:key/delegation', form(z.object({ owner: choice(executiveRoles) }), showEdit), async (c) => {
  const type = await found(c)
  if (!type.delegable) {
    const owner = c.req.valid('form').owner
    if (owner === null || owner === 'cpto') throw new Problem(422, 'Please choose who decides it instead of the CPTO.')
    await delegate(c.var.by, type.key, owner)
    return seeOther(c, `/rights/types/${type.key}`)
  }
  const [holder] = await peopleWithRole(type.owner)
  if (!holder) throw new Problem(422, 'Nobody holds this seat yet. Give it to a person first, or change who decides.')
  for (const { number, version } of await waitingOnCpto(type.id, signedIn(c).id)) {
    await handOver(c.var.by, number, version, holder.id)
  }
  return seeOther(c, `/rights/types/${type.key}`)
})
