import { Hono } from 'hono'
import { z } from 'zod'
import { countInitiatives, listInitiatives } from '../../db/roadmap/list.ts'
import { measuredBy } from '../../db/roadmap/measured.ts'
import { type InitiativeOffers, initiativeOffers } from '../../db/roadmap/offers.ts'
import { addTheme, changeTheme, findTheme, listThemes, type ThemeContent } from '../../db/roadmap/themes.ts'
import { Stale } from '../../db/stale.ts'
import { Conflict } from '../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { ThemePage } from '../../views/roadmap/theme.tsx'
import { ThemeForm } from '../../views/roadmap/theme-form.tsx'
import { ThemeList } from '../../views/roadmap/theme-list.tsx'
import { toldTheme } from '../../views/roadmap/theme-told.ts'
import { atLeast } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { decimal, prose, reference, requiredLine, tick } from '../http/fields.ts'
import { type Errors, form, valuesOf } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'
import { notInList, quarter, quartersAround, seenVersion } from './initiatives/fields.ts'
import { currencyOf } from './scorecard/addressed.ts'

export const themes = new Hono<Env>()

const content = z.object({
  name: requiredLine('Please give the theme a name.', 120),
  outcome: prose(2000),
  metric: reference,
  baseline: decimal(),
  target: decimal(),
  quarter,
  owner: reference,
})

const canEdit = (c: Ctx) => atLeast(signedIn(c).role, 'contributor')

themes.get('/', async (c) => {
  const all = await listThemes()
  const measured = await measuredBy(all.map(({ metric }) => metric))
  return page(
    c,
    { title: 'Themes' },
    <ThemeList themes={all} measured={measured} canAdd={canEdit(c)} currency={currencyOf(c)} />,
  )
})

const showNew = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'Add a theme' },
    <ThemeForm
      typed={typed}
      offers={await initiativeOffers()}
      quarters={quartersAround(c.var.today)}
      me={signedIn(c).id}
      currency={currencyOf(c)}
    />,
  )

themes.get('/new', (c) => showNew(c, untouched))

themes.post('/new', form(content, showNew), async (c) => {
  const typed = c.req.valid('form')
  const errors = mistakesIn(typed, await initiativeOffers())
  if (Object.keys(errors).length > 0) return refused(c, errors, showNew)
  return seeOther(c, `/themes/${await addTheme(c.var.by, typed)}`)
})

function mistakesIn({ metric, owner }: ThemeContent, offers: InitiativeOffers, before?: ThemeContent): Errors {
  const isOffered = (list: readonly { id: number }[], id: number | null) =>
    id === null || list.some((one) => one.id === id)
  return {
    ...(isOffered(offers.metrics, metric) ? {} : { metric: notInList }),
    ...(isOffered(offers.people, owner) || owner === before?.owner ? {} : { owner: notInList }),
  }
}

async function refused(c: Ctx, errors: Errors, show: (c: Ctx, typed: Typed) => Response | Promise<Response>) {
  c.status(422)
  return show(c, { values: await valuesOf(c), errors })
}

async function found(c: Ctx) {
  const theme = await findTheme(Number(c.req.param('id')) || 0)
  if (!theme) throw notFound('theme')
  return theme
}

themes.get('/:id', async (c) => {
  const theme = await found(c)
  const filter = { theme: theme.id, stage: 'any' as const }
  const [{ rows }, { found: count }, measured] = await Promise.all([
    listInitiatives(filter),
    countInitiatives(filter),
    measuredBy([theme.metric]),
  ])
  return page(
    c,
    { title: theme.name },
    <ThemePage
      {...{ theme, count }}
      initiatives={rows}
      now={measured.get(theme.metric ?? 0)}
      canEdit={canEdit(c)}
      currency={currencyOf(c)}
    />,
  )
})

/** `mine`: what somebody wrote while somebody else wrote, too. */
async function showEdit(c: Ctx, typed: Typed, mine?: ThemeContent & { closed: boolean }) {
  const theme = await found(c)
  const offers = await initiativeOffers([theme.metric])
  const theirs = toldTheme({ ...theme, closed: theme.closedAt !== null }, offers)
  const told: Record<string, string> = mine ? toldTheme(mine, offers) : {}
  return page(
    c,
    { title: `Edit ${theme.name}` },
    <>
      {mine && (
        <Conflict
          fields={Object.entries(theirs).map(([label, text]) => ({ label, theirs: text, mine: told[label] ?? '' }))}
        />
      )}
      <ThemeForm
        {...{ typed, theme, offers }}
        quarters={quartersAround(c.var.today, theme.quarter)}
        me={signedIn(c).id}
        currency={currencyOf(c)}
      />
    </>,
  )
}

themes.get('/:id/edit', (c) => showEdit(c, untouched))

themes.post(
  '/:id/edit',
  form(content.extend({ version: seenVersion, closed: tick }), (c, typed) => showEdit(c, typed)),
  async (c) => {
    const { version, closed, ...typed } = c.req.valid('form')
    const before = await found(c)
    const errors = mistakesIn(typed, await initiativeOffers([before.metric]), before)
    if (Object.keys(errors).length > 0) return refused(c, errors, showEdit)
    try {
      await changeTheme(c.var.by, before.id, version ?? 0, typed, closed)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      c.status(409)
      return showEdit(c, { values: await valuesOf(c), errors: {} }, { ...typed, closed })
    }
    return seeOther(c, `/themes/${before.id}`)
  },
)
