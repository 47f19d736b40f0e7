import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { temporaryFolder } from './database.ts'
import { freePort } from './sqld.ts'

/** The compiled program as its own process on an empty database. */
export async function startServer(settings: Record<string, string> = {}) {
  const folder = temporaryFolder()
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/src/server.js'], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      DATABASE_URL: `file:${folder}/fulcrum.db`,
      LOG_LEVEL: 'error',
      ...settings,
    },
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data
      if (said.includes('Fulcrum is at')) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    /** Ends as an operator ends it, and says how it ended. */
    stop: async () => {
      const code = await new Promise<number | null>((resolve) => {
        server.removeAllListeners('exit')
        server.once('exit', resolve)
        server.kill('SIGTERM')
      })
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
