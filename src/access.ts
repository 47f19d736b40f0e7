import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type AccessRole, atLeast } from './domain/people/catalogue.ts'
import type { Ctx, Env } from './http/context.ts'
import { forbidden, notFound } from './http/problem.ts'
import { seeOther } from './http/redirect.ts'

/**
 * What each route needs, in one place: `anyone`, or an account with at least this role. A route that is not listed
 * answers nobody. Some records need more on top (a decision's decider may decide it): those rules are in the domain.
 */
export const access: Record<string, 'anyone' | AccessRole> = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /assets/:file': 'anyone',

  'GET /welcome': 'anyone',
  'POST /welcome': 'anyone',
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /invitations/:token': 'anyone',
  'POST /invitations/:token': 'anyone',
  'GET /resets/:token': 'anyone',
  'POST /resets/:token': 'anyone',

  'POST /sign-out': 'viewer',
  'GET /me': 'viewer',
  'POST /me/password': 'viewer',
  'POST /me/sessions/:id/end': 'viewer',
  'GET /keys': 'viewer',

  'GET /': 'viewer',

  'GET /people': 'viewer',
  'GET /people/new': 'editor',
  'POST /people/new': 'editor',
  'GET /people/:id': 'viewer',
  'GET /people/:id/edit': 'editor',
  'POST /people/:id/edit': 'editor',
  'POST /people/:id/departure': 'owner',
  'POST /people/:id/invitation': 'owner',
  'POST /people/:id/reset': 'owner',
  'POST /people/:id/role': 'owner',
  'POST /people/:id/sessions/end': 'owner',
  'GET /teams/new': 'editor',
  'POST /teams/new': 'editor',
  'GET /teams/:id': 'viewer',
  'GET /teams/:id/edit': 'editor',
  'POST /teams/:id/edit': 'editor',

  'GET /settings': 'owner',
  'POST /settings': 'owner',

  'GET /history': 'viewer',

  'GET /decisions': 'viewer',
  'GET /decisions.csv': 'viewer',
  'GET /decisions.json': 'viewer',
  'GET /decisions.zip': 'viewer',
  'GET /decisions/right': 'contributor',
  'GET /decisions/watched': 'contributor',
  'GET /decisions/new': 'contributor',
  'POST /decisions/new': 'contributor',
  'GET /decisions/quality': 'viewer',
  'GET /decisions/import': 'editor',
  'POST /decisions/import': 'editor',
  'GET /decisions/imports/:id': 'editor',
  'GET /decisions/:n': 'viewer',
  'GET /decisions/:n/edit': 'contributor',
  'POST /decisions/:n/edit': 'contributor',
  'GET /decisions/:n/options': 'contributor',
  'POST /decisions/:n/options': 'contributor',
  'GET /decisions/:n/ruling': 'contributor',
  'POST /decisions/:n/ruling': 'contributor',
  'GET /decisions/:n/supersession': 'contributor',
  'POST /decisions/:n/supersession': 'contributor',
  'GET /decisions/:n/reversal': 'contributor',
  'POST /decisions/:n/reversal': 'contributor',
  'GET /decisions/:n/withdrawal': 'contributor',
  'POST /decisions/:n/withdrawal': 'contributor',
  'GET /decisions/:n/handover': 'contributor',
  'POST /decisions/:n/handover': 'contributor',
  'GET /decisions/:n/amendments': 'contributor',
  'POST /decisions/:n/amendments': 'contributor',
  'GET /decisions/:n/notes': 'contributor',
  'POST /decisions/:n/notes': 'contributor',
  'GET /decisions/:n/links': 'contributor',
  'POST /decisions/:n/links': 'contributor',
  'GET /decisions/:n/outcome': 'contributor',
  'POST /decisions/:n/outcome': 'contributor',
  'GET /decisions/:n/judgement': 'contributor',
  'POST /decisions/:n/judgement': 'contributor',
  'GET /decisions/:n/readers': 'contributor',
  'POST /decisions/:n/readers': 'contributor',

  'GET /scorecard': 'viewer',
  'GET /scorecard.csv': 'viewer',
  'GET /scorecard/import': 'editor',
  'POST /scorecard/import': 'editor',
  'POST /scorecard/entries': 'contributor',
  'GET /scorecard/paste': 'contributor',
  'POST /scorecard/paste': 'contributor',
  'GET /scorecard/catalogue': 'editor',
  'POST /scorecard/catalogue': 'editor',
  'GET /scorecard/new': 'editor',
  'POST /scorecard/new': 'editor',
  'GET /scorecard/owners': 'editor',
  'POST /scorecard/owners': 'editor',
  'GET /scorecard/:key/edit': 'editor',
  'POST /scorecard/:key/edit': 'editor',
  'POST /scorecard/:key/retirement': 'editor',
  'GET /scorecard/:key/definition': 'editor',
  'POST /scorecard/:key/definition': 'editor',
  'GET /scorecard/:key/target': 'editor',
  'POST /scorecard/:key/target': 'editor',
  'GET /scorecard/:key/baseline': 'editor',
  'POST /scorecard/:key/baseline': 'editor',
  'GET /scorecard/:key': 'viewer',
  'GET /scorecard/:key/readings/:period': 'viewer',
  'POST /scorecard/:key/readings/:period': 'contributor',
  'POST /scorecard/:key/readings/:period/notes': 'contributor',

  'GET /scorecard/:key/rows/:period': 'viewer',

  'GET /findings': 'viewer',
  'GET /findings/new': 'contributor',
  'POST /findings/new': 'contributor',
  'GET /findings/import': 'editor',
  'POST /findings/import': 'editor',
  'GET /findings/:id/edit': 'contributor',
  'POST /findings/:id/edit': 'contributor',
  'GET /incidents': 'viewer',
  'GET /incidents/new': 'contributor',
  'POST /incidents/new': 'contributor',
  'GET /incidents/import': 'editor',
  'POST /incidents/import': 'editor',
  'GET /incidents/:id/edit': 'contributor',
  'POST /incidents/:id/edit': 'contributor',
  'GET /deployments': 'viewer',
  'GET /deployments/new': 'contributor',
  'POST /deployments/new': 'contributor',
  'GET /deployments/import': 'editor',
  'POST /deployments/import': 'editor',
  'GET /deployments/:id/edit': 'contributor',
  'POST /deployments/:id/edit': 'contributor',

  'GET /reviews': 'viewer',
  'POST /reviews': 'contributor',
  'GET /reviews/compare': 'viewer',
  'GET /reviews/:id': 'viewer',
  'GET /reviews/:id/pack': 'viewer',
  'POST /reviews/:id/notes': 'contributor',
  'POST /reviews/:id/actions': 'contributor',
  'POST /reviews/:id/actions/:action/done': 'contributor',
  'POST /reviews/:id/decisions': 'contributor',
  'POST /reviews/:id/decisions/:n/removal': 'contributor',
  'POST /reviews/:id/attendance': 'contributor',
  'POST /reviews/:id/closing': 'contributor',

  'GET /rights': 'viewer',
  'GET /rights/types/new': 'editor',
  'POST /rights/types/new': 'editor',
  'GET /rights/types/:key': 'viewer',
  'GET /rights/types/:key/edit': 'editor',
  'POST /rights/types/:key/edit': 'editor',
  'POST /rights/types/:key/delegation': 'editor',
  'GET /rights/matrix': 'editor',
  'POST /rights/matrix': 'editor',
}

export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const needed = access[routeOf(c)]
  if (needed === undefined) throw notFound()
  if (needed === 'anyone') return next()
  if (!c.var.person) return signInFirst(c)
  if (!atLeast(c.var.person.role, needed))
    throw forbidden(`This needs the role ${needed}; yours is ${c.var.person.role}.`)
  return next()
}

/** The pattern that will answer, `GET /decisions/:n`. HEAD is answered by GET. */
export function routeOf(c: Ctx) {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const route = matchedRoutes(c).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
  return `${method} ${route?.path ?? '-'}`
}

function signInFirst(c: Ctx) {
  const url = new URL(c.req.url)
  const to = c.req.method === 'GET' ? url.pathname + url.search : '/'
  return seeOther(c, to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
}
