import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'

export class InUse extends Error {
  constructor(path: string, holder: Holder) {
    super(
      `${path} is in use by process ${holder.pid} on ${holder.host}, since ${holder.since}.\n` +
        'One process owns a local database: stop that one first, or set DATABASE_URL to a libSQL server for several.',
    )
  }
}

type Holder = { pid: number; host: string; since: string }

/**
 * Claims a local database for this process by a file beside it; a claim whose process is gone is taken over. Returns
 * what gives the claim up.
 */
export function claim(path: string): () => void {
  const file = `${path}.lock`
  for (let tries = 0; tries < 20; tries++) {
    if (create(file)) return () => rmSync(file, { force: true })
    const holder = read(file)
    if (holder && isAlive(holder)) throw new InUse(path, holder)
    clearAway(file, holder)
  }
  throw new Error(`${file} cannot be created`)
}

function create(file: string) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }))
    closeSync(handle)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** undefined: it vanished, or its writer died before writing. */
function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A container starts anew under the same process number: a claim under our own is an old one. */
function isAlive({ pid, host }: Holder) {
  if (host !== hostname()) return true
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Moved aside before it is removed: of two that find the same dead claim, one moves it and the other sees a new one. */
function clearAway(file: string, dead: Holder | undefined) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && moved.pid !== dead?.pid) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
