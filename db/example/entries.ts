import type { Definition } from '../../src/domain/scorecard/catalogue.ts'
import { lastComplete, periodAfter, periodsUntil } from '../../src/domain/scorecard/periods.ts'
import { type Counted, readingOf } from '../../src/domain/scorecard/reading.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { enterReadings, type NewReading, type Origin } from '../scorecard/readings.ts'
import type { Cast, Happening } from './cast.ts'
import { Chance } from './chance.ts'
import { agoOf, idOf, loaded, metricOf, order } from './course.ts'
import { type Course, courses } from './metrics.ts'

type Entry = { ago: number; owner: string; course: Course; period: string; reading: Counted; note: string }

/** What is entered by one person on one day lands together; what was known before, as one file. */
export function readingsOf(cast: Cast): Happening[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of courses.flatMap((course) => entriesOf(course, cast))) {
    const key = entry.ago > loaded ? 'loaded' : `${entry.ago} ${entry.owner} ${entry.note}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups].flatMap(([key, entries]) => {
    const [first] = entries
    if (!first) return []
    const { ago, owner, note } = first
    return key === 'loaded'
      ? enter(cast, { ago: loaded, order: order.read, by: 'adaeze', origin: file }, entries)
      : enter(cast, { ago, order: note ? order.correct : order.read, by: owner, origin: typed }, entries)
  })
}

const file: Origin = { source: 'imported', file: 'figures.csv' }
const typed: Origin = { source: 'entered' }

type Entering = { ago: number; order: number; by: string; origin: Origin }

const enter = (cast: Cast, { ago, order, by, origin }: Entering, entries: readonly Entry[]): Happening => ({
  ...{ ago, order },
  happen: async () => {
    const landing: NewReading[] = []
    for (const { course, period, reading, note } of entries) {
      landing.push({ metric: await idOf(course, cast), period, ...reading, note })
    }
    await enterReadings(cast.by(by, ago), addDays(cast.today, -ago), landing, origin)
  },
})

function entriesOf(course: Course, cast: Cast): Entry[] {
  const { before, newest, owner, missing = 0, slip } = course
  const metric = metricOf(course, cast)
  // Under this word chance alone raises no signal: what the charts mark is what happened.
  const chance = new Chance(`${metric.key} lock`)
  const older = Array.from({ length: before?.count ?? 0 }, () =>
    Math.max(metric.least ?? 0, (before?.level ?? 0) + chance.around(before?.stray ?? 0)),
  )
  const last = periodAfter(lastComplete(cast.today, metric.rhythm), metric.rhythm, -missing)
  const values = [...older, ...newest]
  return periodsUntil(last, metric.rhythm, values.length).flatMap((period, at) => {
    const back = values.length - 1 - at + missing
    const entry = { ago: agoOf(period, course, cast), owner, course, period, note: '' }
    const right = { ...entry, reading: counted(values[at] ?? null, course, metric, chance) }
    if (slip?.back !== back || !right.reading.denominator) return [right]
    const wrong = counted(slip.value, { ...course, of: right.reading.denominator }, metric, chance)
    return [
      { ...entry, reading: wrong },
      { ...right, ago: Math.max(0, entry.ago - 3), note: slip.because },
    ]
  })
}

function counted(value: number | null, { of }: Course, definition: Definition, chance: Chance): Counted {
  const { ratio, unit } = definition
  if (!ratio) return { value: unit === 'count' ? value : rounded(value), numerator: null, denominator: null }
  if (value === null) return { value: null, numerator: 0, denominator: 0 }
  const [least, most] = typeof of === 'number' ? [of, of] : (of ?? [1, 1])
  const denominator = chance.whole(least, most)
  const reading = readingOf({ numerator: Math.round((value / ratio.factor) * denominator), denominator }, definition)
  if (typeof reading === 'string') throw new Error(`${value} cannot be of ${definition.name}`)
  return reading
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
