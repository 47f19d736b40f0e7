import { Hono } from 'hono'
import { z } from 'zod'
import { cancelAcceptance } from '../../../db/intake/acceptance.ts'
import { decline, park, Refused, reopen } from '../../../db/intake/answers.ts'
import type { RequestRecord } from '../../../db/intake/record.ts'
import { Stale } from '../../../db/stale.ts'
import type { By } from '../../../db/write.ts'
import { AnswerForm, type AnswerKind } from '../../../views/intake/answer-form.tsx'
import { refusalSentences } from '../../../views/intake/words.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import type { Ctx, Env } from '../../http/context.ts'
import { integer, prose } from '../../http/fields.ts'
import { form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { Problem } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { calendarOf, dayOf, foundToAnswer } from './loaded.ts'

export const answers = new Hono<Env>()

type Told = { because: string; calendar: ReturnType<typeof calendarOf> }
type Verb = (by: By, id: number, seen: number, told: Told) => Promise<unknown>

const verbs: Record<AnswerKind, Verb> = {
  declination: decline,
  parking: park,
  cancellation: (by, id, seen, { because, calendar }) => cancelAcceptance(by, id, seen, because, calendar),
}

const titles: Record<AnswerKind, string> = { declination: 'Decline', parking: 'Park', cancellation: 'Cancel' }

const answered = z.object({ version: integer(1, Number.MAX_SAFE_INTEGER), because: prose(2000) })

for (const kind of Object.keys(verbs) as AnswerKind[]) {
  const show = async (c: Ctx, typed: Typed, changed = false) => {
    const request = await foundToAnswer(c)
    return page(
      c,
      { title: `${titles[kind]} R-${request.id}` },
      <AnswerForm {...{ kind, request, typed, changed }} dayOf={dayOf(c)} />,
    )
  }

  answers.get(`/:id/${kind}`, (c) => show(c, untouched))

  answers.post(
    `/:id/${kind}`,
    form(answered, (c, typed) => show(c, typed)),
    async (c) => {
      const request = await foundToAnswer(c)
      const { version, because } = c.req.valid('form')
      try {
        await verbs[kind](c.var.by, request.id, version ?? 0, { because, calendar: calendarOf(c) })
      } catch (error) {
        const isOver = error instanceof Stale || (error instanceof Refused && error.because === 'wrong_status')
        if (!isOver && !(error instanceof Refused)) throw error
        c.status(isOver ? 409 : 422)
        const errors = isOver ? {} : { because: refusalSentences[error.because] }
        return show(c, { values: await valuesOf(c), errors }, isOver)
      }
      return seeOther(c, `/intake/${request.id}`)
    },
  )
}

const seen = z.object({ version: integer(1, Number.MAX_SAFE_INTEGER) })

answers.post('/:id/reopening', form(seen, meanwhile), async (c) => {
  const request: RequestRecord = await foundToAnswer(c)
  try {
    await reopen(c.var.by, request.id, c.req.valid('form').version ?? 0, calendarOf(c))
  } catch (error) {
    if (!(error instanceof Stale) && !(error instanceof Refused)) throw error
    return meanwhile()
  }
  return seeOther(c, `/intake/${request.id}`)
})

function meanwhile(): never {
  throw new Problem(422, 'Somebody answered this request meanwhile. Please look at it again.')
}
