import { Hono } from 'hono'
import { z } from 'zod'
import { changeOrganisation, findOrganisation } from '../../db/organisation.ts'
import { Stale } from '../../db/stale.ts'
import { Conflict } from '../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../views/parts/form.tsx'
import { Settings } from '../../views/settings.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { integer, requiredLine } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { currency, stage, timeZone, timeZones } from '../http/organisation-fields.ts'
import { page } from '../http/page.tsx'
import { notFound } from '../http/problem.ts'
import { seeOther } from '../http/redirect.ts'

export const organisationSettings = new Hono<Env>()

const profile = z.object({
  name: requiredLine('Please name your organisation.', 120),
  timeZone,
  stage,
  currency,
  version: integer(1, Number.MAX_SAFE_INTEGER),
})

async function show(c: Ctx, typed: Typed, overtaken = false) {
  const organisation = await findOrganisation()
  if (!organisation) throw notFound()
  const fields = (['name', 'timeZone', 'stage', 'currency'] as const).map((field) => ({
    label: { name: 'Name', timeZone: 'Time zone', stage: 'Stage', currency: 'Currency' }[field],
    mine: String(typed.values[field] ?? ''),
    theirs: organisation[field],
  }))
  return page(
    c,
    { title: 'Settings' },
    <>
      {overtaken && <Conflict fields={fields} />}
      <Settings
        organisation={organisation}
        typed={typed}
        timeZones={timeZones}
        saved={c.req.query('saved') !== undefined}
      />
    </>,
  )
}

organisationSettings.get('/', (c) => show(c, untouched))

organisationSettings.post(
  '/',
  form(profile, (c, typed) => show(c, typed)),
  async (c) => {
    const { version, ...typed } = c.req.valid('form')
    try {
      await changeOrganisation(c.var.by, version ?? 0, typed)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      c.status(409)
      return show(c, { values: typed, errors: {} }, true)
    }
    return seeOther(c, '/settings?saved')
  },
)
