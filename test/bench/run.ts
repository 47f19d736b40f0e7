import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { freePort } from '../support/sqld.ts'
import { databaseOf, type Size, token } from './data.ts'
import { type ToTheDatabase, toTheDatabase } from './database.ts'

/**
 * Speed as ratios, taken in one run: machines are noisy, so each round drives a page and what it is held against one
 * after the other, and medians of the rounds are compared. `npm run bench -- S M` is the default; `-- S L` adds the large one.
 */

const asked = process.argv.slice(2).filter((word): word is Size => ['S', 'M', 'L'].includes(word))
const sizes: Size[] = asked.length > 0 ? asked : ['S', 'M']
const rounds = 3
const seconds = 1
const connections = 8

const pages = [
  { name: 'list', path: '/decisions', against: '/bench/limit/list' },
  { name: 'search, common word', path: '/decisions?q=customs', against: '/bench/limit/search?q=%22customs%22*' },
  {
    name: 'search, two words',
    path: '/decisions?q=berth+port',
    against: '/bench/limit/search?q=%22berth%22+%22port%22*',
  },
  { name: 'record', path: '/decisions/150', against: '/bench/limit/record/150' },
  { name: 'list, filtered', path: '/decisions?status=decided' },
  { name: 'list, revisit due', path: '/decisions?view=revisit' },
  { name: 'home', path: '/' },
  { name: 'rights', path: '/rights' },
  { name: 'quality', path: '/decisions/quality' },
  { name: 'history', path: '/history' },
  { name: 'history of one', path: '/history?record=D-150' },
  { name: 'scorecard, 60 metrics', path: '/scorecard' },
  { name: 'scorecard, every cell', path: '/scorecard?enter=all' },
  { name: 'metric', path: '/scorecard/metric-1' },
  { name: 'reviews', path: '/reviews' },
  { name: 'people', path: '/people' },
  { name: 'log form', path: '/decisions/new' },
  { name: 'floor (same bytes from memory)', path: '/bench/floor' },
]

/** `server`: milliseconds of it that a request takes, on average; `p50` and `p99`: milliseconds a client waits, one of eight. */
type Measured = { server: number; p50: number; p99: number; perSecond: number; bytes: number }
type Row = { size: Size; name: string; compressed: boolean } & Measured & { toLimit?: number }
type Written = { page: string; p50: number; p99: number }

const cookie = `session=${token}`
const compiled = 'dist'
/** As `npm start` runs it: the memory depends on it. */
const flags = ['--max-semi-space-size=4', '--heap-growing-percent=20']
execFileSync('npx', ['tsc', '-p', 'test/tsconfig.json', '--noEmit', 'false', '--outDir', compiled], {
  stdio: 'inherit',
})

const table: Row[] = []
const besides: ({ size: Size; page: string } & ToTheDatabase)[] = []
const written: Written[] = []
const notes: Record<string, number> = {}
for (const size of sizes) await measure(size)
report()

async function measure(size: Size) {
  const made = await databaseOf(size)
  // A copy: what is written while measuring would be on the first page of the next run.
  const path = `${made}.measured`
  copyFileSync(made, path)
  const { url, server } = await start(path)
  process.once('exit', () => server.kill())
  for (const compressed of [false, true]) {
    for (const page of pages) {
      const mine: Measured[] = []
      const theirs: Measured[] = []
      await drive(url + page.path, { compressed, duration: 1 })
      for (let round = 0; round < rounds; round++) {
        if (page.against) theirs.push(await drive(url + page.against, { compressed }))
        mine.push(await drive(url + page.path, { compressed }))
      }
      const median = medianOf(mine)
      table.push({
        size,
        name: page.name,
        compressed,
        ...median,
        ...(theirs.length > 0 && { toLimit: median.perSecond / medianOf(theirs).perSecond }),
      })
    }
  }
  if (size === 'M') {
    for (let burst = 0; burst < 4; burst++) await drive(`${url}/decisions`, { compressed: true, duration: 5 })
    notes['memory after all that, MB'] = await memory(url)
    await whileWriting(url)
  }
  server.kill()
  removeDatabase(path)
  if (size === 'M') {
    notes['first answer of the server on M, ms'] = await firstAnswer(made, [
      process.execPath,
      ...flags,
      `${compiled}/src/server.js`,
    ])
    notes['first answer after npm start on M, ms'] = await firstAnswer(made, ['npm', 'start', '--silent'])
  }
  const addresses = pages.filter(({ path }) => !path.startsWith('/bench')).map(({ path }) => path)
  for (const [page, ratio] of Object.entries(await toTheDatabase(made, addresses)))
    besides.push({ size, page, ...ratio })
}

