import { Hono } from 'hono'
import { z } from 'zod'
import { briefOf } from '../../../db/decisions/record.ts'
import { isUnique } from '../../../db/errors.ts'
import { addTheme, changeTheme, findTheme, listThemes, type Theme } from '../../../db/intake/themes.ts'
import { openInitiatives } from '../../../db/roadmap/initiatives.ts'
import { Stale } from '../../../db/stale.ts'
import { ThemePage } from '../../../views/intake/theme.tsx'
import { FeedbackThemes } from '../../../views/intake/themes.tsx'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { atLeast } from '../../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { integer, line, prose, reference, requiredLine } from '../../http/fields.ts'
import { type Errors, form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { numberOf } from '../decisions/loaded.ts'
import { dayOf } from './loaded.ts'

/** What several requests are about, and what was answered to all of them. */
export const themes = new Hono<Env>()

const name = requiredLine('Please name the theme.', 120)
const nameTaken = { name: 'There is a theme of this name already.' }

const showAll = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'Feedback themes' },
    <FeedbackThemes
      themes={await listThemes(signedIn(c).id)}
      typed={typed}
      canEdit={atLeast(signedIn(c).role, 'contributor')}
      dayOf={dayOf(c)}
      today={c.var.today}
    />,
  )

themes.get('/', (c) => showAll(c, untouched))

themes.post('/', form(z.object({ name }), showAll), async (c) => {
  try {
    return seeOther(c, `/intake/themes/${await addTheme(c.var.by, c.req.valid('form').name)}`)
  } catch (error) {
    if (!isUnique(error)) throw error
    c.status(422)
    return showAll(c, { values: await valuesOf(c), errors: nameTaken })
  }
})

async function found(c: Ctx): Promise<Theme> {
  const theme = await findTheme(Number(c.req.param('id')) || 0, signedIn(c).id)
  if (!theme) throw notFound('theme')
  return theme
}

async function show(c: Ctx, typed: Typed, mine?: z.output<typeof answered>) {
  const theme = await found(c)
  return page(
    c,
    { title: theme.name },
    <>
      {mine && <Conflict fields={bothOf(theme, mine)} />}
      <ThemePage
        theme={theme}
        typed={typed}
        initiatives={await openInitiatives()}
        canEdit={atLeast(signedIn(c).role, 'contributor')}
        dayOf={dayOf(c)}
        today={c.var.today}
      />
    </>,
  )
}

const bothOf = (theme: Theme, mine: z.output<typeof answered>) => [
  { label: 'Name', mine: mine.name, theirs: theme.name },
  { label: 'Answer', mine: mine.answer, theirs: theme.answer },
  { label: 'Initiative', mine: String(mine.initiative ?? ''), theirs: String(theme.initiative ?? '') },
  { label: 'Decision', mine: mine.decision, theirs: theme.decision === null ? '' : `D-${theme.decision}` },
]

themes.get('/:id', (c) => show(c, untouched))

const answered = z
  .object({
    version: integer(1, Number.MAX_SAFE_INTEGER),
    name,
    answer: prose(2000),
    initiative: reference,
    decision: line(20),
  })
  .refine(({ decision }) => decision === '' || numberOf(decision) !== null, {
    path: ['decision'],
    message: 'A decision is written like D-42.',
  })

themes.post(
  '/:id',
  form(answered, (c, typed) => show(c, typed)),
  async (c) => {
    const typed = c.req.valid('form')
    const theme = await found(c)
    const decision = numberOf(typed.decision)
    if (decision !== null && !(await briefOf(decision, signedIn(c).id)))
      return refuse({ decision: 'There is no such decision in the log.' })
    const { version, name, answer, initiative } = typed
    if (initiative !== null && initiative !== theme.initiative && !(await isThere(initiative)))
      return refuse({ initiative: 'Please choose one of the list.' })
    try {
      await changeTheme(c.var.by, theme.id, version ?? 0, { name, answer, initiative, decision })
    } catch (error) {
      if (isUnique(error)) return refuse(nameTaken)
      if (!(error instanceof Stale)) throw error
      c.status(409)
      return show(c, { values: await valuesOf(c), errors: {} }, typed)
    }
    return seeOther(c, `/intake/themes/${theme.id}`)

    async function refuse(errors: Errors) {
      c.status(422)
      return show(c, { values: await valuesOf(c), errors })
    }
  },
)

const isThere = async (initiative: number) => (await openInitiatives()).some(({ id }) => id === initiative)
