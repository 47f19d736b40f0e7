import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { findSession, sessionDays } from '../../db/sign-in/sessions.ts'
import type { Ctx, Env } from './context.ts'

/** Sets the person of the request from its cookie; without one, or with an ended one, nobody is signed in. */
export const recognise: MiddlewareHandler<Env> = async (c, next) => {
  const token = getCookie(c, cookieName(c))
  const found = token ? await findSession(token, c.var.now) : undefined
  if (found) {
    const { session, id, name, role, executiveRole } = found
    c.set('person', { session, id, name, role, executiveRole })
    c.set('by', { person: id, at: c.var.now })
  }
  await next()
}

export function keepSession(c: Ctx, token: string) {
  setCookie(c, cookieName(c), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: sessionDays * 86_400,
  })
}

export const dropSession = (c: Ctx) => deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })

export const visitorOf = (c: Ctx) => ({ address: c.var.address, browser: c.req.header('user-agent') ?? '' })

/** The prefix makes browsers refuse the cookie from anywhere but this host over https. */
const cookieName = (c: Ctx) => (isSecure(c) ? '__Host-session' : 'session')

const isSecure = (c: Ctx) => (c.var.settings.BASE_URL ?? c.req.url).startsWith('https:')
