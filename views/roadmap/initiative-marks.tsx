import { type Checkpoint, checkpoints, type ReadinessArea, readinessAreas } from '../../src/domain/roadmap/catalogue.ts'
import { shortDay } from '../dates.ts'
import { Input, Mistakes, type Typed, untouched } from '../parts/form.tsx'
import { counted } from '../words.ts'
import type { InitiativeProps } from './initiative-props.ts'
import { checkpointNames, readinessNames } from './initiative-words.ts'

/** The definition of ready: each area looked at, whatever was found. */
export const Readiness = (props: InitiativeProps) => {
  const left = readinessAreas.filter((area) => props.marks[area] === null).length
  return (
    <Marks
      {...props}
      part="readiness"
      title="Definition of ready"
      note={left === 0 ? 'all looked at' : `${counted(left, 'look')} left`}
      marks={readinessAreas}
      names={readinessNames}
      today={props.today}
      action="Looked at today"
      days={props.marks}
    />
  )
}

export const Evidence = (props: InitiativeProps) => (
  <Marks
    {...props}
    part="evidence"
    title="Evidence"
    note=""
    marks={checkpoints}
    names={checkpointNames}
    action="There today"
    days={props.marks}
  />
)

type Mark = ReadinessArea | Checkpoint

type Props<One extends Mark> = Pick<InitiativeProps, 'initiative' | 'canEdit' | 'today' | 'refused'> & {
  part: 'readiness' | 'evidence'
  title: string
  note: string
  marks: readonly One[]
  names: Record<One, string>
  action: string
  days: Record<Mark, string | null>
}

function Marks<One extends Mark>(props: Props<One>) {
  const { part, title, note, marks, names, days, action, initiative, canEdit, today, refused } = props
  const at = `/initiatives/${initiative.id}/${part}`
  const typed = refused?.part === part ? refused.typed : untouched
  return (
    <section class="sec" aria-labelledby={`h-${part}`}>
      <header>
        <h2 id={`h-${part}`}>{title}</h2>
        <p>{note}</p>
      </header>
      <ul class="list">
        {marks.map((mark) => (
          <li>
            <span>{names[mark]}</span>
            {days[mark] === null && canEdit && isPossible(mark, initiative) ? (
              <form method="post" action={at}>
                <input type="hidden" name={mark} value={today} />
                <button class="btn quiet" type="submit" aria-label={`${names[mark]}: ${action.toLowerCase()}`}>
                  {action}
                </button>
              </form>
            ) : (
              <span>{days[mark] ? `✓ ${shortDay(days[mark], today)}` : <span class="mute">not yet</span>}</span>
            )}
          </li>
        ))}
      </ul>
      {canEdit && <OtherDays {...props} at={at} typed={typed} />}
    </section>
  )
}

const isPossible = (mark: Mark, { launchedOn }: InitiativeProps['initiative']) =>
  mark !== 'measured_after_launch' || launchedOn !== null

function OtherDays<One extends Mark>({
  at,
  typed,
  marks,
  names,
  days,
  initiative,
}: Props<One> & { at: string; typed: Typed }) {
  return (
    <details class="why" open={Object.keys(typed.errors).length > 0}>
      <summary class="small">On other days</summary>
      <form class="form" method="post" action={at}>
        <Mistakes errors={typed.errors} />
        <div class="row2">
          {marks
            .filter((mark) => isPossible(mark, initiative))
            .map((mark) => (
              <Input name={mark} label={names[mark]} type="date" typed={typed} value={days[mark]} />
            ))}
        </div>
        <p class="acts">
          <button class="btn" type="submit">
            Save
          </button>
        </p>
      </form>
    </details>
  )
}
