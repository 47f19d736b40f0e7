import type { Listed } from '../db/people.ts'
import type { ListedTeam } from '../db/teams.ts'
import { accessRoleNames, capitalised, counted, executiveRoleNames, teamKindNames } from './words.ts'

export const People = ({ people, teams, canEdit }: { people: Listed[]; teams: ListedTeam[]; canEdit: boolean }) => {
  const here = people.filter(({ leftAt }) => leftAt === null)
  const withAccount = here.filter(({ access }) => access !== null).length
  return (
    <>
      <div class="head">
        <p class="kick">
          <b>People and teams</b>
        </p>
        <h1>{`${capitalised(counted(here.length, 'person', 'people'))}, ${counted(withAccount, 'of them with an account', 'of them with an account')}.`}</h1>
        {canEdit && (
          <p class="acts">
            <a class="btn" href="/teams/new">
              Add a team
            </a>
            <a class="btn pri" href="/people/new">
              Add a person
            </a>
          </p>
        )}
      </div>
      <section class="sec" aria-labelledby="h-people">
        <header>
          <h2 id="h-people">People</h2>
        </header>
        <table role="table" class="tbl keys stack t-people">
          <caption class="vh">People</caption>
          <thead role="rowgroup">
            <tr role="row">
              {['Name', 'Seat', 'Title', 'Teams', 'May'].map((name) => (
                <th scope="col" role="columnheader">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {people.map((person) => (
              <tr role="row">
                <th scope="row" role="rowheader">
                  <a href={`/people/${person.id}`}>{person.name}</a>
                </th>
                <td role="cell">{person.executiveRole && executiveRoleNames[person.executiveRole]}</td>
                <td role="cell">{person.title}</td>
                <td role="cell">{person.teams}</td>
                <td role="cell">{accessOf(person)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="sec" aria-labelledby="h-teams">
        <header>
          <h2 id="h-teams">Teams</h2>
        </header>
        {teams.length === 0 ? (
          <p class="empty">
            Product-line teams answer for customer outcomes, platform teams for what the others stand on. None is named
            yet.
          </p>
        ) : (
          <table role="table" class="tbl keys stack t-people">
            <caption class="vh">Teams</caption>
            <thead role="rowgroup">
              <tr role="row">
                {['Team', 'Kind', 'Lead', 'People'].map((name) => (
                  <th scope="col" role="columnheader">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {teams.map((team) => (
                <tr role="row">
                  <th scope="row" role="rowheader">
                    <a href={`/teams/${team.id}`}>{team.name}</a>
                  </th>
                  <td role="cell">{teamKindNames[team.kind]}</td>
                  <td role="cell">{team.lead}</td>
                  <td role="cell">{team.members}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}

const accessOf = ({ leftAt, access, invited }: Listed) => {
  if (leftAt) return 'Left'
  if (access) return accessRoleNames[access]
  return invited ? 'Invited' : ''
}
