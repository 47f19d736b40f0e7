import type { RequestStatus, Source, Urgency } from '../../src/domain/intake/catalogue.ts'
import type { Refusal } from '../../src/domain/intake/displacement.ts'
import { figure } from '../scorecard/words.ts'

export const sourceNames: Record<Source, string> = {
  sales_escalation: 'Sales escalation',
  executive_ask: 'Executive ask',
  customer_feedback: 'Customer or field feedback',
  support: 'Support',
  engineering: 'Engineering',
  security: 'Security',
  regulation: 'Regulation',
}

export const urgencyNames: Record<Urgency, string> = {
  normal: 'Normal: it waits its turn',
  urgent: 'Urgent: it cannot wait for planning',
}

export const requestStatusNames: Record<RequestStatus, string> = {
  new: 'New',
  accepted: 'Accepted',
  declined: 'Declined',
  parked: 'Parked',
}

/** The shape that stands for a status in the stylesheet. */
export const requestShapes: Record<RequestStatus, string> = {
  new: 'proposed',
  accepted: 'decided',
  declined: 'withdrawn',
  parked: 'none',
}

/** "8 pw" */
export const weeksShort = (weeks: number) => `${figure(tidy(weeks))}\u00a0pw`

/** "8 person-weeks" */
export const weeksLong = (weeks: number) => `${figure(tidy(weeks))} person-${tidy(weeks) === 1 ? 'week' : 'weeks'}`

/** Sums of decimals come out as 3.0000000000000004. */
const tidy = (weeks: number) => Math.round(weeks * 100) / 100

/** What the rules refuse, to the person who tried. `short` has a sentence of its own, with its number. */
export const refusalSentences: Record<Refusal, string> = {
  unknown_request: 'There is no such request.',
  wrong_status: 'Somebody answered it meanwhile: that step is over.',
  needs_reason: 'Please say why: the requester reads it.',
  needs_effort: 'An urgent request needs its person-weeks, above 0.',
  not_an_amount: 'Please give person-weeks above 0 in every row that names an initiative.',
  unknown_item: 'Only an initiative that is planned and still to be done can give way.',
  not_displaced: 'It was given back already.',
  more_than_remaining: 'One of them has less left than that.',
  more_than_buffer: 'The buffer of this quarter has less left than that.',
  short: 'It does not balance yet.',
}
