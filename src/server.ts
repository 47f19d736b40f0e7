import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { connect, disconnect } from '../db/client.ts'
import { endInterrupted } from '../db/imports.ts'
import { migrate } from '../db/migrate.ts'
import { findOrganisation } from '../db/organisation.ts'
import { createApp } from './app.tsx'
import { type Env, readEnv } from './env.ts'
import { log } from './http/log.ts'
import { startJobs } from './jobs.ts'

try {
  await start(readEnv())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

async function start(env: Env) {
  log.level = env.LOG_LEVEL
  await connect({ url: env.DATABASE_URL, ...(env.DATABASE_AUTH_TOKEN && { authToken: env.DATABASE_AUTH_TOKEN }) })
  await migrate()
  await endInterrupted(new Date())
  const endJobs = startJobs()
  const setupToken = isLoopback(env.HOST) ? undefined : randomBytes(16).toString('base64url')
  const app = createApp(env, { setupToken })
  const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, async ({ address, port }) => {
    const url = env.BASE_URL ?? `http://${address.includes(':') ? `[${address}]` : address}:${port}`
    process.stdout.write(`Fulcrum is at ${url}\n`)
    if (setupToken && !(await findOrganisation())) {
      process.stdout.write(`Setting up from another machine needs this token: ${setupToken}\n`)
    }
  })
  server.on('error', (error) => {
    process.stderr.write(`Fulcrum cannot listen on ${env.HOST}:${env.PORT}: ${error.message}\n`)
    process.exitCode = 1
    disconnect()
  })

  const stop = () => {
    endJobs()
    server.close(() => {
      disconnect()
      process.exit(0)
    })
    // Idle keep-alive connections would hold the close open; busy ones get ten seconds.
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => process.exit(1), 10_000).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
