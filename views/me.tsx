import type { Session } from '../db/sign-in/sessions.ts'
import type { AccessRole } from '../src/domain/people/catalogue.ts'
import { shortDay } from './dates.ts'
import { Input, Mistakes, type Typed } from './parts/form.tsx'
import { NewPassword } from './sign-in.tsx'
import { accessRoleHints, accessRoleNames, counted } from './words.ts'

type Props = {
  person: { id: number; name: string; role: AccessRole; session: number }
  sessions: Session[]
  typed: Typed
  changed: boolean
  today: string
}

export const Me = ({ person, sessions, typed, changed, today }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <b>{accessRoleNames[person.role]}</b> {accessRoleHints[person.role]}
      </p>
      <h1>{person.name}</h1>
      <form class="acts" method="post" action="/sign-out">
        <a class="btn" href={`/people/${person.id}`}>
          My record
        </a>
        {person.role === 'owner' && (
          <a class="btn" href="/settings">
            Settings
          </a>
        )}
        <button class="btn" type="submit">
          Sign out
        </button>
      </form>
    </div>
    {changed && (
      <p class="remark" role="status">
        Your password is changed; you are signed out everywhere else.
      </p>
    )}
    <div class="cols">
      <section class="sec" aria-labelledby="h-sessions">
        <header>
          <h2 id="h-sessions">Signed in</h2>
          <p>{counted(sessions.length, 'browser')}</p>
        </header>
        <ul class="list">
          {sessions.map((session) => (
            <li>
              <div>
                {browserName(session.browser)}
                {session.id === person.session && ' (this one)'}
                <small>
                  from {session.address}, last seen {shortDay(session.seenAt, today)}
                </small>
              </div>
              {session.id !== person.session && (
                <form method="post" action={`/me/sessions/${session.id}/end`}>
                  <button class="btn quiet" type="submit">
                    Sign out
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section class="sec" aria-labelledby="h-password">
        <header>
          <h2 id="h-password">Password</h2>
        </header>
        <form class="form" method="post" action="/me/password">
          <Mistakes errors={typed.errors} />
          <Input
            name="current"
            label="Current password"
            type="password"
            typed={typed}
            autocomplete="current-password"
            required
          />
          <NewPassword typed={typed} name="next" label="New password" />
          <p>
            <button class="btn" type="submit">
              Change the password
            </button>
          </p>
        </form>
      </section>
    </div>
  </>
)

/** Enough to tell one's phone from one's laptop. */
function browserName(agent: string) {
  const browser = ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari'].find((name) => agent.includes(name))
  const system = ['Windows', 'iPhone', 'iPad', 'Android', 'Mac OS X', 'Linux'].find((name) => agent.includes(name))
  const name = browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : (browser ?? 'A browser')
  return system ? `${name} on ${system.replace('Mac OS X', 'macOS')}` : name
}
