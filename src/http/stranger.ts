import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

/** A public page is the same for everybody: also whoever is signed in is answered, and writes, as a stranger. */
export const asStranger: MiddlewareHandler<Env> = async (c, next) => {
  c.set('person', undefined)
  c.set('by', { person: null, at: c.var.now })
  await next()
}
