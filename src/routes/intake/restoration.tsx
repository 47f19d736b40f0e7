import { Hono } from 'hono'
import { z } from 'zod'
import { Refused } from '../../../db/intake/answers.ts'
import { type Entry, findEntry } from '../../../db/intake/ledger.ts'
import { findRequest } from '../../../db/intake/record.ts'
import { restore } from '../../../db/intake/restoration.ts'
import { RestorationForm } from '../../../views/intake/restoration.tsx'
import { refusalSentences } from '../../../views/intake/words.ts'
import type { Typed } from '../../../views/parts/form.tsx'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { decimal, line, prose } from '../../http/fields.ts'
import { type Errors, errorsOf, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { forbidden, notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { displacedIn, weighed } from './displaced.ts'
import { calendarOf, mayAnswer, quartersAhead, spareNow } from './loaded.ts'

/** A displaced item comes back; for an urgent request something else gives way in its place. */
export const restorations = new Hono<Env>()

const fields = z.object({
  because: prose(2000),
  restoreCondition: line(300),
  buffer: decimal('Please give person-weeks, such as 4 or 2.5.').refine((weeks) => weeks === null || weeks >= 0, {
    message: 'Please give 0 or more person-weeks.',
  }),
})

async function found(c: Ctx): Promise<Entry> {
  const entry = await findEntry(Number(c.req.param('id')) || 0, signedIn(c).id)
  if (!entry || entry.initiative === null) throw notFound('entry in the ledger')
  if (!mayAnswer(signedIn(c))) throw forbidden('An editor, or the CPTO, restores what was displaced.')
  return entry
}

restorations.get('/:id/restoration', async (c) => {
  const entry = await found(c)
  return show(c, entry, { values: { ...c.req.query() }, errors: {} })
})

restorations.post('/:id/restoration', async (c) => {
  const entry = await found(c)
  const values = await valuesOf(c)
  const read = fields.safeParse(values)
  const { displaced, errors } = displacedIn(values)
  const mistakes = { ...(read.success ? {} : errorsOf(read.error)), ...errors }
  if (!read.success || Object.keys(mistakes).length > 0) return refuse(mistakes)
  const { because, restoreCondition, buffer } = read.data
  try {
    const instead = { because, restoreCondition, instead: displaced, buffer: buffer ?? 0 }
    await restore(c.var.by, entry.id, instead, calendarOf(c))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refuse({ form: error.because === 'short' ? shortSentence : refusalSentences[error.because] })
  }
  return seeOther(c, '/displacement')

  function refuse(errors: Errors) {
    c.status(422)
    return show(c, entry, { values, errors })
  }
})

const shortSentence = 'The request is urgent: name what gives way instead, as much as comes back.'

async function show(c: Ctx, entry: Entry, typed: Typed) {
  const request = entry.request === null ? undefined : await findRequest(entry.request, signedIn(c).id)
  const { givable, buffer } = await spareNow(c)
  const isUrgent = request?.urgency === 'urgent'
  const kept = (request?.given ?? [])
    .filter(({ restoredAt, initiative }) => restoredAt === null && initiative !== entry.initiative)
    .reduce((sum, { personWeeks }) => sum + personWeeks, 0)
  return page(
    c,
    { title: `Restore I-${entry.initiative}` },
    <RestorationForm
      {...{ entry, typed, buffer, isUrgent }}
      givable={givable.filter(({ id }) => id !== entry.initiative)}
      rows={displacedIn(typed.values).rows}
      quarter={quartersAhead(c.var.today)[0]?.name ?? ''}
      balance={isUrgent ? weighed(typed.values, request.effort, buffer, kept) : null}
    />,
  )
}
