import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { findOrganisation } from '../../db/organisation.ts'
import { localDate } from '../domain/time/zone.ts'
import type { Env as Settings } from '../env.ts'
import type { Ctx, Env } from './context.ts'
import { seeOther } from './redirect.ts'

/** When, where and for whom a request is answered; before there is an organisation everything leads to /welcome. */
export const situate =
  (settings: Settings): MiddlewareHandler<Env> =>
  async (c, next) => {
    const now = new Date()
    const organisation = await findOrganisation()
    c.set('settings', settings)
    c.set('now', now)
    c.set('organisation', organisation)
    c.set('today', localDate(now, organisation?.timeZone ?? 'UTC'))
    c.set('address', addressOf(c, settings))
    c.set('by', { person: null, at: now })
    if (!organisation && !openBeforeWelcome(c.req.path)) return seeOther(c, '/welcome')
    await next()
  }

/** Only the last entry was written by the trusted proxy; the ones before it are whatever the client claims. */
function addressOf(c: Ctx, { TRUSTED_PROXY }: Settings) {
  const forwarded = TRUSTED_PROXY === 'one' ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || socketAddress(c)
}

function socketAddress(c: Ctx) {
  // A test calls the app without a server, so without a socket.
  const hasSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return hasSocket ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown'
}

const openBeforeWelcome = (path: string) => path === '/welcome' || path === '/healthz' || path === '/readyz'
