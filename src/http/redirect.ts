import type { Ctx } from './context.ts'

/** After a write: look at the result with GET, so that a reload repeats nothing. */
export const seeOther = (c: Ctx, location: string) => c.redirect(location, 303)

/** A path on this server to go on to after signing in, or Home: never somebody else's address. */
export const ownPath = (to: string | undefined) =>
  to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) && !to.startsWith('/sign-') ? to : '/'
