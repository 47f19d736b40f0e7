import { z } from 'zod'
import { recentIncidents, incidents as store } from '../../../db/records/incidents.ts'
import { IncidentForm } from '../../../views/records/incident-form.tsx'
import { IncidentList } from '../../../views/records/incidents.tsx'
import { incidentMarks, saidOf } from '../../../views/records/words.ts'
import type { Incident } from '../../domain/scorecard/records/records.ts'
import { clockOf } from '../../domain/time/moment.ts'
import { choices, line, requiredLine } from '../../http/fields.ts'
import { momentOf, optionalClock, requiredClock } from './fields.ts'
import { fourWeeksAgo, placeOf } from './listed.ts'
import { recordPages } from './pages.tsx'

export const incidents = recordPages({
  path: '/incidents',
  table: 'incidents',
  one: 'incident',
  several: 'incidents',
  store,
  fields: z.object({
    key: requiredLine('Please give the key that your tool has for it.', 120),
    title: requiredLine('Please say what happened.', 300),
    journey: line(120),
    detectedAt: requiredClock('Please say when it was detected.'),
    restoredAt: optionalClock,
    marks: choices(['userImpacting', 'causedByChange']),
    seen: line(30),
  }),
  build: ({ key, title, journey, detectedAt, restoredAt, marks }, timeZone, before): Incident => ({
    ...{ key, title, journey },
    detectedAt: momentOf(detectedAt, timeZone, before?.detectedAt),
    restoredAt: restoredAt ? momentOf(restoredAt, timeZone, before?.restoredAt) : null,
    userImpacting: marks.includes('userImpacting'),
    causedByChange: marks.includes('causedByChange'),
  }),
  mistakes: ({ detectedAt, restoredAt }): Record<string, string> =>
    restoredAt !== null && restoredAt < detectedAt
      ? { restoredAt: 'It cannot be restored before it was detected.' }
      : {},
  list: async (c, rows, list) => (
    <IncidentList rows={rows} list={list} summary={await recentIncidents(fourWeeksAgo(c))} place={placeOf(c)} />
  ),
  form: (props) => <IncidentForm {...props} />,
  told: (incident, timeZone) => ({
    Key: incident.key,
    'What happened': incident.title,
    Journey: incident.journey,
    Detected: clockOf(incident.detectedAt, timeZone),
    Restored: incident.restoredAt === null ? '' : clockOf(incident.restoredAt, timeZone),
    'What is known': saidOf(incident, incidentMarks),
  }),
})
