import { Hono } from 'hono'
import { endSession } from '../../db/sign-in/sessions.ts'
import { type Env, signedIn } from '../http/context.ts'
import { seeOther } from '../http/redirect.ts'
import { dropSession } from '../http/session.ts'

export const signOut = new Hono<Env>()

signOut.post('/', async (c) => {
  const { id, session } = signedIn(c)
  await endSession(c.var.by, id, session)
  dropSession(c)
  return seeOther(c, '/sign-in')
})
