import type { ListedTheme } from '../../db/intake/themes.ts'
import { age } from '../dates.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { capitalised, counted, wholeNumber } from '../words.ts'

type Props = {
  themes: ListedTheme[]
  typed: Typed
  canEdit: boolean
  dayOf: (moment: string) => string
  today: string
}

export const FeedbackThemes = (props: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/intake">Intake</a> · <b>Feedback themes</b>
      </p>
      <h1>{finding(props.themes)}</h1>
    </div>
    {props.themes.length > 0 ? (
      <Table {...props} />
    ) : (
      <div class="empty">
        <p>
          What customers and the field report again and again belongs under one theme: who said it, against whom we
          lose, what answers it, and whether they were told.
        </p>
      </div>
    )}
    {props.canEdit && <NewTheme {...props} />}
  </>
)

function finding(themes: ListedTheme[]) {
  if (themes.length === 0) return 'No feedback is grouped yet.'
  const open = themes.filter((theme) => !isAnswered(theme))
  if (open.length === 0)
    return `${capitalised(counted(themes.length, 'theme'))}, and ${themes.length === 1 ? 'it' : 'each'} has its answer.`
  const [most] = open
  const unanswered = `${capitalised(counted(open.length, 'theme has', 'themes have'))} no answer yet`
  if (!most || most.requests === 0) return `${unanswered}.`
  return `${unanswered}; “${most.name}” comes up most, in ${counted(most.requests, 'request')}.`
}

export const isAnswered = ({ answer, initiative, decision }: Pick<ListedTheme, 'answer' | 'initiative' | 'decision'>) =>
  answer !== '' || initiative !== null || decision !== null

const columns = ['Theme', 'Requests', 'Customers', 'Newest', 'Told', 'Answer']

const Table = ({ themes, dayOf, today }: Props) => (
  <section class="sec" aria-labelledby="h-themes">
    <header>
      <h2 id="h-themes">Themes</h2>
      <p>what is asked for most comes first</p>
    </header>
    <table role="table" class="tbl keys stack t-rec">
      <caption class="vh">Feedback themes</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name, at) => (
            <th scope="col" role="columnheader" class={at > 0 && at < 5 ? 'num' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {themes.map((theme) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              <a href={`/intake/themes/${theme.id}`}>{theme.name}</a>
            </th>
            <td role="cell" class="num" data-l="requests">
              {wholeNumber(theme.requests)}
            </td>
            <td role="cell" class="num" data-l="customers">
              {wholeNumber(theme.customers)}
            </td>
            <td role="cell" class="num" data-l="newest">
              {theme.newest ? age(dayOf(theme.newest), today) : '–'}
            </td>
            <td role="cell" class="num" data-l="told">
              {theme.requests === 0 ? '–' : `${theme.told} of ${theme.requests}`}
            </td>
            <td role="cell" data-l="answer">
              <Answer theme={theme} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Answer = ({ theme }: { theme: ListedTheme }) => {
  if (!isAnswered(theme)) return <span class="mute">none yet</span>
  return (
    <>
      {theme.initiative !== null && (
        <a href={`/initiatives/${theme.initiative}`}>
          I-{theme.initiative} {theme.initiativeTitle}
        </a>
      )}
      {theme.initiative !== null && theme.decision !== null && ', '}
      {theme.decision !== null && <a href={`/decisions/${theme.decision}`}>D-{theme.decision}</a>}
      {theme.answer && <small>{theme.answer.slice(0, 120)}</small>}
    </>
  )
}

const NewTheme = ({ typed }: Props) => (
  <section class="sec" aria-labelledby="h-new">
    <header>
      <h2 id="h-new">A new theme</h2>
    </header>
    <form class="form" method="post" action="/intake/themes">
      <Mistakes errors={typed.errors} />
      <Input name="name" label="Name" typed={typed} maxlength={120} placeholder="Single sign-on" required />
      <p>
        <button class="btn pri" type="submit">
          Add the theme
        </button>
      </p>
    </form>
  </section>
)
