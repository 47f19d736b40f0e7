import { Hono } from 'hono'
import { z } from 'zod'
import { isUnique } from '../../db/errors.ts'
import { addPerson, changePerson, findPerson, listPeople, type Person } from '../../db/people.ts'
import { findAccount, LastOwner, leave, setRole } from '../../db/sign-in/accounts.ts'
import { issueInvitation, issueReset } from '../../db/sign-in/links.ts'
import { endAllSessions } from '../../db/sign-in/sessions.ts'
import { Stale } from '../../db/stale.ts'
import { listTeams, teamsOf } from '../../db/teams.ts'
import { Conflict } from '../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { PersonForm, PersonPage } from '../../views/people/person.tsx'
import { People } from '../../views/people.tsx'
import { accessRoles, atLeast, executiveRoles } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { choice, integer, line, optionalEmail, requiredChoice, requiredLine } from '../http/fields.ts'
import { form, one } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'

export const people = new Hono<Env>()

const particulars = z.object({
  name: requiredLine('Please give a name.'),
  email: optionalEmail,
  title: line(),
  executiveRole: choice(executiveRoles),
})
const changed = particulars.extend({ version: integer(1, Number.MAX_SAFE_INTEGER) })

people.get('/', async (c) => {
  const [all, teams] = await Promise.all([listPeople(c.var.now), listTeams()])
  return page(
    c,
    { title: 'People' },
    <People people={all} teams={teams} canEdit={atLeast(signedIn(c).role, 'editor')} />,
  )
})

const showNew = (c: Ctx, typed: Typed) =>
  page(c, { title: 'Add a person' }, <PersonForm typed={typed} action="/people/new" />)

people.get('/new', (c) => showNew(c, untouched))

people.post('/new', form(particulars, showNew), async (c) => {
  const typed = c.req.valid('form')
  try {
    return seeOther(c, `/people/${await addPerson(c.var.by, typed)}`)
  } catch (error) {
    if (!isUnique(error)) throw error
    c.status(422)
    return showNew(c, { values: shown(typed), errors: { email: emailTaken } })
  }
})

const emailTaken = 'Somebody else has this e-mail address already.'
const shown = (typed: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value === null ? '' : String(value)]))

people.get('/:id', (c) => show(c))

async function show(c: Ctx, more: { link?: { purpose: 'invitation' | 'reset'; url: string }; mistake?: string } = {}) {
  const person = await found(c)
  const { role } = signedIn(c)
  return page(
    c,
    { title: person.name },
    <PersonPage
      person={person}
      account={await findAccount(person.id)}
      teams={await teamsOf(person.id)}
      canEdit={atLeast(role, 'editor')}
      canManage={atLeast(role, 'owner')}
      {...more}
    />,
  )
}

async function found(c: Ctx): Promise<Person> {
  const person = await findPerson(Number(c.req.param('id')) || 0)
  if (!person) throw notFound('person')
  return person
}

const showEdit = async (c: Ctx, typed: Typed) => {
  const person = await found(c)
  return page(c, { title: `Edit ${person.name}` }, <PersonForm typed={typed} person={person} action={c.req.path} />)
}

people.get('/:id/edit', (c) => showEdit(c, untouched))

people.post('/:id/edit', form(changed, showEdit), async (c) => {
  const { version, ...typed } = c.req.valid('form')
  const person = await found(c)
  try {
    await changePerson(c.var.by, person.id, version ?? 0, typed)
  } catch (error) {
    if (error instanceof Stale) return conflict(c, await found(c), shown(typed))
    if (!isUnique(error)) throw error
    c.status(422)
    return showEdit(c, { values: shown(typed), errors: { email: emailTaken } })
  }
  return seeOther(c, `/people/${person.id}`)
})

function conflict(c: Ctx, person: Person, values: Record<string, string>) {
  c.status(409)
  const current = shown({
    name: person.name,
    email: person.email,
    title: person.title,
    executiveRole: person.executiveRole,
  })
  const labels = { name: 'Name', email: 'E-mail', title: 'Title', executiveRole: 'Seat' }
  return page(
    c,
    { title: `Edit ${person.name}` },
    <>
      <Conflict
        fields={Object.entries(labels).map(([field, label]) => ({
          label,
          mine: one(values, field),
          theirs: one(current, field),
        }))}
      />
      <PersonForm typed={{ values, errors: {} }} person={person} action={c.req.path} />
    </>,
  )
}

const access = z.object({ role: requiredChoice(accessRoles, 'Please choose what this person may do.') })
const back = (c: Ctx) => show(c, { mistake: 'Please choose what this person may do.' })

people.post('/:id/invitation', form(access, back), async (c) => {
  const person = await found(c)
  if (!person.email) return refuse(c, 'An account needs an e-mail address.')
  if ((await findAccount(person.id))?.closedAt === null) return refuse(c, `${person.name} has an account already.`)
  const token = await issueInvitation(acting(c), person.id, c.req.valid('form').role)
  return show(c, { link: { purpose: 'invitation', url: absolute(c, `/invitations/${token}`) } })
})

people.post('/:id/reset', async (c) => {
  const person = await found(c)
  if ((await findAccount(person.id))?.closedAt !== null) return refuse(c, `${person.name} has no account.`)
  const token = await issueReset(acting(c), person.id)
  return show(c, { link: { purpose: 'reset', url: absolute(c, `/resets/${token}`) } })
})

people.post('/:id/role', form(access, back), async (c) => {
  const person = await found(c)
  if (!(await findAccount(person.id))) return refuse(c, `${person.name} has no account.`)
  return unlessLastOwner(c, () => setRole(c.var.by, person.id, c.req.valid('form').role))
})

people.post('/:id/departure', async (c) => {
  const person = await found(c)
  return unlessLastOwner(c, () => leave(c.var.by, person.id))
})

people.post('/:id/sessions/end', async (c) => {
  const person = await found(c)
  await endAllSessions(c.var.by, person.id)
  return seeOther(c, `/people/${person.id}`)
})

async function unlessLastOwner(c: Ctx, act: () => Promise<void>) {
  try {
    await act()
  } catch (error) {
    if (error instanceof LastOwner) return refuse(c, 'This is the last owner. Make somebody else an owner first.')
    throw error
  }
  return seeOther(c, `/people/${c.req.param('id')}`)
}

function refuse(c: Ctx, mistake: string) {
  c.status(422)
  return show(c, { mistake })
}

const acting = (c: Ctx) => ({ person: signedIn(c).id, at: c.var.now })

const absolute = (c: Ctx, path: string) => new URL(path, c.var.settings.BASE_URL ?? c.req.url).href
