import { Hono } from 'hono'
import { addInitiative } from '../../db/roadmap/initiatives.ts'
import { countInitiatives, listInitiatives } from '../../db/roadmap/list.ts'
import { initiativeOffers } from '../../db/roadmap/offers.ts'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { InitiativeForm } from '../../views/roadmap/initiative-form.tsx'
import { InitiativeList } from '../../views/roadmap/initiative-list.tsx'
import { atLeast } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { requiredChoice } from '../http/fields.ts'
import { form, valuesOf } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { initiativeEdit } from './initiatives/edit.tsx'
import { initiativeFields, mistakesIn, quartersAround } from './initiatives/fields.ts'
import { filterOf, isNarrowed } from './initiatives/filter.ts'
import { initiativeParts } from './initiatives/parts.ts'
import { showInitiative } from './initiatives/show.tsx'
import { initiativeSteps } from './initiatives/steps.ts'
import { currencyOf } from './scorecard/addressed.ts'

export const initiatives = new Hono<Env>()

initiatives.get('/', async (c) => {
  const { filter, after, query } = filterOf(new URL(c.req.url).searchParams)
  const [{ rows, next }, counts, offers] = await Promise.all([
    listInitiatives(filter, after),
    countInitiatives(filter),
    initiativeOffers(),
  ])
  return page(
    c,
    { title: 'Initiatives', keys: rowKeys },
    <InitiativeList
      {...{ rows, next, counts, query }}
      narrowed={isNarrowed(filter)}
      further={after !== undefined}
      choices={{ ...offers, quarters: quartersAround(c.var.today, filter.quarter === 'none' ? null : filter.quarter) }}
      canAdd={atLeast(signedIn(c).role, 'contributor')}
    />,
  )
})

const rowKeys = (
  <>
    <kbd>j</kbd> <kbd>k</kbd> rows · <kbd>Enter</kbd> open ·
  </>
)

const showNew = async (c: Ctx, typed: Typed) =>
  page(
    c,
    { title: 'Add an initiative' },
    <InitiativeForm
      typed={typed}
      offers={await initiativeOffers()}
      quarters={quartersAround(c.var.today)}
      me={signedIn(c).id}
      currency={currencyOf(c)}
    />,
  )

initiatives.get('/new', (c) => showNew(c, untouched))

const added = initiativeFields.extend({
  origin: requiredChoice(['planning', 'direct'] as const, 'Please say where it comes from.'),
})

initiatives.post('/new', form(added, showNew), async (c) => {
  const content = c.req.valid('form')
  const errors = mistakesIn(content, await initiativeOffers())
  if (Object.keys(errors).length > 0) {
    c.status(422)
    return showNew(c, { values: await valuesOf(c), errors })
  }
  return seeOther(c, `/initiatives/${await addInitiative(c.var.by, content)}`)
})

initiatives.get('/:id', (c) => showInitiative(c))
initiatives.route('/:id/edit', initiativeEdit)
initiatives.route('/:id', initiativeSteps)
initiatives.route('/:id', initiativeParts)
