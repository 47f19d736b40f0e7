import { sql } from 'drizzle-orm'
import type { Category, Definition } from '../../src/domain/scorecard/catalogue.ts'
import type { Target } from '../../src/domain/scorecard/targets.ts'
import { first, rows } from '../rows.ts'
import type { Transaction } from '../write.ts'

/** A metric with its newest definition. */
export type Metric = Definition & {
  id: number
  key: string
  catalogue: string | null
  category: Category
  journey: string
  ownerId: number | null
  owner: string | null
  derived: boolean
  retiredAt: string | null
  version: number
  definition: number
  definitionNumber: number
}

type Row = Omit<Metric, 'ratio' | 'derived'> & {
  derived: number
  numerator: string | null
  denominator: string | null
  factor: number
}

const withDefinition = sql`select m.id, m.key, m.catalogue, m.category, m.journey, m.owner as ownerId, p.name as owner, m.derived,
    m.retired_at as retiredAt, m.version, d.id as definition, d.number as definitionNumber, d.name, d.unit, d.good, d.rhythm,
    d.formula, d.numerator, d.denominator, d.factor, d.scale, d.least, d.most, d.source
  from metrics m
  join metric_definitions d on d.metric = m.id
    and d.number = (select max(number) from metric_definitions n where n.metric = m.id)
  left join people p on p.id = m.owner`

const metricOf = ({ derived, numerator, denominator, factor, ...row }: Row): Metric => ({
  ...row,
  derived: derived === 1,
  ratio: numerator === null || denominator === null ? null : { numerator, denominator, factor },
})

/** On the scorecard, in its order. */
export const listMetrics = async (tx?: Transaction): Promise<Metric[]> =>
  (
    await rows<Row>(
      sql`${withDefinition} where m.retired_at is null
        order by case m.category when 'product' then 1 when 'delivery' then 2 when 'reliability' then 3 when 'security' then 4 else 5 end,
          m.position, m.id`,
      tx,
    )
  ).map(metricOf)

export type Known = Pick<Metric, 'key' | 'catalogue' | 'journey' | 'retiredAt'>

/** Every metric there ever was, those taken off the scorecard too. */
export const knownMetrics = (): Promise<Known[]> =>
  rows<Known>(sql`select key, catalogue, journey, retired_at as retiredAt from metrics order by position, id`)

export async function findMetric(key: string, tx?: Transaction): Promise<Metric | undefined> {
  const row = await first<Row>(sql`${withDefinition} where m.key = ${key}`, tx)
  return row && metricOf(row)
}

export async function findMetricById(id: number, tx?: Transaction): Promise<Metric | undefined> {
  const row = await first<Row>(sql`${withDefinition} where m.id = ${id}`, tx)
  return row && metricOf(row)
}

export type Planned = Target & { id: number; reason: string; byName: string | null; at: string }

/** Every target there was, is and will be, in the order of their days. */
export const targetsOf = (metric: number, tx?: Transaction): Promise<Planned[]> =>
  rows<Planned>(
    sql`select t.id, t.starts_on as startsOn, t.target, t.guardrail, t.reason, p.name as byName, t.at
      from metric_targets t left join people p on p.id = t.by where t.metric = ${metric} order by t.starts_on, t.id`,
    tx,
  )

export type NewSegment = { startsOn: string; cause: string; decision: number | null }

export const segmentsOf = (metric: number, tx?: Transaction): Promise<NewSegment[]> =>
  rows<NewSegment>(
    sql`select starts_on as startsOn, cause, decision from metric_segments where metric = ${metric} order by starts_on`,
    tx,
  )

export type Versioned = Definition & { id: number; number: number; reason: string; byName: string | null; at: string }

/** Newest first. */
export async function definitionsOf(metric: number): Promise<Versioned[]> {
  type Plain = Omit<Versioned, 'ratio'> & { numerator: string | null; denominator: string | null; factor: number }
  const found =
    await rows<Plain>(sql`select d.id, d.number, d.name, d.unit, d.good, d.rhythm, d.formula, d.numerator, d.denominator,
      d.factor, d.scale, d.least, d.most, d.source, d.reason, p.name as byName, d.at
    from metric_definitions d left join people p on p.id = d.by where d.metric = ${metric} order by d.number desc`)
  return found.map(({ numerator, denominator, factor, ...one }) => ({
    ...one,
    ratio: numerator === null || denominator === null ? null : { numerator, denominator, factor },
  }))
}

export const ownersOfCategories = async (): Promise<Map<Category, { id: number; name: string }>> => {
  const found = await rows<{ category: Category; id: number; name: string }>(
    sql`select c.category, p.id, p.name from category_owners c join people p on p.id = c.person`,
  )
  return new Map(found.map(({ category, ...person }) => [category, person]))
}

/** The newest period that was entered; null: none was. */
export async function newestPeriod(metric: number, tx?: Transaction): Promise<string | null> {
  const found = await first<{ period: string | null }>(
    sql`select max(period) as period from readings where metric = ${metric} and replaced = 0`,
    tx,
  )
  return found?.period ?? null
}

/** The newest definition's id, for readings entered now. */
export async function newestDefinition(metric: number, tx?: Transaction): Promise<number> {
  const found = await first<{ id: number }>(
    sql`select id from metric_definitions where metric = ${metric} order by number desc limit 1`,
    tx,
  )
  if (!found) throw new Error(`Metric ${metric} has no definition`)
  return found.id
}
