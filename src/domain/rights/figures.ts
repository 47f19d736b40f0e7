import type { Forum } from '../decisions/catalogue.ts'
import { latency, type Made } from '../decisions/quality.ts'
import type { ExecutiveRole } from '../people/catalogue.ts'
import { addDays, businessDaysBetween } from '../time/days.ts'

export type TypeRecord = Made & {
  title: string
  forum: Forum | null
  decider: string | null
  deciderRole: ExecutiveRole | null
}

export type TypeFigures = {
  raised: number
  /** Decided by whom: names with how often, most often first. */
  deciders: { name: string; count: number }[]
  latency: { median: number | null; count: number; open: number }
  open: number
  /** Open for longer than the type allows. */
  pastSla: number
  /** Delegable, and taken by or waiting on the CPTO. */
  leaks: number[]
  quickTest: Meeting[]
}

/**
 * How the right of one type works in practice. `records` are all of that type raised since the day `since`, and what is
 * still open from before: those wait, and are past their time, but were not raised lately.
 */
export function typeFigures(
  records: readonly TypeRecord[],
  { slaDays, today, since = '' }: { slaDays: number; today: string; since?: string },
): TypeFigures {
  const lately = records.filter(({ raisedOn }) => raisedOn !== null && raisedOn >= since)
  const open = records.filter(({ status }) => status === 'proposed')
  return {
    raised: lately.length,
    deciders: counts(records.filter(({ decidedOn }) => decidedOn !== null)),
    latency: latency(lately, today),
    open: open.length,
    pastSla: open.filter(({ raisedOn }) => raisedOn !== null && businessDaysBetween(raisedOn, today) > slaDays).length,
    leaks: records.filter(({ delegable, byCpto }) => delegable && byCpto).map(({ number }) => number),
    quickTest: quickTest(records, today),
  }
}

function counts(records: readonly TypeRecord[]) {
  const found = new Map<string, number>()
  for (const { decider } of records) if (decider) found.set(decider, (found.get(decider) ?? 0) + 1)
  return [...found]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

export type Meeting = { forum: Forum; on: string; numbers: number[] }

const quickTestDays = 28

/**
 * The quick test: the meetings of the last four weeks in which the CPTO approved a decision of this type. Two or more
 * mean that the type should be delegated; the list is empty otherwise.
 */
export function quickTest(records: readonly TypeRecord[], today: string): Meeting[] {
  const since = addDays(today, -quickTestDays)
  const meetings = new Map<string, Meeting>()
  for (const { number, byCpto, forum, decidedOn } of records) {
    if (!byCpto || decidedOn === null || decidedOn <= since || forum === null || forum === 'asynchronous') continue
    const meeting = meetings.get(`${forum} ${decidedOn}`) ?? { forum, on: decidedOn, numbers: [] }
    meeting.numbers.push(number)
    meetings.set(`${forum} ${decidedOn}`, meeting)
  }
  return meetings.size < 2 ? [] : [...meetings.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}
