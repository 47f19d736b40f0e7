import { needsAWord } from './attention.ts'
import { type Category, type Definition, rhythms } from './catalogue.ts'
import { lastComplete } from './periods.ts'
import { type ReviewKind, reviewed } from './reviews/catalogue.ts'
import type { MetricStanding } from './standing.ts'
import { type MetricStatus, statusesOf } from './status.ts'

/** A metric on the scorecard with how it stands. */
export type GridLine = Definition & {
  id: number
  key: string
  category: Category
  ownerId: number | null
  owner: string | null
  derived: boolean
  standing: MetricStanding
  /** The newest reason given for a reading past the guardrail. */
  reason: { period: string; body: string; by: string | null } | null
}

/** A line with what is true of it today, the badge first. */
export type Judged = GridLine & { statuses: [MetricStatus, ...MetricStatus[]] }

/** `attention`: the badge needs a word. `mine`: I own it, and its newest complete period is not entered. */
export const gridViews = ['all', 'attention', 'mine'] as const
export type GridView = (typeof gridViews)[number]

export type GridFilter = {
  category: Category | undefined
  owner: number | undefined
  /** The weekly set is what a weekly review covers; the monthly one is the rest. */
  set: ReviewKind | undefined
}

export const judged = (lines: readonly GridLine[], today: string): Judged[] =>
  lines.map((line) => ({ ...line, statuses: statusesOf(line.standing, line, today) }))

export const narrowed = (lines: readonly Judged[], { category, owner, set }: GridFilter): Judged[] =>
  lines.filter(
    (line) =>
      (category === undefined || line.category === category) &&
      (owner === undefined || line.ownerId === owner) &&
      (set === undefined || reviewed.weekly.includes(line.category) === (set === 'weekly')),
  )

export const inView = (lines: readonly Judged[], view: GridView, me: number, today: string): Judged[] => {
  if (view === 'attention') return lines.filter(({ statuses }) => needsAWord(statuses[0]))
  if (view === 'mine') {
    const newest = Object.fromEntries(rhythms.map((rhythm) => [rhythm, lastComplete(today, rhythm)]))
    return lines.filter(
      ({ ownerId, derived, rhythm, standing }) =>
        ownerId === me && !derived && !standing.recent.some(({ period }) => period === newest[rhythm]),
    )
  }
  return [...lines]
}
