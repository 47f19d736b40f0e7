import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

/** A real libSQL server on loopback, from the `sqld` package's binary for this platform. */
export async function startSqld(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const [http, grpc] = [await freePort(), await freePort()]
  const server = spawn(
    binary(),
    [
      ...['--db-path', join(folder, 'sqld'), '--http-listen-addr', `127.0.0.1:${http}`],
      ...['--grpc-listen-addr', `127.0.0.1:${grpc}`, '--no-welcome'],
      // Without it the server stops answering for good under concurrent writers.
      ...['--checkpoint-interval-s', '5'],
    ],
    { stdio: 'ignore' },
  )
  await answering(`http://127.0.0.1:${http}/health`, server)
  return { url: `ws://127.0.0.1:${http}`, stop: () => stopped(server) }
}

function binary() {
  const name = `@sqld/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'sqld')
  } catch {
    throw new Error(
      `There is no sqld for ${process.platform} ${process.arch}: the tests against a server need Linux or macOS`,
    )
  }
}

async function answering(url: string, server: ChildProcess) {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`sqld ended with ${server.exitCode}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('sqld does not answer')
}

const stopped = (server: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGKILL')
  })

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
