import { eq, sql } from 'drizzle-orm'
import type { CatalogueMetric, Category, Definition } from '../../src/domain/scorecard/catalogue.ts'
import { breaksBaseline, periodFollowing } from '../../src/domain/scorecard/meaning.ts'
import type { Target } from '../../src/domain/scorecard/targets.ts'
import { first } from '../rows.ts'
import { categoryOwners, definitions, metrics, segments, targets } from '../schema/scorecard.ts'
import { Stale } from '../stale.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'
import type { Calendar } from './computed.ts'
import { deriveMetric } from './derive.ts'
import { findMetricById, type Metric, type NewSegment, newestPeriod } from './metrics.ts'
import { restand } from './standing.ts'

export type NewMetric = Definition & {
  key: string
  catalogue: string | null
  category: Category
  journey: string
  owner: number | null
  target: number | null
  guardrail: number | null
}

/** The first targets of a metric hold for all that was before, too. */
const always = '1970-01-01'

/** Puts metrics on the scorecard, all or none. */
export const addMetrics = (by: By, added: readonly NewMetric[]): Promise<number[]> =>
  write(by, (tx, note) => insertMetrics(tx, note, by, added))

/** As `addMetrics`, within another write. */
export async function insertMetrics(
  tx: Transaction,
  note: Note,
  by: By,
  added: readonly NewMetric[],
): Promise<number[]> {
  const last = await first<{ position: number | null }>(sql`select max(position) as position from metrics`, tx)
  const ids: number[] = []
  for (const [at, { key, catalogue, category, journey, owner, target, guardrail, ...definition }] of added.entries()) {
    const { id } = await tx
      .insert(metrics)
      .values({ key, catalogue, category, journey, owner, position: (last?.position ?? 0) + 1 + at })
      .returning({ id: metrics.id })
      .get()
    await define(tx, by, id, 1, definition, '')
    await tx.insert(targets).values({
      ...{ metric: id, startsOn: always, target, guardrail, reason: 'As it was put on the scorecard' },
      ...{ by: by.person, at: by.at.toISOString() },
    })
    await note({
      kind: 'metric.added',
      record: 'metric',
      recordId: id,
      after: { key, name: definition.name, target, guardrail },
    })
    await restand(tx, id)
    ids.push(id)
  }
  return ids
}

export const fromCatalogue = (metric: CatalogueMetric, owner: number | null, journey = ''): NewMetric => {
  const { key, category, starter: _starter, ownerRole: _ownerRole, target, guardrail, ...definition } = metric
  const suffix = journey
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return {
    ...definition,
    name: journey ? `${definition.name}, ${journey}` : definition.name,
    key: suffix ? `${key}-${suffix}` : key,
    ...{ catalogue: key, category, journey, owner, target, guardrail },
  }
}

async function define(tx: Transaction, by: By, metric: number, number: number, definition: Definition, reason: string) {
  const { ratio, ...rest } = definitionIn(definition)
  const { id } = await tx
    .insert(definitions)
    .values({
      ...rest,
      ...{ metric, number, reason, by: by.person, at: by.at.toISOString() },
      ...{ numerator: ratio?.numerator ?? null, denominator: ratio?.denominator ?? null, factor: ratio?.factor ?? 1 },
    })
    .returning({ id: definitions.id })
    .get()
  return id
}

/**
 * A new version of what it means; what was entered keeps the old one. `reason` says why. Where it now measures something
 * else, a new baseline begins with the first period after those entered.
 */
export const redefine = (by: By, id: number, seen: number, definition: Definition, reason: string): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await current(tx, id, seen)
    await tx
      .update(metrics)
      .set({ version: seen + 1 })
      .where(eq(metrics.id, id))
    const number = before.definitionNumber + 1
    await define(tx, by, id, number, definition, reason)
    await note({
      ...{ kind: 'metric.redefined', record: 'metric', recordId: id },
      ...{ before: definitionIn(before), after: { ...definition, reason } },
    })
    const newest = breaksBaseline(before, definition) ? await newestPeriod(id, tx) : null
    if (newest !== null) {
      const startsOn = periodFollowing(newest, before.rhythm, definition.rhythm)
      await insertSegment(tx, note, by, id, { startsOn, cause: `Definition ${number}: ${reason}`, decision: null })
    }
    await restand(tx, id)
  })

type Place = { owner: number | null; journey: string; derived: boolean }

/** One that is computed gets its readings with it. */
export const placeMetric = (by: By, calendar: Calendar, id: number, seen: number, place: Place): Promise<void> =>
  write(by, async (tx, note) => {
    const { ownerId, journey, derived } = await current(tx, id, seen)
    await tx
      .update(metrics)
      .set({ ...place, version: seen + 1 })
      .where(eq(metrics.id, id))
    await note({
      ...{ kind: 'metric.changed', record: 'metric', recordId: id },
      ...{ before: { owner: ownerId, journey, derived }, after: place },
    })
    await deriveMetric(tx, note, by, calendar.today, calendar.timeZone, id)
  })

/** Takes it off the scorecard, or puts it back; its readings stay. */
export const retireMetric = (by: By, id: number, seen: number, retired: boolean): Promise<void> =>
  write(by, async (tx, note) => {
    await current(tx, id, seen)
    const retiredAt = retired ? by.at.toISOString() : null
    await tx
      .update(metrics)
      .set({ retiredAt, version: seen + 1 })
      .where(eq(metrics.id, id))
    await note({ kind: retired ? 'metric.retired' : 'metric.restored', record: 'metric', recordId: id })
  })

export const setTarget = (by: By, id: number, target: Target & { reason: string }): Promise<void> =>
  write(by, async (tx, note) => {
    await tx.insert(targets).values({ metric: id, ...target, by: by.person, at: by.at.toISOString() })
    await note({ kind: 'metric.target_set', record: 'metric', recordId: id, after: target })
    await restand(tx, id)
  })

/** From this period on the metric is held against a baseline of its own. Saying it again replaces the cause. */
export const beginSegment = (by: By, id: number, segment: NewSegment): Promise<void> =>
  write(by, async (tx, note) => {
    await insertSegment(tx, note, by, id, segment)
    await restand(tx, id)
  })

async function insertSegment(tx: Transaction, note: Note, by: By, id: number, segment: NewSegment) {
  const { startsOn, cause, decision } = segment
  const made = { cause, decision, by: by.person, at: by.at.toISOString() }
  await tx
    .insert(segments)
    .values({ metric: id, startsOn, ...made })
    .onConflictDoUpdate({ target: [segments.metric, segments.startsOn], set: made })
  await note({ kind: 'metric.baseline_begun', record: 'metric', recordId: id, after: { startsOn, cause, decision } })
}

/** At least one; all or none. */
export const setCategoryOwners = (by: By, owners: readonly { category: Category; person: number }[]): Promise<void> =>
  write(by, async (tx, note) => {
    for (const { category, person } of owners) {
      await tx
        .insert(categoryOwners)
        .values({ category, person })
        .onConflictDoUpdate({ target: categoryOwners.category, set: { person } })
      await note({ kind: 'category.owner_set', record: 'person', recordId: person, after: { category } })
    }
  })

async function current(tx: Transaction, id: number, seen: number): Promise<Metric> {
  const metric = await findMetricById(id, tx)
  if (!metric || metric.version !== seen) throw new Stale(metric)
  return metric
}

const definitionIn = ({
  name,
  unit,
  good,
  rhythm,
  formula,
  ratio,
  scale,
  least,
  most,
  source,
}: Definition): Definition => ({
  ...{ name, unit, good, rhythm, formula, ratio, scale, least, most, source },
})
