import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

export class InUse extends Error {
  constructor(path: string, holder: Holder) {
    super(
      `${path} is in use by process ${holder.pid} on ${holder.host}, since ${holder.since}.\n` +
        'One process owns a local database: stop that one first, or set DATABASE_URL to a libSQL server for several.\n' +
        `If no such process is running any more, delete ${path}.lock.`,
    )
  }
}

/** `started` tells a process from a later one of the same number, where the system says it. */
type Holder = { pid: number; host: string; since: string; started?: string | undefined }

/** A holder shows this often that it is there, for other machines and containers, which cannot see its process. */
const beat = 10_000
const silence = 60_000
/** Longer than creating a file and writing a line into it takes. */
const writing = 2_000

/**
 * Claims a local database for this process by a file beside it; a claim whose process is gone is taken over. Returns
 * what gives the claim up.
 */
export async function claim(path: string): Promise<() => void> {
  const file = `${path}.lock`
  for (let tries = 0; tries < 200; tries++) {
    if (create(file)) return held(file)
    const holder = read(file)
    if (holder && isAlive(holder, file)) throw new InUse(path, holder)
    clearAway(file)
    await sleep(20)
  }
  throw new Error(`${file} cannot be created`)
}

function held(file: string): () => void {
  const mine = readFileSync(file, 'utf8')
  const isMine = () => textOf(file) === mine
  const beating = setInterval(() => {
    if (isMine()) utimesSync(file, new Date(), new Date())
  }, beat)
  beating.unref()
  return () => {
    clearInterval(beating)
    if (isMine()) rmSync(file, { force: true })
  }
}

/** False when there is one already: of many that try at once, one succeeds. */
function create(file: string) {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    started: startOf(process.pid),
  }
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, JSON.stringify(holder))
    closeSync(handle)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** One process at a time looks and removes: of two that found the same claim dead, the later would remove a new one. */
function clearAway(file: string) {
  const guard = `${file}.clearing`
  if (!create(guard)) {
    if (ageOf(guard) > writing) rmSync(guard, { force: true })
    return
  }
  const holder = read(file)
  if (holder ? !isAlive(holder, file) : ageOf(file) > writing) rmSync(file, { force: true })
  rmSync(guard, { force: true })
}

function isAlive({ pid, host, started }: Holder, file: string) {
  if (host !== hostname()) return ageOf(file) < silence
  if (!isRunning(pid)) return false
  // A container starts anew under the same numbers, and a machine gives a number to another process in time.
  return started === undefined ? pid !== process.pid : started === startOf(pid)
}

function isRunning(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process began, as Linux counts it; undefined elsewhere. */
const startOf = (pid: number) =>
  textOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')[19]

/** undefined: it vanished, or its writer has not written yet, or died before it could. */
function read(file: string): Holder | undefined {
  try {
    return JSON.parse(textOf(file) ?? '')
  } catch {
    return undefined
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Milliseconds since it was written or its holder showed itself. */
const ageOf = (file: string) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
