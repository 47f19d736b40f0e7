import { addDays } from '../time/days.ts'

/** Weeks are counted from the first one forecast, which is 1. */
export type Item = {
  id: string | number
  /** Person-weeks left, 0 or more. */
  effort: number
  /** The last week in which it is on time; 0 or less when that has passed; null when nothing was promised. */
  due: number | null
}

export type Forecast = {
  /** null: not within the horizon. */
  finish: number | null
  late: boolean
}

/** Person-weeks in each week: the same always, or week by week. */
export type Weekly = number | ((week: number) => number)

/** Two years: what is not done by then is not planned. */
export const usualHorizon = 104

/** Without any history. A judgement: the rest goes to leave, hiring, support and meetings. */
export const usualAvailability = 0.8

/**
 * Person-weeks that a bucket delivers in a week.
 *
 * @param availability what people can work on it at all, `share` the bucket's part of that, `efficiency` delivered by
 * planned; all from 0 to 1, though efficiency may be above
 */
export const weeklyCapacity = (people: number, availability: number, share: number, efficiency: number): number =>
  people * availability * share * efficiency

/** Delivered by planned over all weeks; null when nothing was planned. */
export function efficiencyOf(weeks: readonly { delivered: number; planned: number }[]): number | null {
  const planned = weeks.reduce((sum, week) => sum + week.planned, 0)
  return planned > 0 ? weeks.reduce((sum, week) => sum + week.delivered, 0) / planned : null
}

/**
 * When each item of one bucket is finished, in rank order: in the first week by which capacity adds up to its effort
 * and that of everything ranked above it.
 *
 * @param horizon weeks looked ahead, at least 1
 */
export function forecast<Of extends Item>(
  items: readonly Of[],
  weekly: Weekly,
  horizon = usualHorizon,
): (Of & Forecast)[] {
  const finishes = finishWeeks(items, inWeek(weekly), horizon)
  return items.map((item, at) => {
    const finish = finishes[at] ?? null
    return { ...item, finish, late: item.due !== null && (finish ?? horizon + 1) > item.due }
  })
}

/** Items that are late now and were not before. One that is new was not made late by anything. */
export function newlyLate<Of extends Item & Forecast>(
  before: readonly (Item & Forecast)[],
  after: readonly Of[],
): Of[] {
  const onTime = new Set(before.filter(({ late }) => !late).map(({ id }) => id))
  return after.filter(({ id, late }) => late && onTime.has(id))
}

/** The Monday of a week forecast, when the first begins on the Monday `from`. */
export const mondayOfWeek = (from: string, week: number): string => addDays(from, 7 * (week - 1))

export const inWeek = (weekly: Weekly): ((week: number) => number) =>
  typeof weekly === 'number' ? () => weekly : weekly

/** The finish week of each item in rank order, or null. Asks for each week's capacity once, the first week first. */
export function finishWeeks(
  items: readonly { effort: number }[],
  capacityIn: (week: number) => number,
  horizon: number,
): (number | null)[] {
  let week = 1
  let capacity = capacityIn(1)
  let needed = 0
  return items.map(({ effort }) => {
    needed += effort
    while (!reaches(capacity, needed) && week < horizon) {
      week += 1
      capacity += capacityIn(week)
    }
    return reaches(capacity, needed) ? week : null
  })
}

/** Tenths do not add up exactly. */
const reaches = (capacity: number, needed: number) => capacity + 1e-9 >= needed
