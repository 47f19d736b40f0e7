import { and, count, eq, gt, inArray, lt } from 'drizzle-orm'
import { db } from '../client.ts'
import { attempts } from '../schema/sign-in.ts'
import { writeQuietly } from '../write.ts'

const minute = 60_000
/** Failed tries that are let through within the window. */
const limits = { account: 10, address: 50 }
export const windowMinutes = 15

export type Tried = { address: string; account: string }

const keysOf = ({ address, account }: Tried) => ({
  address: `address:${address}`,
  account: `account:${account.toLowerCase()}`,
})

/** Too many wrong tries for this account or from this address: the password is not even looked at. */
export async function isLimited(tried: Tried, now: Date): Promise<boolean> {
  const keys = keysOf(tried)
  const since = new Date(now.getTime() - windowMinutes * minute).toISOString()
  const rows = await db
    .select({ key: attempts.key, tries: count() })
    .from(attempts)
    .where(and(inArray(attempts.key, Object.values(keys)), gt(attempts.at, since)))
    .groupBy(attempts.key)
  const triesOf = (key: string) => rows.find((row) => row.key === key)?.tries ?? 0
  return triesOf(keys.account) >= limits.account || triesOf(keys.address) >= limits.address
}

/** Counted before the password is looked at, so that parallel guesses cannot slip through together. */
export async function countTry(tried: Tried, now: Date) {
  const { address, account } = keysOf(tried)
  const at = now.toISOString()
  await writeQuietly(async (tx) => {
    await tx.insert(attempts).values([
      { key: address, at },
      { key: account, at },
    ])
    await tx.delete(attempts).where(lt(attempts.at, new Date(now.getTime() - 2 * windowMinutes * minute).toISOString()))
  })
}

/** The right password was given: this account's count starts anew; the address keeps its own. */
export const forgetTries = (account: string) =>
  writeQuietly(async (tx) => {
    await tx.delete(attempts).where(eq(attempts.key, keysOf({ address: '', account }).account))
  })
