import { copyFileSync, rmSync } from 'node:fs'
import type { InStatement } from '@libsql/client'
import Database from 'libsql'
import { connect, db, disconnect, localPool } from '../../db/client.ts'
import { createApp } from '../../src/app.tsx'
import { readEnv } from '../../src/env.ts'
import { token } from './data.ts'

/** Milliseconds of a whole answer within the process, and of its queries alone; `ratio` is the one by the other. */
export type ToTheDatabase = { server: number; database: number; queries: number; ratio: number }

const rounds = 9
const millisecondsPerRound = 150

/**
 * What a page costs beside its queries: its own statements are noted once, then replayed as raw kept statements on the
 * same file, in turns with the page. Queries of figures that are kept between writes are not among them.
 */
export async function toTheDatabase(path: string, addresses: string[]): Promise<Record<string, ToTheDatabase>> {
  const copy = `${path}.replayed`
  copyFileSync(path, copy)
  await connect({ url: `file:${copy}` })
  const raw = new Database(copy)
  raw.exec('pragma cache_size = -16000; pragma temp_store = memory')
  const app = createApp(readEnv({}))
  const answer = async (address: string) => {
    const response = await app.request(`http://bench${address}`, { headers: { cookie: `session=${token}` } })
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
    await response.text()
  }
  const found: Record<string, ToTheDatabase> = {}
  for (const address of addresses) {
    await answer(address)
    const noted = await notingQueries(() => answer(address))
    const queries = noted.map(({ sql, args }) => ({ statement: raw.prepare(sql).raw(true), args }))
    const replay = () => {
      for (const { statement, args } of queries) statement.all(...args)
    }
    const server: number[] = []
    const database: number[] = []
    for (let round = 0; round < rounds; round++) {
      database.push(await timed(replay))
      server.push(await timed(() => answer(address)))
    }
    found[address] = {
      server: median(server),
      database: median(database),
      queries: queries.length,
      ratio: median(server) / median(database),
    }
  }
  raw.close()
  disconnect()
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(copy + end, { force: true })
  return found
}

/** The statements that ran meanwhile, with their values. */
async function notingQueries(work: () => Promise<void>) {
  const noted: { sql: string; args: unknown[] }[] = []
  const note = (sql: string, values: unknown[]) =>
    noted.push({ sql, args: values.map((value) => (typeof value === 'boolean' ? Number(value) : value)) })
  const pool = localPool
  if (!pool) throw new Error('Only queries of a local file can be replayed')
  // Drizzle asks the client; queries written as SQL go to the driver past it.
  const { execute } = db.$client
  const read = pool.read.bind(pool)
  db.$client.execute = ((statement: InStatement, args?: never) => {
    const { sql, args: values = [] } = typeof statement === 'string' ? { sql: statement, args } : statement
    note(sql, Object.values(values))
    return (execute as (...all: unknown[]) => ReturnType<typeof execute>)(statement, args)
  }) as typeof execute
  pool.read = <Row>(sql: string, values: unknown[]) => {
    note(sql, values)
    return read<Row>(sql, values)
  }
  try {
    await work()
  } finally {
    db.$client.execute = execute
    pool.read = read
  }
  return noted
}

async function timed(work: () => void | Promise<void>) {
  const began = performance.now()
  let times = 0
  do {
    await work()
    times++
  } while (performance.now() - began < millisecondsPerRound)
  return (performance.now() - began) / times
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
