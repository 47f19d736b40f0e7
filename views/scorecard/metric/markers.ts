import type { ClosedReview, MarkedIncident, NamingDecision } from '../../../db/scorecard/markers.ts'
import type { PeriodNote } from '../../../db/scorecard/readings.ts'
import type { Rhythm } from '../../../src/domain/scorecard/catalogue.ts'
import { periodOf } from '../../../src/domain/scorecard/periods.ts'
import type { ReviewKind } from '../../../src/domain/scorecard/reviews/catalogue.ts'
import { localDate } from '../../../src/domain/time/zone.ts'
import { capitalised, counted } from '../../words.ts'

export type MarkerKind = 'decision' | 'review' | 'incident' | 'reason' | 'note'

/** Something that happened while the metric went its way. */
export type Marker = { day: string; kind: MarkerKind; label: string; text: string; href: string }

export const markerNames: Record<MarkerKind, string> = {
  decision: 'Decision',
  review: 'Review',
  incident: 'Incident',
  reason: 'Reason of a breach',
  note: 'Note',
}

type Happened = {
  key: string
  rhythm: Rhythm
  timeZone: string
  decisions: readonly NamingDecision[]
  reviews: readonly ClosedReview[]
  incidents: readonly MarkedIncident[]
  notes: readonly PeriodNote[]
}

/** In the order of their days. Incidents of one period stand together. */
export function markersOf({ key, rhythm, timeZone, decisions, reviews, incidents, notes }: Happened): Marker[] {
  const dayOf = (moment: string) => localDate(moment, timeZone)
  const byPeriod = new Map<string, MarkedIncident[]>()
  for (const incident of [...incidents].reverse()) {
    const period = periodOf(dayOf(incident.detectedAt), rhythm)
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), incident])
  }
  const markers: Marker[] = [
    ...decisions.map(({ number, title, decidedAt, tripwire }) => ({
      ...{ day: dayOf(decidedAt), kind: 'decision' as const, label: `D-${number}`, href: `/decisions/${number}` },
      text: `D-${number} ${title}${tripwire ? ', with this as its tripwire' : ', expecting a result here'}`,
    })),
    ...reviews.map(({ id, kind, closedAt }) => ({
      ...{ day: dayOf(closedAt), kind: 'review' as const, label: '', href: `/reviews/${id}`, text: reviewNames[kind] },
    })),
    ...[...byPeriod.values()].map((several) => ({
      ...{ day: dayOf(several[0]?.detectedAt ?? ''), kind: 'incident' as const, label: '', href: '' },
      text: incidentsText(several.map(({ title }) => title)),
    })),
    ...notes.map(({ period, kind, body }) => ({
      ...{ day: period, kind, label: '', href: `/scorecard/${key}/readings/${period}`, text: body },
    })),
  ]
  return markers.sort((a, b) => a.day.localeCompare(b.day))
}

const incidentsText = (titles: readonly string[]) => {
  const some = titles.slice(0, 3).join('; ')
  if (titles.length === 1) return some
  return `${capitalised(counted(titles.length, 'incident'))}: ${some}${titles.length > 3 ? '; …' : ''}`
}

const reviewNames: Record<ReviewKind, string> = {
  weekly: 'Weekly review closed',
  monthly: 'Monthly review closed',
}
