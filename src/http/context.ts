import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { DecisionRecord } from '../../db/decisions/record.ts'
import type { Organisation } from '../../db/organisation.ts'
import type { By } from '../../db/write.ts'
import type { AccessRole, ExecutiveRole } from '../domain/people/catalogue.ts'
import type { Env as Settings } from '../env.ts'

/** Who is signed in on this request. */
export type Person = {
  id: number
  name: string
  role: AccessRole
  executiveRole: ExecutiveRole | null
  /** The session this request came with, so that a person can end the others. */
  session: number
}

export type Env = {
  Variables: {
    settings: Settings
    now: Date
    /** `2026-11-12` in the organisation's time zone. */
    today: string
    organisation: Organisation | undefined
    person: Person | undefined
    /** Who acts and when, for every write. */
    by: By
    /** The client's address: the socket's, or the proxy's word where one is trusted. */
    address: string
    log: Logger
    /** The decision of the address, on the routes below `/decisions/:n`. */
    decision: DecisionRecord
  }
}

export type Ctx = Context<Env>

/** On routes that the access table opens to signed-in people only. */
export function signedIn(c: Ctx): Person {
  if (!c.var.person) throw new Error(`${c.req.method} ${c.req.path} is not open to strangers and has no person`)
  return c.var.person
}
