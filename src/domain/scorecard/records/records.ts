import type { Exposure, Severity } from './patch-windows.ts'

/** A vulnerability found. Days are `YYYY-MM-DD`; `dueOn` null: with the next upgrade; `closedOn` null: still open. */
export type Finding = Exposure & {
  key: string
  title: string
  severity: Severity
  openedOn: string
  dueOn: string | null
  closedOn: string | null
}

/** Moments are ISO 8601 with an offset; `restoredAt` null: still going on. */
export type Incident = {
  key: string
  title: string
  detectedAt: string
  restoredAt: string | null
  /** The critical journey that suffered; may be empty. */
  journey: string
  userImpacting: boolean
  causedByChange: boolean
}

export type Deployment = {
  key: string
  /** ISO 8601 with an offset. */
  at: string
  /** Needed immediate intervention. */
  failed: boolean
  rolledBack: boolean
  /** Made only to repair what users met in production. */
  unplannedFix: boolean
}
