import { z } from 'zod'
import { clockOf, momentAt } from '../../domain/time/moment.ts'
import { date, line } from '../../http/fields.ts'

const clock = line(40).transform((text) => text.replace(' ', 'T').slice(0, 16))
const isClock = (text: string) => z.iso.datetime({ local: true }).safeParse(`${text}:00`).success && inReach(text)
/** A year such as 0206 is a slip. */
const inReach = (text: string) => /^(19|20)\d\d-/.test(text)

const wrongClock = 'Please give the day and the time as 2026-11-12 14:05.'

/** A day and a time of the organisation's clock; '' when not given. */
export const optionalClock = clock.refine((text) => text === '' || isClock(text), wrongClock)
export const requiredClock = (missing: string) => clock.pipe(z.string().min(1, missing).refine(isClock, wrongClock))

export const optionalDay = date.refine((day) => day === null || inReach(day), 'Please give a day since 1900.')
export const requiredDay = (missing: string) => optionalDay.pipe(z.string(missing))

/** The moment of a clock; seconds that the form does not show are kept. */
export const momentOf = (clock: string, timeZone: string, before: string | null | undefined): string =>
  before && clockOf(before, timeZone) === clock ? before : momentAt(clock, timeZone)
