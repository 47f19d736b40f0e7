import { Hono } from 'hono'
import { enterActuals, everyTeam, type Landed } from '../../../db/capacity/actuals.ts'
import { everyBucket } from '../../../db/capacity/buckets.ts'
import { ActualsImport } from '../../../views/capacity/import.tsx'
import { type RowFault, readActuals } from '../../domain/capacity/read-actuals.ts'
import { textIn, tidied } from '../../domain/scorecard/readings/text.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { type Errors, one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'

export const actualImports = new Hono<Env>()

type Shown = { text?: string; errors?: Errors; faults?: RowFault[]; landed?: Landed | null }

const show = (c: Ctx, { text = '', errors = {}, faults = [], landed = null }: Shown) =>
  page(c, { title: 'Import actuals' }, <ActualsImport typed={{ values: { text }, errors }} {...{ faults, landed }} />)

actualImports.get('/import', (c) => show(c, { landed: landedIn(c.req.query('landed')) }))

/** `12-1-3` */
function landedIn(text: string | undefined): Landed | null {
  const [, added, corrected, unchanged] = /^(\d{1,9})-(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? []
  return added === undefined
    ? null
    : { added: Number(added), corrected: Number(corrected), unchanged: Number(unchanged) }
}

actualImports.post('/import', async (c) => {
  const { file } = await c.req.parseBody()
  const isChosen = file instanceof File && file.size > 0
  const text = isChosen ? textIn(new Uint8Array(await file.arrayBuffer())) : tidied(one(await valuesOf(c), 'text'))
  if (!text.trim()) {
    c.status(422)
    return show(c, { errors: { file: 'Please choose a file, or paste its rows.' } })
  }
  const { actuals, faults } = readActuals(text, { teams: await everyTeam(), buckets: await everyBucket() })
  if (faults.length > 0) {
    c.status(422)
    return show(c, { text: text.length > 100_000 ? '' : text, faults })
  }
  const { added, corrected, unchanged } = await enterActuals(c.var.by, actuals)
  return seeOther(c, `/capacity/import?landed=${added}-${corrected}-${unchanged}`)
})
