import { sql } from 'drizzle-orm'
import type { ReviewKind } from '../src/domain/scorecard/reviews/catalogue.ts'
import { first, rows } from './rows.ts'
import type { Transaction } from './write.ts'

export type Review = {
  id: number
  kind: ReviewKind
  startedOn: string
  startedBy: number | null
  startedByName: string | null
  startedAt: string
  closedAt: string | null
  /** The sealed text and its hash, as they stand; null while the review is open. */
  snapshot: string | null
  hash: string | null
}

const columns = sql`r.id, r.kind, r.started_on as startedOn, r.started_by as startedBy, p.name as startedByName,
  r.started_at as startedAt, r.closed_at as closedAt, r.snapshot, r.hash
  from reviews r left join people p on p.id = r.started_by`

export const findReview = (id: number, tx?: Transaction): Promise<Review | undefined> =>
  first<Review>(sql`select ${columns} where r.id = ${id}`, tx)

export const openReview = (kind: ReviewKind): Promise<{ id: number } | undefined> =>
  first<{ id: number }>(sql`select id from reviews where kind = ${kind} and closed_at is null`)

/** The newest sealed one of a kind that came before another. */
export const sealedBefore = (kind: ReviewKind, id: number, tx?: Transaction): Promise<Review | undefined> =>
  first<Review>(
    sql`select ${columns} where r.kind = ${kind} and r.closed_at is not null and r.id < ${id} order by r.id desc limit 1`,
    tx,
  )

export type ListedReview = Omit<Review, 'snapshot' | 'hash'> & {
  closedOn: string | null
  metrics: number
  onTarget: number
  breached: number
}

const pageSize = 30

/** Newest first, with what each sealed one found. */
export async function listReviews(before?: number): Promise<{ reviews: ListedReview[]; next: number | undefined }> {
  const sealed = sql`iif(json_valid(r.snapshot), r.snapshot, '{}')`
  const counted = (status: string) => sql`(select count(*) from json_each(${sealed}, '$.metrics') m
    where exists (select 1 from json_each(m.value, '$.statuses') s where s.value = ${status}))`
  const found = await rows<ListedReview>(sql`select r.id, r.kind, r.started_on as startedOn, r.started_by as startedBy,
      p.name as startedByName, r.started_at as startedAt, r.closed_at as closedAt,
      json_extract(${sealed}, '$.closedOn') as closedOn,
      (select count(*) from json_each(${sealed}, '$.metrics')) as metrics,
      (select count(*) from json_each(${sealed}, '$.metrics') m
        where json_extract(m.value, '$.statuses[0]') = 'on_target') as onTarget,
      ${counted('breached')} as breached
    from reviews r left join people p on p.id = r.started_by
    where ${before === undefined ? sql`true` : sql`r.id < ${before}`} order by r.id desc limit ${pageSize + 1}`)
  const reviews = found.slice(0, pageSize)
  return { reviews, next: found.length > pageSize ? reviews.at(-1)?.id : undefined }
}

export type Sealed = { id: number; kind: ReviewKind; closedOn: string }

/** What can be compared, newest first. */
export const sealedReviews = (): Promise<Sealed[]> =>
  rows<Sealed>(sql`select id, kind, json_extract(iif(json_valid(snapshot), snapshot, '{}'), '$.closedOn') as closedOn
    from reviews where closed_at is not null order by id desc limit 100`)
