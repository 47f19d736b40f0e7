import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Counted } from '../../src/domain/scorecard/reading.ts'
import type { NoteKind, Source } from '../../src/domain/scorecard/readings/catalogue.ts'
import { isSame } from '../../src/domain/scorecard/readings/compare.ts'
import { first, rows } from '../rows.ts'
import { readingNotes } from '../schema/scorecard.ts'
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
  for (const [metric, ofMetric] of byMetric) {
    const held = new Map((await heldReadings(metric, tx)).map((one) => [one.period, one]))
    const fresh = ofMetric.filter((reading) => !isHeld(held.get(reading.period), reading))
    const corrected = fresh.flatMap(({ period }) => held.get(period)?.id ?? [])
    landed.unchanged += ofMetric.length - fresh.length
    landed.corrected += corrected.length
    landed.added += fresh.length - corrected.length
    if (fresh.length === 0) continue
    const periods = fresh.map(({ period }) => period)
    await markReplaced(tx, corrected)
    await insertReadings(tx, by, metric, fresh, { source, file })
    await restand(tx, metric)
    landed.tripped.push(...(await evaluateTripwires(tx, note, by, today, metric, periods)))
    const after = summary(fresh, source, file)
    await note({ kind: 'metric.readings_landed', record: 'metric', recordId: metric, after })
    // A local database answers without ever leaving the event loop; somebody may be waiting for a page.
    await setImmediate()
  }
  if (landed.added + landed.corrected === 0) {
    await note({ kind: 'scorecard.nothing_new', record: 'organisation', recordId: 1, after: { source, file } })
  }
  return landed
}

const isHeld = (held: Held | undefined, reading: NewReading) => held !== undefined && isSame(held, reading)

async function markReplaced(tx: Transaction, ids: readonly number[]) {
  if (ids.length === 0) return
  await tx.run(sql`update readings set replaced = 1 where id in (select value from json_each(${JSON.stringify(ids)}))`)
}

/** So many at once; few enough for a statement's parameters. */
const mostAtOnce = 512

/** In statements of few different lengths, so that each is prepared once; what all rows share is bound once. */
async function insertReadings(
  tx: Transaction,
  by: By,
  metric: number,
  fresh: readonly NewReading[],
  { source, file }: Required<Origin>,
) {
  const definition = await newestDefinition(metric, tx)
  for (let from = 0, count = 0; from < fresh.length; from += count) {
    count = Math.min(mostAtOnce, 2 ** Math.floor(Math.log2(fresh.length - from)))
    const told = fresh
      .slice(from, from + count)
      .map((one) => sql`(${one.period}, ${one.value}, ${one.numerator}, ${one.denominator}, ${one.note})`)
    await tx.run(sql`insert into readings
        (metric, definition, source, file, "by", at, period, value, numerator, denominator, note)
      select ${metric}, ${definition}, ${source}, ${file}, ${by.person}, ${by.at.toISOString()}, *
      from (values ${sql.join(told, sql`, `)})`)
  }
}

type Held = Counted & { id: number; period: string; note: string }

/** What holds of every period of a metric. */
export const heldReadings = (metric: number, tx?: Transaction): Promise<Held[]> =>
  rows<Held>(
    sql`select id, period, value, numerator, denominator, note from readings where metric = ${metric} and replaced = 0`,
    tx,
  )

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

/** Every reading there ever was of a metric, of one period of it, or of the periods from a day on; newest first. */
export const toldReadings = (metric: number, period?: string, since?: string): Promise<Told[]> =>
  rows<Told>(sql`select r.id, r.period, r.value, r.numerator, r.denominator, r.note, r.source, r.file, r.replaced, p.name as byName, r.at,
      d.number as definitionNumber
    from readings r join metric_definitions d on d.id = r.definition left join people p on p.id = r.by
    where r.metric = ${metric} ${period === undefined ? sql`` : sql`and r.period = ${period}`} ${since === undefined ? sql`` : sql`and r.period >= ${since}`}
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
