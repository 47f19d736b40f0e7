import { type Cursor, type Filter, type View, views } from '../../../db/decisions/list.ts'
import { type Side, type Status, sides, statuses } from '../../domain/decisions/catalogue.ts'
import { quarterBounds, quarterName, quarterOf } from '../../domain/time/quarter.ts'

/** The log's address read as a filter; what it does not understand is as if it were not there. */
export function filterOf(params: URLSearchParams): {
  filter: Filter
  cursor: Cursor | undefined
  query: URLSearchParams
} {
  const query = new URLSearchParams([...params].filter(([name, value]) => name !== 'after' && value.trim() !== ''))
  const of = (name: string) => query.get(name)?.trim() || undefined
  const decider = Number(of('decider'))
  return {
    filter: {
      text: of('q'),
      view: among<View>(views, of('view')),
      status: among<Status>(statuses, of('status')),
      side: among<Side>(sides, of('side')),
      type: of('type'),
      decider: Number.isSafeInteger(decider) && decider > 0 ? decider : undefined,
      tag: of('tag')?.toLowerCase(),
      quarter: quarterBoundsOf(of('quarter')),
    },
    cursor: cursorOf(params.get('after')),
    query,
  }
}

/** Anything that leaves some of the log out. */
export const isNarrowed = ({ view, ...filter }: Filter) =>
  (view !== undefined && view !== 'all') || Object.values(filter).some((value) => value !== undefined)

const among = <Word extends string>(words: readonly Word[], text: string | undefined) =>
  words.find((word) => word === text)

/** `2026-11-12T10:00:00.000Z~123` */
function cursorOf(text: string | null): Cursor | undefined {
  const [sort, number] = text?.split('~') ?? []
  return sort && number && /^\d{1,15}$/.test(number) ? { sort, number: Number(number) } : undefined
}

const shape = /^(\d{4})Q([1-4])$/

function quarterBoundsOf(text: string | undefined) {
  const [, year, quarter] = shape.exec(text ?? '') ?? []
  return year && quarter ? quarterBounds({ year: Number(year), quarter: Number(quarter) }) : undefined
}

/** The last three years of quarters, this one first. */
export function quartersUntil(today: string) {
  const { year, quarter } = quarterOf(today)
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 4 + (quarter - 1) - back
    const of = { year: Math.floor(at / 4), quarter: (at % 4) + 1 }
    return { value: `${of.year}Q${of.quarter}`, label: quarterName(of) }
  })
}
