import type { Theme, Voice } from '../../db/intake/themes.ts'
import { shortDay } from '../dates.ts'
import { Input, Mistakes, Select, TextArea, type Typed } from '../parts/form.tsx'
import { Prose } from '../parts/prose.tsx'
import { stageNames } from '../roadmap/initiative-words.ts'
import { counted } from '../words.ts'
import { isAnswered } from './themes.tsx'
import { requestShapes, requestStatusNames, sourceNames } from './words.ts'

type Props = {
  theme: Theme
  typed: Typed
  initiatives: { id: number; title: string }[]
  canEdit: boolean
  dayOf: (moment: string) => string
  today: string
}

export const ThemePage = (props: Props) => {
  const { theme, canEdit } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/intake">Intake</a> · <a href="/intake/themes">Feedback themes</a> · <b>{theme.name}</b>
        </p>
        <h1>{finding(theme)}</h1>
      </div>
      <div class="cols">
        <Voices {...props} />
        <div class="side">
          <Answer theme={theme} />
          <Named heading="Customers" names={theme.voices.map(({ customer }) => customer)} />
          <Named heading="Segments" names={theme.voices.map(({ segment }) => segment)} />
          <Named heading="Competitors" names={theme.voices.map(({ competitor }) => competitor)} />
        </div>
      </div>
      {canEdit && <Edit {...props} />}
    </>
  )
}

const isToldOf = ({ followed, toldAt }: Voice) => followed === 1 || toldAt !== null

function finding(theme: Theme) {
  const { name, voices } = theme
  if (voices.length === 0) return `${name}: nobody has asked for it here yet.`
  const asked = `${name}: asked for in ${counted(voices.length, 'request')}`
  if (!isAnswered(theme)) return `${asked}, and not answered yet.`
  const untold = voices.filter((voice) => !isToldOf(voice)).length
  if (untold === 0) return `${asked}, answered, and everybody was told.`
  return `${asked}, answered; ${counted(untold, 'of them does', 'of them do')} not know it yet.`
}

const Voices = ({ theme: { voices }, canEdit, dayOf, today }: Props) => (
  <section class="sec" aria-labelledby="h-voices">
    <header>
      <h2 id="h-voices">Who asked</h2>
    </header>
    {voices.length === 0 ? (
      <p class="empty">A request is sorted under a theme on its own page.</p>
    ) : (
      <ul class="list">
        {voices.map((voice) => (
          <li>
            <span>
              <a href={`/intake/${voice.id}`}>
                R-{voice.id} {voice.title}
              </a>
              <small>
                {[voice.requester, voice.customer, sourceNames[voice.source].toLowerCase()].filter(Boolean).join(', ')},{' '}
                {shortDay(dayOf(voice.receivedAt), today)}
              </small>
              <small>{told(voice, (moment) => shortDay(dayOf(moment), today))}</small>
            </span>
            <span class="acts">
              {canEdit && !isToldOf(voice) && voice.status !== 'new' && (
                <form method="post" action={`/intake/${voice.id}/told`}>
                  <button
                    class="btn quiet"
                    type="submit"
                    aria-label={`Mark as told: ${voice.requester}, R-${voice.id}`}
                  >
                    Mark as told
                  </button>
                </form>
              )}
              <span class="st" data-s={requestShapes[voice.status]}>
                {requestStatusNames[voice.status]}
              </span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

function told(voice: Voice, dayText: (moment: string) => string) {
  if (voice.toldAt !== null) return `told ${dayText(voice.toldAt)}${voice.toldBy ? ` by ${voice.toldBy}` : ''}`
  return voice.followed ? 'sees it at an address of their own' : 'not told yet'
}

const Answer = ({ theme }: { theme: Theme }) => (
  <section class="sec" aria-labelledby="h-answer">
    <header>
      <h2 id="h-answer">What answers it</h2>
    </header>
    {!isAnswered(theme) && <p class="mute">Nothing yet.</p>}
    {theme.initiative !== null && (
      <p>
        <a href={`/initiatives/${theme.initiative}`}>
          I-{theme.initiative} {theme.initiativeTitle}
        </a>
        {theme.stage && `, ${stageNames[theme.stage].toLowerCase()}`}
      </p>
    )}
    {theme.decision !== null && (
      <p>
        <a href={`/decisions/${theme.decision}`}>D-{theme.decision}</a>
      </p>
    )}
    {theme.answer && <Prose text={theme.answer} />}
  </section>
)

/** Each name once, the most frequent first. */
const Named = ({ heading, names }: { heading: string; names: string[] }) => {
  const counts = new Map<string, number>()
  for (const name of names.filter(Boolean)) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size === 0) return null
  return (
    <section class="sec" aria-labelledby={`h-${heading}`}>
      <header>
        <h2 id={`h-${heading}`}>{heading}</h2>
      </header>
      <ul class="list">
        {[...counts]
          .sort(([, a], [, b]) => b - a)
          .slice(0, 12)
          .map(([name, count]) => (
            <li>
              <span>{name}</span>
              <span class="n">{count}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

const Edit = ({ theme, typed, initiatives }: Props) => (
  <section class="sec" aria-labelledby="h-edit">
    <header>
      <h2 id="h-edit">Answer it</h2>
    </header>
    <form class="form" method="post" action={`/intake/themes/${theme.id}`}>
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={theme.version} />
      <Input name="name" label="Name" typed={typed} value={theme.name} maxlength={120} required />
      <div class="row2">
        <Select
          name="initiative"
          label="Initiative that answers it"
          typed={typed}
          value={theme.initiative}
          none="None"
          choices={choicesOf(theme, initiatives)}
          optional
        />
        <Input
          name="decision"
          label="Decision that answers it"
          typed={typed}
          value={theme.decision === null ? '' : `D-${theme.decision}`}
          placeholder="D-42"
          optional
        />
      </div>
      <TextArea
        name="answer"
        label="Answer to everybody who asked"
        typed={typed}
        value={theme.answer}
        hint="Those who asked by a link read it at their own address."
        optional
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
      </p>
    </form>
  </section>
)

/** Those still to be done, and the one that is named already whatever became of it. */
function choicesOf({ initiative, initiativeTitle }: Theme, initiatives: Props['initiatives']) {
  const isListed = initiatives.some(({ id }) => id === initiative)
  const named = initiative === null || isListed ? [] : [{ id: initiative, title: initiativeTitle ?? '' }]
  return [...named, ...initiatives].map(({ id, title }) => ({ value: String(id), label: `I-${id} ${title}` }))
}
