import { Hono } from 'hono'
import { decidedSince, type OpenDecision, openDecisions, revisitsAhead, revisitsDue } from '../../db/home.ts'
import { displacedOf } from '../../db/intake/ledger.ts'
import { urgentWaiting } from '../../db/intake/requests.ts'
import { initiativesWaiting } from '../../db/roadmap/attention.ts'
import { breachedGuardrails } from '../../db/scorecard/breached.ts'
import { openTrips } from '../../db/scorecard/tripwires.ts'
import { Home } from '../../views/home.tsx'
import { rank } from '../domain/home/ranking.ts'
import { businessDaysBetween, daysBetween, isoWeek, mondayOf } from '../domain/time/days.ts'
import { localDate } from '../domain/time/zone.ts'
import { type Env, signedIn } from '../http/context.ts'
import { page } from '../http/page.tsx'

export const home = new Hono<Env>()

home.get('/', async (c) => {
  const { today, organisation } = c.var
  const reader = signedIn(c)
  const [open, due, trips, breached, ahead, decided, urgent, displaced, waiting] = await Promise.all([
    openDecisions(reader.id),
    revisitsDue(reader.id, today),
    openTrips(reader.id),
    breachedGuardrails(),
    revisitsAhead(reader.id, today),
    decidedSince(reader.id, mondayOf(today)),
    urgentWaiting(),
    displacedOf(reader.id),
    initiativesWaiting(today),
  ])
  const dayOf = (moment: string) => localDate(moment, organisation?.timeZone ?? 'UTC')
  const age = ({ raisedAt }: OpenDecision) => (raisedAt === null ? null : businessDaysBetween(dayOf(raisedAt), today))
  const tripped = new Set(trips.map(({ number }) => number))
  const ranked = rank([
    ...open.map((decision) => ({
      ...decision,
      kind: 'waiting' as const,
      age: age(decision),
      sla: decision.slaDays,
      leak: decision.delegable === 1 && decision.byCpto === 1,
    })),
    ...trips.map((trip) => ({ ...trip, kind: 'tripped' as const, days: daysBetween(dayOf(trip.at), today) })),
    ...due
      .filter(({ number }) => !tripped.has(number))
      .map((revisit) => ({
        ...revisit,
        kind: 'revisit' as const,
        daysLate: daysBetween(revisit.revisitOn, today),
      })),
  ])
  return page(
    c,
    { title: 'Home' },
    <Home
      ranked={ranked}
      open={open.length}
      decided={decided}
      ahead={ahead}
      breached={breached}
      plan={{ urgent, displaced, waiting }}
      currency={organisation?.currency ?? 'EUR'}
      reader={reader}
      today={today}
      week={isoWeek(today).week}
    />,
  )
})
