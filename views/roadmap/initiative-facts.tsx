import type { Child } from 'hono/jsx'
import { longDay } from '../dates.ts'
import type { InitiativeProps } from './initiative-props.ts'
import { effortInWords, quarterText } from './initiative-words.ts'

export const Facts = ({ initiative, requests }: InitiativeProps) => {
  const { theme, themeName, owner, ownerName, team, teamName, productLine, effort, quarter, reviewOn } = initiative
  return (
    <section class="sec" aria-labelledby="h-facts">
      <header>
        <h2 id="h-facts">Facts</h2>
      </header>
      <dl class="facts">
        <Fact name="Theme">{theme && <a href={`/themes/${theme}`}>{themeName}</a>}</Fact>
        <Fact name="Owner">{owner && <a href={`/people/${owner}`}>{ownerName}</a>}</Fact>
        <Fact name="Team">{team && <a href={`/teams/${team}`}>{teamName}</a>}</Fact>
        <Fact name="Product line">{productLine}</Fact>
        <Fact name="Effort">{effort !== null && effortInWords(effort)}</Fact>
        <Fact name="Quarter">{quarter && quarterText(quarter)}</Fact>
        <Fact name="Review">{reviewOn && longDay(reviewOn)}</Fact>
        <Fact name="Origin">
          {origin(initiative.origin)}
          {requests.map(({ id, title }) => (
            <small>
              <a href={`/intake/${id}`}>
                R-{id} {title}
              </a>
            </small>
          ))}
        </Fact>
      </dl>
    </section>
  )
}

const origin = (from: InitiativeProps['initiative']['origin']) => {
  if (from === 'planning') return 'from planning'
  return from === 'intake' ? 'from a request' : 'bypassed intake: it came from neither planning nor a request'
}

/** Nothing where there is nothing to say. */
const Fact = ({ name, children }: { name: string; children?: Child }) =>
  children ? (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null

export const DecisionsOn = ({ decisions }: InitiativeProps) =>
  decisions.length === 0 ? null : (
    <section class="sec" aria-labelledby="h-decisions">
      <header>
        <h2 id="h-decisions">Decisions that name it</h2>
      </header>
      <ul class="list">
        {decisions.map(({ number, title }) => (
          <li>
            <a href={`/decisions/${number}`}>
              D-{number} {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
