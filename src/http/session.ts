import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

export const recognise: MiddlewareHandler<Env> = async (_c, next) => {
  await next()
}
