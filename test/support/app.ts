import { found } from '../../db/founding.ts'
import { addPerson } from '../../db/people.ts'
import { issueInvitation, redeem } from '../../db/sign-in/links.ts'
import { startSession } from '../../db/sign-in/sessions.ts'
import { createApp } from '../../src/app.tsx'
import type { AccessRole, ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { type Env, readEnv } from '../../src/env.ts'
import { freshDatabase } from './database.ts'

const origin = 'http://fulcrum.test'
export const password = 'a quiet harbour at dawn'
const visitor = { address: '127.0.0.1', browser: 'test' }

type Someone = { id: number; name: string; cookie: string }
type As = AccessRole | 'nobody' | Someone
type Fields = Record<string, string | string[]>

export type Site = Awaited<ReturnType<typeof startSite>>

/**
 * The whole application on a database of its own, founded, with one person of each role signed in: Olga Owner (CPTO),
 * Edda Editor (VP Engineering), Carl Contributor (engineering manager) and Vera Viewer.
 */
export async function startSite({ settings = {} }: { settings?: Partial<Env> } = {}) {
  const close = await freshDatabase()
  const at = new Date()
  const organisation = { name: 'Halyard', timeZone: 'Europe/Lisbon', stage: 'fast_growth' as const, currency: 'EUR' }
  const founder = await found(
    { name: 'Olga Owner', email: 'olga@halyard.test', password, executiveRole: 'cpto', organisation },
    { at, visitor },
  )
  const owner = { id: founder.person, name: 'Olga Owner', cookie: founder.token }
  const people = {
    owner,
    editor: await join('Edda Editor', 'editor', 'vp_engineering'),
    contributor: await join('Carl Contributor', 'contributor', 'engineering_manager'),
    viewer: await join('Vera Viewer', 'viewer', null),
  }
  const app = createApp({ ...readEnv({}), ...settings })
  const cookieName = settings.BASE_URL?.startsWith('https:') ? '__Host-session' : 'session'

  /** An account of its own, as an invitation makes one. */
  async function join(name: string, role: AccessRole, executiveRole: ExecutiveRole | null): Promise<Someone> {
    const by = { person: owner.id, at }
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@halyard.test`
    const id = await addPerson(by, { name, email, title: '', executiveRole })
    const cookie = await redeem('invitation', await issueInvitation(by, id, role), password, { at, visitor })
    return { id, name, cookie }
  }

  const headersFor = (as: As, more: Record<string, string> = {}) => {
    const who = as === 'nobody' ? undefined : typeof as === 'string' ? people[as] : as
    return { ...(who && { cookie: `${cookieName}=${who.cookie}` }), ...more }
  }

  return {
    app,
    people,
    close,
    join,
    /** Signs somebody in once more, as from another browser. */
    signIn: async ({ id, name }: Someone): Promise<Someone> => ({
      id,
      name,
      cookie: await startSession({ person: id, at: new Date() }, visitor),
    }),
    visit: (path: string, as: As = 'owner', headers?: Record<string, string>) =>
      app.request(`${origin}${path}`, { headers: headersFor(as, headers) }),
    submit: (path: string, fields: Fields, as: As = 'owner', headers: Record<string, string> = {}) =>
      app.request(`${origin}${path}`, {
        method: 'POST',
        headers: headersFor(as, { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers }),
        body: formOf(fields),
      }),
    upload: (path: string, body: FormData, as: As = 'owner') =>
      app.request(`${origin}${path}`, { method: 'POST', headers: headersFor(as, { origin }), body }),
  }
}

const formOf = (fields: Fields) => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form.toString()
}

/** What a person reads on the page, without the markup and the frame. */
export const textOf = async (response: Response) =>
  (await response.text())
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<\/main>[\s\S]*$/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
