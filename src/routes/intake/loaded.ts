import { findRequest, type RequestRecord } from '../../../db/intake/record.ts'
import { spare } from '../../../db/intake/standing.ts'
import { type OpenInitiative, openInitiatives } from '../../../db/roadmap/initiatives.ts'
import type { Givable } from '../../../views/intake/give-fields.tsx'
import { atLeast } from '../../domain/people/catalogue.ts'
import { quarterAfter, quarterKey, quarterName, quarterOf } from '../../domain/time/quarter.ts'
import { localDate } from '../../domain/time/zone.ts'
import { type Ctx, type Person, signedIn } from '../../http/context.ts'
import { forbidden, notFound } from '../../http/problem.ts'

/** `7` or `R-7`. */
export async function found(c: Ctx): Promise<RequestRecord> {
  const digits = /^(?:r-?)?(\d{1,9})$/i.exec(c.req.param('id') ?? '')?.[1]
  const request = digits === undefined ? undefined : await findRequest(Number(digits), signedIn(c).id)
  if (!request) throw notFound('request')
  return request
}

/** What comes from outside the plan is answered by an editor or by the CPTO. */
export const mayAnswer = ({ role, executiveRole }: Pick<Person, 'role' | 'executiveRole'>) =>
  atLeast(role, 'editor') || executiveRole === 'cpto'

export async function foundToAnswer(c: Ctx): Promise<RequestRecord> {
  const request = await found(c)
  if (!mayAnswer(signedIn(c))) throw forbidden('An editor, or the CPTO, answers requests.')
  return request
}

export const calendarOf = (c: Ctx) => ({ today: c.var.today, timeZone: c.var.organisation?.timeZone ?? 'UTC' })

export const dayOf = (c: Ctx) => (moment: string) => localDate(moment, c.var.organisation?.timeZone ?? 'UTC')

/** What can give way, what is left of the buffer of this quarter, and what a request can join. */
export async function spareNow(c: Ctx): Promise<{ givable: Givable[]; buffer: number; open: OpenInitiative[] }> {
  const [open, { weeks, buffer }] = await Promise.all([openInitiatives(), spare(calendarOf(c))])
  const planned = open.filter(({ id }) => weeks.has(id))
  return {
    ...{ open, buffer },
    givable: planned.map(({ id, title, owner }) => ({ id, title, owner, left: weeks.get(id) ?? null })),
  }
}

/** This one and the next. */
export const quartersAhead = (today: string) =>
  [quarterOf(today), quarterAfter(quarterOf(today))].map((quarter) => ({
    key: quarterKey(quarter),
    name: quarterName(quarter),
  }))
