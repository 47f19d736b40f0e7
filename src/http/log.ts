import type { MiddlewareHandler } from 'hono'
import { pino } from 'pino'
import { routeOf } from '../access.ts'
import type { Env } from './context.ts'

/** Silent until the server says how much it wants to hear. */
export const log = pino({
  name: 'fulcrum',
  level: 'silent',
  redact: ['*.password', '*.token'],
})

/** One line a request, with the route's pattern: addresses can hold the token of an invitation. */
export const logRequests: MiddlewareHandler<Env> = async (c, next) => {
  const start = performance.now()
  c.set('log', log)
  await next()
  if (!log.isLevelEnabled('info')) return
  log.info({ route: routeOf(c), status: c.res.status, ms: Math.round((performance.now() - start) * 10) / 10 })
}
