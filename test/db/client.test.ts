import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { createClient } from '@libsql/client'
import * as driver from '@libsql/client/sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { InUse } from '../../db/client/lock.ts'
import { LocalPool } from '../../db/client/pool.ts'
import { connect, db, disconnect } from '../../db/client.ts'
import { migrate, NewerDatabase } from '../../db/migrate.ts'
import { temporaryFolder } from '../support/database.ts'

let folder: string
let url: string
let lock: string
beforeEach(() => {
  folder = temporaryFolder()
  url = `file:${folder}/fulcrum.db`
  lock = `${folder}/fulcrum.db.lock`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('the private part of the driver that the pool is built on is the one we know', () => {
  const { version } = JSON.parse(readFileSync('node_modules/@libsql/client/package.json', 'utf8'))
  expect(version).toBe('0.18.0')
  expect(driver.Sqlite3Client.length).toBe(2)
  for (const method of ['acquireSync', 'release', 'close'] as const) {
    expect(typeof driver.ConnectionPool.prototype[method]).toBe('function')
  }
})

it('one process owns a local database, and a second is told so', async () => {
  // The parent stands for another: a claim of our own number would count as an old one.
  const theirs = JSON.stringify({ pid: process.ppid, host: hostname(), since: '2026-11-02T09:00:00Z' })
  writeFileSync(lock, theirs)
  await expect(connect({ url })).rejects.toThrow(InUse)
  await expect(connect({ url })).rejects.toThrow(`in use by process ${process.ppid}`)
  expect(readFileSync(lock, 'utf8')).toBe(theirs)
  rmSync(lock)
  await connect({ url })
  disconnect()
  expect(existsSync(lock)).toBe(false)
})

it('gives up its own claim only', async () => {
  await connect({ url })
  writeFileSync(lock, 'taken over meanwhile')
  disconnect()
  expect(readFileSync(lock, 'utf8')).toBe('taken over meanwhile')
})

it('a claim from another machine holds while that shows itself, and no longer', async () => {
  writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another machine', since: '2026-11-02T09:00:00Z' }))
  await expect(connect({ url })).rejects.toThrow('on another machine')
  const longAgo = new Date(Date.now() - 120_000)
  utimesSync(lock, longAgo, longAgo)
  await connect({ url })
  disconnect()
})

it('a claim whose process is gone is taken over', async () => {
  const { pid } = spawnSync('true')
  for (const dead of [JSON.stringify({ pid, host: hostname(), since: '' }), '']) {
    writeFileSync(lock, dead)
    await connect({ url })
    expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(process.pid)
    disconnect()
  }
})

it('migrations run once, and a database of a newer program is refused', async () => {
  await connect({ url })
  await migrate()
  await migrate()
  await db.run(sql`insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`)
  await expect(migrate()).rejects.toThrow(NewerDatabase)
  disconnect()
})

it('a connection that has seen BUSY is closed instead of lent again', async () => {
  await connect({ url })
  await db.run(sql`create table t (n integer)`)
  const pool = new LocalPool(`${folder}/fulcrum.db`, { timeout: 1 }, 2)
  const connection = pool.acquireSync()
  const other = createClient({ url })
  const blocking = await other.transaction('write')
  expect(() => connection.prepare('insert into t values (1)').run()).toThrow(/locked|busy/i)
  pool.release(connection)
  expect(connection.open).toBe(false)
  await blocking.rollback()
  const next = pool.acquireSync()
  expect(next).not.toBe(connection)
  next.prepare('insert into t values (2)').run()
  pool.release(next)
  pool.close()
  other.close()
  disconnect()
})
