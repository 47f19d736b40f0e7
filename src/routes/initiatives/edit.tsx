import { Hono } from 'hono'
import { changeInitiative } from '../../../db/roadmap/initiatives.ts'
import { initiativeOffers } from '../../../db/roadmap/offers.ts'
import { Stale } from '../../../db/stale.ts'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { InitiativeForm } from '../../../views/roadmap/initiative-form.tsx'
import { toldInitiative } from '../../../views/roadmap/initiative-told.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { line } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { currencyOf } from '../scorecard/addressed.ts'
import { initiativeFields, mistakesIn, quartersAround, seenVersion } from './fields.ts'
import { foundInitiative } from './show.tsx'

export const initiativeEdit = new Hono<Env>()

const changed = initiativeFields.extend({ version: seenVersion, because: line(500) })

/** `mine`: what somebody wrote while somebody else wrote, too. */
async function show(c: Ctx, typed: Typed, mine?: Record<string, string>) {
  const initiative = await foundInitiative(c)
  const offers = await offersFor(initiative)
  const theirs = toldInitiative(initiative, offers)
  return page(
    c,
    { title: `Edit I-${initiative.id}` },
    <>
      {mine && (
        <Conflict
          fields={Object.entries(theirs).map(([label, text]) => ({ label, theirs: text, mine: mine[label] ?? '' }))}
        />
      )}
      <InitiativeForm
        {...{ typed, initiative, offers }}
        quarters={quartersAround(c.var.today, initiative.quarter)}
        me={signedIn(c).id}
        currency={currencyOf(c)}
      />
    </>,
  )
}

const offersFor = ({ primaryMetric, guardrailMetric }: Awaited<ReturnType<typeof foundInitiative>>) =>
  initiativeOffers([primaryMetric, guardrailMetric])

initiativeEdit.get('/', (c) => show(c, untouched))

initiativeEdit.post(
  '/',
  form(changed, (c, typed) => show(c, typed)),
  async (c) => {
    const { version, because, ...content } = c.req.valid('form')
    const before = await foundInitiative(c)
    const offers = await offersFor(before)
    const errors = mistakesIn(content, offers, before)
    if (Object.keys(errors).length > 0) {
      c.status(422)
      return show(c, { values: await valuesOf(c), errors })
    }
    try {
      await changeInitiative(c.var.by, before.id, version ?? 0, content, because)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      c.status(409)
      return show(c, { values: await valuesOf(c), errors: {} }, toldInitiative(content, offers))
    }
    return seeOther(c, `/initiatives/${before.id}`)
  },
)
