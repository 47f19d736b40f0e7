import type { MiddlewareHandler } from 'hono'
import { type DecisionRecord, findDecision } from '../../../db/decisions/record.ts'
import { activePeople } from '../../../db/people.ts'
import { decisionTypes } from '../../../db/rights.ts'
import { watchedMetrics } from '../../../db/scorecard/watched.ts'
import type { Offers } from '../../../views/decisions/fields.tsx'
import type { Allowed } from '../../../views/decisions/show.tsx'
import { may, mayTake, type Step } from '../../domain/decisions/lifecycle.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { forbidden, notFound } from '../../http/problem.ts'

/** The decision of the address, or a 404: also for those who may not know of it. */
export const load: MiddlewareHandler<Env> = async (c, next) => {
  const number = numberOf(c.req.param('n') ?? '')
  const decision = number === null ? undefined : await findDecision(number, signedIn(c).id)
  if (!decision) throw notFound('decision')
  c.set('decision', decision)
  await next()
}

/** `42` or `D-42`. */
export function numberOf(address: string): number | null {
  const digits = /^(?:d-?)?(\d{1,9})$/i.exec(address.trim())?.[1]
  return digits ? Number(digits) : null
}

/** The step may be taken from this status, and by this person. */
export const allows =
  (step: Step): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { document } = c.var.decision
    if (!may(document.status, step)) throw forbidden(`This decision is ${document.status}; that step is over.`)
    if (!mayTake(step, signedInAs(c), partiesOf(c.var.decision)))
      throw forbidden(notYours[step] ?? 'That is not yours to do.')
    await next()
  }

const notYours: Partial<Record<Step, string>> = {
  decide: 'An editor, or whoever is named as its decider, may decide this.',
}

export function allowedSteps(c: Ctx, decision: DecisionRecord): Allowed {
  const open = (step: Step) =>
    may(decision.document.status, step) &&
    mayTake(step, signedInAs(c), partiesOf(decision)) &&
    signedIn(c).role !== 'viewer'
  return {
    edit: open('edit'),
    decide: open('decide'),
    supersede: open('supersede'),
    reverse: open('reverse'),
    withdraw: open('withdraw'),
    handOver: open('handOver'),
    amend: open('amend'),
    note: open('note'),
    review: open('review'),
    restrict: open('restrict'),
  }
}

const signedInAs = (c: Ctx) => {
  const { role, id } = signedIn(c)
  return { role, personId: id }
}

const partiesOf = ({ deciderId, raisedById }: DecisionRecord) => ({ deciderId, raisedById })

export async function offers(c: Ctx): Promise<Offers> {
  const [types, people, metrics] = await Promise.all([decisionTypes(), activePeople(), watchedMetrics()])
  return { types, people, metrics, currency: c.var.organisation?.currency ?? 'EUR' }
}
