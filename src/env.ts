import { z } from 'zod'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const databaseUrl = /^(file:.+|libsql:\/\/.+|wss?:\/\/.+|https?:\/\/.+)/

/** Every setting, with its default. The README lists the same; a test compares the two. */
export const settings = z.object({
  HOST: z.string().min(1, 'an address to listen on, such as 127.0.0.1').default('127.0.0.1'),
  PORT: z.coerce
    .number('a port number')
    .int('a port number without a fraction')
    .min(0, 'a port from 0 to 65535')
    .max(65535, 'a port from 0 to 65535')
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(databaseUrl, 'file:PATH, libsql://…, ws(s)://… or http(s)://…')
    .default('file:data/fulcrum.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'the address people type, such as https://fulcrum.example' })
    .optional(),
  TRUSTED_PROXY: z.enum(['none', 'one'], 'none, or one when exactly one proxy sets X-Forwarded-For').default('none'),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
})

export type Env = z.infer<typeof settings>

/** The only reader of the environment. An empty variable counts as not set. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, source[name] === '' ? undefined : source[name]]),
  )
  const read = settings.safeParse(given)
  if (read.success) return read.data
  throw new Misconfigured(read.error.issues.map(({ path, message }) => `  ${path.join('.')} must be ${message}`))
}

class Misconfigured extends Error {
  constructor(mistakes: string[]) {
    super(`Fulcrum cannot start with these settings:\n${mistakes.join('\n')}`)
  }
}
