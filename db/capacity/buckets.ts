import { eq, sql } from 'drizzle-orm'
import type { BucketSide } from '../../src/domain/capacity/buckets.ts'
import { rows } from '../rows.ts'
import { buckets } from '../schema/capacity.ts'
import { type By, type Transaction, write } from '../write.ts'

export type NamedBucket = { key: string; name: string; floor: number | null; side: BucketSide }

/** What capacity is split into now, in its order. */
export const listBuckets = (tx?: Transaction): Promise<NamedBucket[]> =>
  rows(sql`select key, name, floor, side from buckets where retired_at is null order by position, key`, tx)

/** Also the retired ones: a file may tell of their time. */
export const everyBucket = (): Promise<{ key: string; name: string }[]> =>
  rows(sql`select key, name from buckets order by retired_at is not null, position`)

export type BucketChange = Omit<NamedBucket, 'key'> & {
  /** null: it is new. */
  key: string | null
  retired: boolean
}

/** The whole list anew, in this order. What is retired keeps its past. */
export const saveBuckets = (by: By, list: readonly BucketChange[]): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await listBuckets(tx)
    const taken = new Set((await rows<{ key: string }>(sql`select key from buckets`, tx)).map(({ key }) => key))
    for (const [position, { key, retired, ...content }] of list.entries()) {
      const columns = { ...content, position: position + 1, retiredAt: retired ? by.at.toISOString() : null }
      if (key !== null) await tx.update(buckets).set(columns).where(eq(buckets.key, key))
      else await tx.insert(buckets).values({ key: freshKey(content.name, taken), ...columns })
    }
    await note({
      ...{ kind: 'buckets.changed', record: 'organisation', recordId: 1 },
      ...{ before: told(before), after: told(await listBuckets(tx)) },
    })
  })

const told = (list: readonly NamedBucket[]) =>
  Object.fromEntries(list.map(({ key, name, floor }) => [key, floor === null ? name : `${name}, floor ${floor} %`]))

function freshKey(name: string, taken: Set<string>): string {
  const plain =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_|_$/g, '')
      .slice(0, 30) || 'bucket'
  let key = plain
  for (let count = 2; taken.has(key); count += 1) key = `${plain}_${count}`
  taken.add(key)
  return key
}
