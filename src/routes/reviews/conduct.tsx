import { Hono } from 'hono'
import { z } from 'zod'
import { briefOf } from '../../../db/decisions/record.ts'
import { activePeople } from '../../../db/people.ts'
import { closeReview } from '../../../db/reviews/close.ts'
import {
  agreeAction,
  bringDecision,
  Closed,
  dropDecision,
  noteInReview,
  recordAttendance,
  tickAction,
} from '../../../db/reviews/conduct.ts'
import { categories } from '../../domain/scorecard/catalogue.ts'
import { mayClose } from '../../domain/scorecard/reviews/closing.ts'
import { type Env, signedIn } from '../../http/context.ts'
import { date, line, prose, reference, references, requiredChoice, requiredLine } from '../../http/fields.ts'
import { form, type Values } from '../../http/form.ts'
import { forbidden, notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { numberOf } from '../decisions/loaded.ts'
import { foundReview, situationOf } from './loaded.ts'
import { showReview } from './show.tsx'

/** What is said, agreed and recorded while a review is open, and its closing. */
export const conduct = new Hono<Env>()

const category = requiredChoice(categories, 'Please say of which category.')

const note = z.object({ category, body: prose(2000).pipe(z.string().min(1, 'Please write the note first.')) })

conduct.post(
  '/notes',
  form(note, (c, refusal) => showReview(c, { note: refusal })),
  async (c) => {
    const { category, body } = c.req.valid('form')
    const { id } = await foundReview(c)
    await noteInReview(c.var.by, id, category, body).catch(refuseWhenClosed)
    return seeOther(c, `/reviews/${id}?category=${category}#c-${category}`)
  },
)

const whoDoesIt = 'Please say who does it.'
const action = z.object({
  category,
  text: requiredLine('Please say what is to be done.', 500),
  owner: reference.pipe(z.number(whoDoesIt)),
  dueOn: date,
})

conduct.post(
  '/actions',
  form(action, (c, refusal) => showReview(c, { action: refusal })),
  async (c) => {
    const typed = c.req.valid('form')
    const { id } = await foundReview(c)
    if (!(await activePeople()).some((person) => person.id === typed.owner)) {
      c.status(422)
      return showReview(c, { action: { values: shown(typed), errors: { owner: whoDoesIt } } })
    }
    await agreeAction(c.var.by, id, typed).catch(refuseWhenClosed)
    return seeOther(c, `/reviews/${id}?category=${typed.category}#c-${typed.category}`)
  },
)

const shown = ({ owner, dueOn, ...texts }: z.output<typeof action>): Values => ({
  ...texts,
  owner: String(owner),
  dueOn: dueOn ?? '',
})

conduct.post(
  '/actions/:action/done',
  form(z.object({ done: line(1) }), (c) => showReview(c)),
  async (c) => {
    const { id, closedAt } = await foundReview(c)
    const ticked = await tickAction(c.var.by, id, Number(c.req.param('action')) || 0, c.req.valid('form').done !== '0')
    if (!ticked) throw notFound('action')
    return seeOther(c, closedAt === null ? `/reviews/${id}` : '/reviews#actions')
  },
)

conduct.post(
  '/decisions',
  form(z.object({ decision: line(20) }), (c, refusal) => showReview(c, { decision: refusal })),
  async (c) => {
    const { decision } = c.req.valid('form')
    const { id } = await foundReview(c)
    const found = await briefOf(numberOf(decision) ?? 0, signedIn(c).id)
    if (!found) {
      c.status(422)
      const wrong = decision ? `There is no decision ${decision}.` : 'Please give the number of the decision.'
      return showReview(c, { decision: { values: { decision }, errors: { decision: wrong } } })
    }
    await bringDecision(c.var.by, id, found.number).catch(refuseWhenClosed)
    return seeOther(c, `/reviews/${id}#decisions`)
  },
)

conduct.post('/decisions/:n/removal', async (c) => {
  const { id } = await foundReview(c)
  const found = await briefOf(numberOf(c.req.param('n')) ?? 0, signedIn(c).id)
  if (!found) throw notFound('decision')
  await dropDecision(c.var.by, id, found.number).catch(refuseWhenClosed)
  return seeOther(c, `/reviews/${id}#decisions`)
})

conduct.post(
  '/attendance',
  form(z.object({ present: references }), (c, refusal) => showReview(c, { attendance: refusal })),
  async (c) => {
    const { id } = await foundReview(c)
    await recordAttendance(c.var.by, id, c.req.valid('form').present).catch(refuseWhenClosed)
    return seeOther(c, `/reviews/${id}#attendance`)
  },
)

conduct.post('/closing', async (c) => {
  const review = await foundReview(c)
  if (!mayClose(signedIn(c), review.startedBy)) throw forbidden('Whoever started this review, or an editor, closes it.')
  await closeReview(c.var.by, review.id, situationOf(c)).catch(refuseWhenClosed)
  return seeOther(c, `/reviews/${review.id}`)
})

function refuseWhenClosed(error: unknown): never {
  if (error instanceof Closed) throw forbidden('This review is closed and sealed; nothing can be added to it.')
  throw error
}