async function start(path: string): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort()
  const args = [...flags, `${compiled}/test/bench/server.js`, path, String(port)]
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => server.stdout?.once('data', resolve))
  return { url: `http://127.0.0.1:${port}`, server }
}

async function drive(
  url: string,
  { compressed, duration = seconds }: { compressed: boolean; duration?: number },
): Promise<Measured> {
  const headers = { cookie, ...(compressed && { 'accept-encoding': 'gzip' }) }
  const { latency, requests, throughput, non2xx } = await autocannon({ url, connections, duration, headers })
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with an error`)
  return {
    server: 1000 / requests.average,
    p50: latency.p50,
    p99: latency.p99,
    perSecond: requests.average,
    bytes: throughput.average / requests.average,
  }
}

function medianOf(all: Measured[]): Measured {
  const of = (key: keyof Measured) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return { server: of('server'), p50: of('p50'), p99: of('p99'), perSecond: of('perSecond'), bytes: of('bytes') }
}

/** Each page while ten decisions a second are logged. */
async function whileWriting(url: string) {
  const headers = { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' }
  const writing = setInterval(() => {
    void fetch(`${url}/decisions/new`, { method: 'POST', headers, body: 'title=Written+meanwhile', redirect: 'manual' })
  }, 100)
  for (const page of pages) {
    const { p50, p99 } = await drive(url + page.path, { compressed: true, duration: 2 })
    written.push({ page: page.name, p50, p99 })
  }
  clearInterval(writing)
}

async function memory(url: string) {
  const usage = (await (await fetch(`${url}/bench/memory`, { headers: { cookie } })).json()) as { rss: number }
  return Math.round(usage.rss / 1e6)
}

/** From `node` to the first page answered, on an existing database. */
async function firstAnswer(path: string, [program = '', ...args]: string[]) {
  const copy = `${path}.started`
  copyFileSync(path, copy)
  const port = await freePort()
  const began = performance.now()
  const env = { ...process.env, PORT: String(port), DATABASE_URL: `file:${copy}`, LOG_LEVEL: 'error', BASE_URL: '' }
  const server = spawn(program, args, { env, stdio: 'ignore', detached: true })
  while (!(await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => undefined))?.ok) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const took = performance.now() - began
  if (server.pid) process.kill(-server.pid)
  removeDatabase(copy)
  return Math.round(took)
}

function removeDatabase(path: string) {
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true })
}

function report() {
  const small = sizes[0]
  console.table(
    table.map(({ size, name, compressed, server, p50, p99, perSecond, bytes, toLimit }) => {
      const first = table.find((row) => row.size === small && row.name === name && row.compressed === compressed)
      return {
        page: `${name}${compressed ? ', gzip' : ''}`,
        size,
        'ms of server': server.toFixed(2),
        'p50 ms at 8': p50,
        'p99 ms at 8': p99,
        'per second': Math.round(perSecond),
        bytes: Math.round(bytes),
        'to the limit': toLimit?.toFixed(2) ?? '',
        [`growth ${small}→`]: size === small || !first ? '' : (server / first.server).toFixed(2),
      }
    }),
  )
  console.table(
    besides.map(({ size, page, server, database, queries, ratio }) => ({
      page,
      size,
      'ms within the process': server.toFixed(2),
      'ms of its queries': database.toFixed(2),
      queries,
      'to the database': ratio.toFixed(1),
    })),
  )
  console.table(written)
  console.table(notes)
  writeFileSync('bench.json', JSON.stringify({ at: new Date().toISOString(), table, besides, written, notes }, null, 2))
}
