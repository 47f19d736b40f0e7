import { Hono } from 'hono'
import { decidedSince, type OpenDecision, openDecisions, revisitsAhead, revisitsDue } from '../../db/home.ts'
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
  const [open, due, ahead, decided] = await Promise.all([
    openDecisions(reader.id),
    revisitsDue(reader.id, today),
    revisitsAhead(reader.id, today),
    decidedSince(reader.id, mondayOf(today)),
  ])
  const age = ({ raisedAt }: OpenDecision) =>
    raisedAt === null ? null : businessDaysBetween(localDate(raisedAt, organisation?.timeZone ?? 'UTC'), today)
  const ranked = rank([
    ...open.map((decision) => ({
      ...decision,
      kind: 'waiting' as const,
      age: age(decision),
      sla: decision.slaDays,
      leak: decision.delegable === 1 && decision.byCpto === 1,
    })),
    ...due.map((revisit) => ({
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
      reader={reader}
      today={today}
      week={isoWeek(today).week}
    />,
  )
})
