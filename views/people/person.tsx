import type { Person } from '../../db/people.ts'
import type { AccessRole } from '../../src/domain/people/catalogue.ts'
import { longDay } from '../dates.ts'
import { choicesOf, Input, Mistakes, Select, type Typed, untouched } from '../parts/form.tsx'
import { accessRoleHints, accessRoleNames, executiveRoleNames } from '../words.ts'

type Props = {
  person: Person
  account: { role: AccessRole; closedAt: string | null } | undefined
  teams: { id: number; name: string }[]
  canEdit: boolean
  canManage: boolean
  /** A link just issued: shown once, on the page that answers. */
  link?: { purpose: 'invitation' | 'reset'; url: string } | undefined
  mistake?: string | undefined
}

export const PersonPage = (props: Props) => {
  const { person, account, teams, canEdit, canManage, link, mistake } = props
  const open = account && !account.closedAt
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/people">People</a> ·{' '}
          <b>{person.executiveRole ? executiveRoleNames[person.executiveRole] : 'Person'}</b>
        </p>
        <h1>{person.name}</h1>
        {canEdit && (
          <p class="acts">
            <a class="btn" href={`/people/${person.id}/edit`} data-key="e">
              Edit
            </a>
          </p>
        )}
      </div>
      {mistake && <Mistakes errors={{ form: mistake }} />}
      {link && <IssuedLink {...link} name={person.name} />}
      <div class="cols">
        <section class="sec" aria-labelledby="h-facts">
          <header>
            <h2 id="h-facts">Record</h2>
          </header>
          <dl class="facts">
            <dt>Title</dt>
            <dd>{person.title || '–'}</dd>
            <dt>E-mail</dt>
            <dd>{person.email ?? '–'}</dd>
            <dt>Teams</dt>
            <dd>
              {teams.length === 0
                ? '–'
                : teams.map(({ id, name }, at) => (
                    <>
                      {at > 0 && ', '}
                      <a href={`/teams/${id}`}>{name}</a>
                    </>
                  ))}
            </dd>
            <dt>Decisions</dt>
            <dd>
              <a href={`/decisions?decider=${person.id}`}>decided by or waiting on {person.name}</a>
            </dd>
            <dt>History</dt>
            <dd>
              <a href={`/history?person=${person.id}`}>what {person.name} did here</a>
            </dd>
            {person.leftAt && (
              <>
                <dt>Left</dt>
                <dd>{longDay(person.leftAt)}</dd>
              </>
            )}
          </dl>
        </section>
        {canManage && !person.leftAt && (
          <div class="side">
            <section class="sec" aria-labelledby="h-access">
              <header>
                <h2 id="h-access">Access</h2>
              </header>
              {open ? <Access person={person} role={account.role} /> : <Invite person={person} />}
            </section>
            <section class="sec" aria-labelledby="h-leave">
              <header>
                <h2 id="h-leave">Leaving</h2>
              </header>
              <form method="post" action={`/people/${person.id}/departure`}>
                <p class="hint">The records keep the name. The account closes and every session ends.</p>
                <p class="why">
                  <button class="btn" type="submit">
                    {person.name} has left
                  </button>
                </p>
              </form>
            </section>
          </div>
        )}
      </div>
    </>
  )
}

const Access = ({ person, role }: { person: Person; role: AccessRole }) => (
  <div class="form">
    <form class="form" method="post" action={`/people/${person.id}/role`}>
      <Select
        name="role"
        label="May"
        typed={untouched}
        value={role}
        choices={choicesOf(accessRoleNames)}
        hint={`${accessRoleNames[role]}: ${accessRoleHints[role]}.`}
      />
      <p>
        <button class="btn" type="submit">
          Change
        </button>
      </p>
    </form>
    <form method="post" action={`/people/${person.id}/reset`}>
      <button class="btn" type="submit">
        Make a link to set a new password
      </button>
    </form>
    <form method="post" action={`/people/${person.id}/sessions/end`}>
      <button class="btn" type="submit">
        Sign out everywhere
      </button>
    </form>
  </div>
)

const Invite = ({ person }: { person: Person }) =>
  person.email ? (
    <form class="form" method="post" action={`/people/${person.id}/invitation`}>
      <Select
        name="role"
        label="Invite as"
        typed={untouched}
        value="contributor"
        choices={choicesOf(accessRoleNames)}
      />
      <p>
        <button class="btn pri" type="submit">
          Make an invitation link
        </button>
      </p>
    </form>
  ) : (
    <p class="hint">
      An account needs an e-mail address. <a href={`/people/${person.id}/edit`}>Add one</a>
    </p>
  )

const IssuedLink = ({ purpose, url, name }: { purpose: 'invitation' | 'reset'; url: string; name: string }) => (
  <div class="remark" role="status">
    <p>
      <b>Send this link to {name}.</b> It is shown only now, works once, and expires after{' '}
      {purpose === 'invitation' ? 'seven days' : 'one day'}.
    </p>
    <p class="why">
      <input class="link" type="text" readonly aria-label={`Link for ${name}`} value={url} />
    </p>
  </div>
)

export const PersonForm = ({ typed, person, action }: { typed: Typed; person?: Person; action: string }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/people">People</a> · <b>{person ? person.name : 'New'}</b>
      </p>
      <h1>{person ? `Edit ${person.name}` : 'Who is it?'}</h1>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      {person && <input type="hidden" name="version" value={person.version} />}
      <Input name="name" label="Name" typed={typed} value={person?.name} required autofocus={!person} />
      <div class="row2">
        <Select
          name="executiveRole"
          label="Seat"
          typed={typed}
          value={person?.executiveRole}
          none="None of these"
          choices={choicesOf(executiveRoleNames)}
          optional
        />
        <Input name="title" label="Title" typed={typed} value={person?.title} optional />
      </div>
      <Input
        name="email"
        label="E-mail"
        type="email"
        typed={typed}
        value={person?.email}
        hint="Needed only for an account."
        optional
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        <a href={person ? `/people/${person.id}` : '/people'}>Leave it as it is</a>
      </p>
    </form>
  </>
)
