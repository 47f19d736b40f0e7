import { and, count, eq, gt } from 'drizzle-orm'
import { attempts } from '../schema/sign-in.ts'
import { windowMinutes } from '../sign-in/limits.ts'
import { writeQuietly } from '../write.ts'

/** So many requests are taken from one address within the window of failed sign-ins. */
const most = 10

/** Counts a request from this address; false when it is one too many. */
export const mayAsk = (address: string, now: Date): Promise<boolean> =>
  writeQuietly(async (tx) => {
    const key = `ask:${address}`
    const since = new Date(now.getTime() - windowMinutes * 60_000).toISOString()
    const earlier = and(eq(attempts.key, key), gt(attempts.at, since))
    const found = await tx.select({ asked: count() }).from(attempts).where(earlier).get()
    if ((found?.asked ?? 0) >= most) return false
    await tx.insert(attempts).values({ key, at: now.toISOString() })
    return true
  })
