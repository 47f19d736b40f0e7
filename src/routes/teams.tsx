import { Hono } from 'hono'
import { z } from 'zod'
import { isUnique } from '../../db/errors.ts'
import { activePeople } from '../../db/people.ts'
import { Stale } from '../../db/stale.ts'
import { addTeam, changeTeam, findTeam, type TeamContent } from '../../db/teams.ts'
import { Conflict } from '../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { TeamForm, TeamPage } from '../../views/people/team.tsx'
import { atLeast, teamKinds } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { integer, reference, references, requiredChoice, requiredLine } from '../http/fields.ts'
import { form, type Values } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'

export const teams = new Hono<Env>()

const content = z.object({
  name: requiredLine('Please name the team.', 120),
  kind: requiredChoice(teamKinds, 'Please say which kind of team it is.'),
  lead: reference,
  members: references,
})
const changed = content.extend({ version: integer(1, Number.MAX_SAFE_INTEGER) })

const showNew = async (c: Ctx, typed: Typed) =>
  page(c, { title: 'Add a team' }, <TeamForm typed={typed} people={await activePeople()} action="/teams/new" />)

teams.get('/new', (c) => showNew(c, untouched))

teams.post('/new', form(content, showNew), async (c) => {
  const typed = c.req.valid('form')
  try {
    return seeOther(c, `/teams/${await addTeam(c.var.by, typed)}`)
  } catch (error) {
    if (!isUnique(error)) throw error
    c.status(422)
    return showNew(c, { values: shown(typed), errors: nameTaken })
  }
})

const nameTaken = { name: 'There is a team of this name already.' }

const shown = ({ name, kind, lead, members }: TeamContent): Values => ({
  name,
  kind,
  lead: String(lead ?? ''),
  members: members.map(String),
})

async function found(c: Ctx) {
  const team = await findTeam(Number(c.req.param('id')) || 0)
  if (!team) throw notFound('team')
  return team
}

teams.get('/:id', async (c) => {
  const team = await found(c)
  return page(c, { title: team.name }, <TeamPage team={team} canEdit={atLeast(signedIn(c).role, 'editor')} />)
})

const showEdit = async (c: Ctx, typed: Typed, more?: 'conflict') => {
  const team = await found(c)
  return page(
    c,
    { title: `Edit ${team.name}` },
    <>
      {more && (
        <Conflict
          fields={[
            { label: 'Name', mine: String(typed.values.name), theirs: team.name },
            { label: 'Kind', mine: String(typed.values.kind), theirs: team.kind },
          ]}
        />
      )}
      <TeamForm typed={typed} team={team} people={await activePeople()} action={c.req.path} />
    </>,
  )
}

teams.get('/:id/edit', (c) => showEdit(c, untouched))

teams.post(
  '/:id/edit',
  form(changed, (c, typed) => showEdit(c, typed)),
  async (c) => {
    const { version, ...typed } = c.req.valid('form')
    const team = await found(c)
    try {
      await changeTeam(c.var.by, team.id, version ?? 0, typed)
    } catch (error) {
      const stale = error instanceof Stale
      if (!stale && !isUnique(error)) throw error
      c.status(stale ? 409 : 422)
      return showEdit(c, { values: shown(typed), errors: stale ? {} : nameTaken }, stale ? 'conflict' : undefined)
    }
    return seeOther(c, `/teams/${team.id}`)
  },
)
