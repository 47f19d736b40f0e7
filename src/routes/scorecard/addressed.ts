import { findPerson } from '../../../db/people.ts'
import { findMetric, type Metric } from '../../../db/scorecard/metrics.ts'
import { shortDay } from '../../../views/dates.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { Ctx } from '../../http/context.ts'
import { notFound } from '../../http/problem.ts'

/** The metric of the address, also one taken off the scorecard. */
export async function addressed(c: Ctx): Promise<Metric> {
  const metric = await findMetric(c.req.param('key') ?? '')
  if (!metric) throw notFound('metric')
  return metric
}

export const currencyOf = (c: Ctx) => c.var.organisation?.currency ?? 'EUR'

/** The day of a moment as people here read it. */
export const whenIn = (c: Ctx) => (at: string) =>
  shortDay(localDate(at, c.var.organisation?.timeZone ?? 'UTC'), c.var.today)

/** A form may name somebody who is not in the list. */
export const isNobody = async (person: number | null) => person !== null && !(await findPerson(person))

export const notInList = 'Please choose one of the list.'
