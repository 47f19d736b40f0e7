import { Hono } from 'hono'
import { madeSince, type ReviewRow, reviewsSince, revisitsOpen } from '../../../db/decisions/made.ts'
import { kept } from '../../../db/kept.ts'
import { Quality, type QualityFigures } from '../../../views/decisions/quality.tsx'
import { quadrant } from '../../domain/decisions/process.ts'
import { delegation, latency, reversals, revisitsOnTime } from '../../domain/decisions/quality.ts'
import { calibration } from '../../domain/statistics/calibration.ts'
import { addDays } from '../../domain/time/days.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { Env } from '../../http/context.ts'
import { page } from '../../http/page.tsx'
import { inZone } from '../rights/figures.ts'

/** How well we decide, from the records alone. */
export const quality = new Hono<Env>()

const windows = [13, 26, 52]

quality.get('/quality', async (c) => {
  const { today, organisation } = c.var
  const timeZone = organisation?.timeZone ?? 'UTC'
  const asked = Number(c.req.query('weeks'))
  const weeks = windows.includes(asked) ? asked : 52
  const figures = await kept(`quality ${weeks} ${today} ${timeZone}`, () => figuresOf(weeks, today, timeZone))
  return page(c, { title: 'Decision quality' }, <Quality {...figures} weeks={weeks} windows={windows} today={today} />)
})

async function figuresOf(weeks: number, today: string, timeZone: string): Promise<QualityFigures> {
  const since = addDays(today, -7 * weeks)
  const [rows, reviews, open] = await Promise.all([madeSince(since), reviewsSince(since), revisitsOpen(today)])
  const records = rows.map((row) => inZone(row, timeZone))
  const revisits = [
    ...reviews.map(({ dueOn, at }) => ({ dueOn: dueOn ?? '', reviewedOn: localDate(at, timeZone) })),
    ...open.map(({ dueOn }) => ({ dueOn, reviewedOn: null })),
  ].filter(({ dueOn }) => dueOn >= since)
  const newest = newestOfEach(reviews)
  const judged = newest.map((review) => ({
    ...review,
    where: quadrant({ ...review, wellMade: review.wellMade === null ? null : review.wellMade === 1 }),
  }))
  const forecasts = newest.flatMap(({ confidence, came }) =>
    confidence === null || came === 'unknown' ? [] : [{ stated: confidence / 100, came: came === 'yes' }],
  )
  return {
    latency: latency(records, today),
    delegation: delegation(records),
    reversals: reversals(records, today),
    revisits: revisitsOnTime(revisits, today),
    calibration: calibration(forecasts),
    reviewed: judged.filter(({ restricted }) => !restricted),
    quadrants: {
      earned: judged.filter(({ where }) => where === 'earned').length,
      unlucky: judged.filter(({ where }) => where === 'unlucky').length,
      lucky: judged.filter(({ where }) => where === 'lucky').length,
      deserved: judged.filter(({ where }) => where === 'deserved').length,
      unknown: judged.filter(({ where }) => where === null).length,
    },
  }
}

/** A decision looked at twice counts with what was found last. Rows come newest first. */
function newestOfEach(reviews: ReviewRow[]) {
  const seen = new Set<number>()
  return reviews.filter(({ number }) => !seen.has(number) && seen.add(number))
}
