import type { Metric, NewSegment, Planned, Versioned } from '../../../db/scorecard/metrics.ts'
import type { PeriodNote, Told } from '../../../db/scorecard/readings.ts'
import type { Segment } from '../../../src/domain/scorecard/behaviour.ts'
import type { MetricStanding } from '../../../src/domain/scorecard/standing.ts'
import type { MetricStatus } from '../../../src/domain/scorecard/status.ts'
import type { Marker } from './markers.ts'

export type MetricProps = {
  metric: Metric
  standing: MetricStanding
  statuses: [MetricStatus, ...MetricStatus[]]
  segments: Segment[]
  /** Why each segment but the first was begun. */
  begun: NewSegment[]
  targets: Planned[]
  definitions: Versioned[]
  /** How many periods have a reading. */
  count: number
  /** Newest first, corrections with what they corrected; of all periods, or of the newest only. */
  told: Told[]
  notes: PeriodNote[]
  markers: Marker[]
  /** All readings in the table and the chart, or the newest only. */
  showAll: boolean
  canEnter: boolean
  canEdit: boolean
  /** The script that draws charts. */
  script: string
  today: string
  currency: string
  timeZone: string
}
