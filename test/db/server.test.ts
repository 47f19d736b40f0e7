import { rmSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect, db, disconnect } from '../../db/client.ts'
import { first } from '../../db/rows.ts'
import { temporaryFolder } from '../support/database.ts'
import { freePort, startSqld } from '../support/sqld.ts'

let folder: string
let server: Awaited<ReturnType<typeof startSqld>>
beforeEach(async () => {
  folder = temporaryFolder()
  server = await startSqld(folder)
  await connect({ url: server.url })
  await db.run(sql`create table t (n integer)`)
})
afterEach(async () => {
  disconnect()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const add = (n: number) => db.transaction((tx) => tx.run(sql`insert into t values (${n})`))

// The driver sends BEGIN with the first statement: asking for the transaction again would not ask for the lock again.
it('writes wait while another process writes on the same server', async () => {
  const other = createClient({ url: server.url })
  const blocking = await other.transaction('write')
  await blocking.execute('insert into t values (0)')
  const waiting = Promise.all([1, 2, 3].map(add))
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  await blocking.commit()
  other.close()
  await waiting
  expect((await first<{ n: number }>(sql`select count(*) as n from t`))?.n).toBe(4)
})

it('a server that does not answer is named, without the token of its address', async () => {
  const url = `ws://127.0.0.1:${await freePort()}?authToken=secret`
  const refused = await connect({ url }).catch((error: Error) => error.message)
  expect(refused).toMatch(/^The database server at 127\.0\.0\.1:\d+ cannot be used: /)
  expect(refused).not.toContain('secret')
})
