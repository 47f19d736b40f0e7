import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { db } from '../../db/client.ts'
import type { Env } from '../http/context.ts'

export const health = new Hono<Env>()

/** The process answers. */
health.get('/healthz', (c) => c.text('ok'))

/** The process answers and its database does too. */
health.get('/readyz', async (c) => {
  await db.run(sql`select 1`)
  return c.text('ready')
})
