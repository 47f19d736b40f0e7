import { Hono } from 'hono'
import { z } from 'zod'
import { type Line, scorecardLines } from '../../../db/scorecard/grid.ts'
import { enterReadings } from '../../../db/scorecard/readings.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { PasteForm, PastePreview } from '../../../views/scorecard/paste.tsx'
import { readBlock } from '../../domain/scorecard/paste.ts'
import { place } from '../../domain/scorecard/placing.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { integer, line, prose, reference, tick } from '../../http/fields.ts'
import { form } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'

export const pasting = new Hono<Env>()

const pasted = z.object({
  text: prose(1_000_000).pipe(z.string().min(1, 'Please paste what you copied.')),
  /** The metrics that the rows stand for, in the order of the grid it was pasted into. */
  metrics: line(10_000),
  /** Where there is no such order: the first of them. */
  from: reference,
  /** The column it was pasted into, 0 the oldest of the thirteen; empty: its last column is the newest period. */
  first: integer(0, 12),
  confirmed: tick,
})

const showForm = async (c: Ctx, typed: Typed) =>
  page(c, { title: 'Paste' }, <PasteForm typed={typed} lines={await scorecardLines()} />)

pasting.get('/paste', (c) => showForm(c, untouched))

pasting.post('/paste', form(pasted, showForm), async (c) => {
  const { text, metrics, from, first, confirmed } = c.req.valid('form')
  const all = await scorecardLines()
  const lines = inOrder(all, metrics, from)
  const { placed, strange } = place(readBlock(text), lines, all, { today: c.var.today, first })
  const wrong = placed.filter(({ unplaced }) => unplaced !== null)
  if (!confirmed || wrong.length > 0 || strange.length > 0 || placed.length === 0) {
    if (wrong.length > 0 || strange.length > 0 || placed.length === 0) c.status(422)
    const again = { text, metrics, from: from === null ? '' : String(from), first: first === null ? '' : String(first) }
    const currency = c.var.organisation?.currency ?? ''
    return page(c, { title: 'Paste' }, <PastePreview {...{ placed, strange, again, currency }} />)
  }
  await enterReadings(
    c.var.by,
    c.var.today,
    placed.flatMap(({ line: { id }, period, reading }) =>
      reading ? [{ metric: id, period, note: '', ...reading }] : [],
    ),
    { source: 'pasted' },
  )
  return seeOther(c, '/scorecard')
})

function inOrder(all: readonly Line[], metrics: string, from: number | null): Line[] {
  const ids = metrics.split(',').map(Number).filter(Boolean)
  if (ids.length > 0) return ids.flatMap((id) => all.find((one) => one.id === id) ?? [])
  return all.slice(
    Math.max(
      0,
      all.findIndex(({ id }) => id === from),
    ),
  )
}
