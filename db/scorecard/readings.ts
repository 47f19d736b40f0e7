import { eq, sql } from 'drizzle-orm'
import type { Counted } from '../../src/domain/scorecard/reading.ts'
import type { NoteKind, Source } from '../../src/domain/scorecard/readings/catalogue.ts'
import { first, rows } from '../rows.ts'
import { readingNotes, readings } from '../schema/scorecard.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import { newestDefinition } from './metrics.ts'
import { restand } from './standing.ts'
import { evaluateTripwires } from './tripwires.ts'

/** `period` is the first day of one of the metric's periods. */
export type NewReading = Counted & { metric: number; period: string; note: string }

export type Origin = { source: Source; file?: string }

export type Landed = { added: number; corrected: number; unchanged: number; tripped: number[] }

/**
 * Readings land, all or none: a period that had one gets a correction, one that has the same already stays as it is.
 * Each metric then stands anew, and decisions whose tripwire was crossed are up for revisit (`tripped`: their numbers).
 */
export const enterReadings = (by: By, today: string, entered: readonly NewReading[], origin: Origin): Promise<Landed> =>
  write(by, (tx, note) => landReadings(tx, note, by, today, entered, origin))

/** As `enterReadings`, within another write. */
export async function landReadings(
  tx: Transaction,
  note: Note,
  by: By,
  today: string,
  entered: readonly NewReading[],
  { source, file = '' }: Origin,
): Promise<Landed> {
  const landed: Landed = { added: 0, corrected: 0, unchanged: 0, tripped: [] }
  const byMetric = new Map<number, NewReading[]>()
  for (const reading of entered) {
    const ofMetric = byMetric.get(reading.metric)
    if (ofMetric) ofMetric.push(reading)
    else byMetric.set(reading.metric, [reading])
  }
  const made = { source, file, by: by.person, at: by.at.toISOString() }
  for (const [metric, ofMetric] of byMetric) {
    const definition = await newestDefinition(metric, tx)
    const held = new Map((await heldReadings(tx, metric)).map((one) => [one.period, one]))
    const fresh: NewReading[] = []
    for (const reading of ofMetric) {
      const before = held.get(reading.period)
      if (before && isSame(before, reading)) {
        landed.unchanged += 1
        continue
      }
      if (before) await tx.update(readings).set({ replaced: true }).where(eq(readings.id, before.id))
      landed[before ? 'corrected' : 'added'] += 1
      fresh.push(reading)
    }
    for (let from = 0; from < fresh.length; from += 500) {
      await tx
        .insert(readings)
        .values(fresh.slice(from, from + 500).map((reading) => ({ ...reading, definition, ...made })))
    }
    if (fresh.length === 0) continue
    await restand(tx, metric)
    landed.tripped.push(
      ...(await evaluateTripwires(
        tx,
        note,
        by,
        today,
        metric,
        fresh.map(({ period }) => period),
      )),
    )
    await note({
      kind: 'metric.readings_landed',
      record: 'metric',
      recordId: metric,
      after: summary(fresh, source, file),
    })
  }
  if (landed.added + landed.corrected === 0) {
    await note({ kind: 'scorecard.nothing_new', record: 'organisation', recordId: 1, after: { source, file } })
  }
  return landed
}

type Held = Counted & { id: number; period: string; note: string }

const heldReadings = (tx: Transaction, metric: number): Promise<Held[]> =>
  rows<Held>(
    sql`select id, period, value, numerator, denominator, note from readings where metric = ${metric} and replaced = 0`,
    tx,
  )

const isSame = (held: Held, { value, numerator, denominator, note }: NewReading) =>
  held.value === value &&
  held.numerator === numerator &&
  held.denominator === denominator &&
  (held.note === note || note === '')

/** One entry is told whole, many by their count and bounds: the readings themselves are append-only too. */
function summary(fresh: readonly NewReading[], source: Source, file: string) {
  const [only] = fresh
  if (fresh.length === 1 && only) return { period: only.period, value: only.value, source }
  const periods = fresh.map(({ period }) => period).sort()
  return { count: fresh.length, from: periods[0], until: periods.at(-1), source, ...(file && { file }) }
}

/** Why a reading is past its guardrail, or anything else worth knowing of a period. */
export const noteReading = (by: By, metric: number, period: string, kind: NoteKind, body: string): Promise<void> =>
  write(by, async (tx, note) => {
    await tx.insert(readingNotes).values({ metric, period, kind, body, by: by.person, at: by.at.toISOString() })
    await note({ kind: 'metric.noted', record: 'metric', recordId: metric, after: { period, kind, body } })
    await restand(tx, metric)
  })

export type Told = {
  id: number
  period: string
  value: number | null
  numerator: number | null
  denominator: number | null
  note: string
  source: Source
  file: string
  replaced: number
  byName: string | null
  at: string
  definitionNumber: number
}

/** Every reading there ever was of a metric, or of one period of it, newest first. */
export const toldReadings = (metric: number, period?: string): Promise<Told[]> =>
  rows<Told>(sql`select r.id, r.period, r.value, r.numerator, r.denominator, r.note, r.source, r.file, r.replaced, p.name as byName, r.at,
      d.number as definitionNumber
    from readings r join metric_definitions d on d.id = r.definition left join people p on p.id = r.by
    where r.metric = ${metric} ${period === undefined ? sql`` : sql`and r.period = ${period}`}
    order by r.period desc, r.id desc`)

export type PeriodNote = { id: number; period: string; kind: NoteKind; body: string; byName: string | null; at: string }

export const notesOf = (metric: number, period?: string): Promise<PeriodNote[]> =>
  rows<PeriodNote>(sql`select n.id, n.period, n.kind, n.body, p.name as byName, n.at
    from reading_notes n left join people p on p.id = n.by
    where n.metric = ${metric} ${period === undefined ? sql`` : sql`and n.period = ${period}`} order by n.period desc, n.id desc`)

/** The reading that holds for a period. */
export const heldReading = (metric: number, period: string): Promise<Told | undefined> =>
  first<Told>(sql`select r.id, r.period, r.value, r.numerator, r.denominator, r.note, r.source, r.file, r.replaced, p.name as byName, r.at,
      d.number as definitionNumber
    from readings r join metric_definitions d on d.id = r.definition left join people p on p.id = r.by
    where r.metric = ${metric} and r.period = ${period} and r.replaced = 0`)
