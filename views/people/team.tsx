import type { NamedPerson } from '../../db/people.ts'
import type { Team } from '../../db/teams.ts'
import { choicesOf, Input, Mistakes, Select, Ticks, type Typed } from '../parts/form.tsx'
import { counted, teamKindNames } from '../words.ts'

export const TeamPage = ({ team, canEdit }: { team: Team; canEdit: boolean }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/people">People and teams</a> · <b>{teamKindNames[team.kind]} team</b>
      </p>
      <h1>
        {team.name}: {counted(team.memberNames.length, 'person', 'people')}
        {team.leadName ? `, led by ${team.leadName}.` : ', without a lead yet.'}
      </h1>
      {canEdit && (
        <p class="acts">
          <a class="btn" href={`/teams/${team.id}/edit`} data-key="e">
            Edit
          </a>
        </p>
      )}
    </div>
    <section class="sec" aria-labelledby="h-members">
      <header>
        <h2 id="h-members">Members</h2>
      </header>
      <ul class="list">
        {team.memberNames.map(({ id, name }) => (
          <li>
            <a href={`/people/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  </>
)

export const TeamForm = ({
  typed,
  team,
  people,
  action,
}: {
  typed: Typed
  team?: Team
  people: NamedPerson[]
  action: string
}) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/people">People and teams</a> · <b>{team ? team.name : 'New team'}</b>
      </p>
      <h1>{team ? `Edit ${team.name}` : 'Which team is it?'}</h1>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      {team && <input type="hidden" name="version" value={team.version} />}
      <Input name="name" label="Name" typed={typed} value={team?.name} required autofocus={!team} />
      <Ticks
        name="kind"
        legend="Kind"
        type="radio"
        typed={typed}
        chosen={[team?.kind ?? 'product_line']}
        choices={choicesOf(teamKindNames)}
      />
      <Select
        name="lead"
        label="Lead"
        typed={typed}
        value={team?.lead}
        none="Nobody yet"
        choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        optional
      />
      <Ticks
        name="members"
        legend="Members"
        typed={typed}
        chosen={(team?.members ?? []).map(String)}
        choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        <a href={team ? `/teams/${team.id}` : '/people'}>Leave it as it is</a>
      </p>
    </form>
  </>
)
