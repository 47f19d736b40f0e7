import type { Milestone } from '../../db/roadmap/milestones.ts'
import { daysBetween } from '../../src/domain/time/days.ts'
import { shortDay } from '../dates.ts'
import { Input, Mistakes, type Typed, untouched } from '../parts/form.tsx'
import { counted } from '../words.ts'
import type { InitiativeProps } from './initiative-props.ts'

export const Milestones = (props: InitiativeProps) => {
  const { initiative, milestones, canEdit, refused } = props
  const typed = refused?.part === 'milestones' ? refused.typed : untouched
  if (milestones.length === 0 && !canEdit) return null
  return (
    <section class="sec" aria-labelledby="h-milestones">
      <header>
        <h2 id="h-milestones">Milestones</h2>
        <p>planned and actual</p>
      </header>
      {milestones.length === 0 && <p class="hint">None yet: what will be there, by which day?</p>}
      <ul class="list">
        {milestones.map((one) => (
          <Row one={one} {...props} />
        ))}
      </ul>
      {canEdit && <NewMilestone at={`/initiatives/${initiative.id}/milestones`} typed={typed} />}
    </section>
  )
}

const Row = ({ one, initiative, today, canEdit }: InitiativeProps & { one: Milestone }) => (
  <li>
    <span>
      {one.name}
      <small>{planAndActual(one, today)}</small>
    </span>
    <span>
      <When one={one} today={today} />
    </span>
    {canEdit && (
      <details class="why">
        <summary class="small">Change</summary>
        <Change one={one} at={`/initiatives/${initiative.id}/milestones/${one.id}`} today={today} />
      </details>
    )}
  </li>
)

const planAndActual = ({ plannedOn, actualOn }: Milestone, today: string) =>
  `planned ${shortDay(plannedOn, today)}${actualOn ? `, met ${shortDay(actualOn, today)}` : ''}`

/** Colour only for what can still be acted on. */
const When = ({ one: { plannedOn, actualOn }, today }: { one: Milestone; today: string }) => {
  const late = daysBetween(plannedOn, actualOn ?? today)
  if (actualOn !== null)
    return <>{late > 0 ? `${counted(late, 'day')} late` : late < 0 ? `${counted(-late, 'day')} early` : 'on its day'}</>
  if (late > 0) {
    return (
      <span class="st" data-s="off">
        {counted(late, 'day')} late
      </span>
    )
  }
  return <>{late === 0 ? 'today' : `in ${counted(-late, 'day')}`}</>
}

const Change = ({ one, at, today }: { one: Milestone; at: string; today: string }) => (
  <>
    <form class="form" method="post" action={at}>
      <div class="row2">
        <Own {...{ one, name: 'name', label: 'Milestone', value: one.name }} />
        <Own {...{ one, name: 'plannedOn', label: 'Planned for', type: 'date', value: one.plannedOn }} />
        <Own {...{ one, name: 'actualOn', label: 'Met on', type: 'date', value: one.actualOn ?? '', max: today }} />
      </div>
      <p class="acts">
        <button class="btn" type="submit">
          Save
        </button>
        <button class="btn quiet" type="submit" formaction={`${at}/removal`}>
          Remove it
        </button>
      </p>
    </form>
  </>
)

type OwnProps = { one: Milestone; name: string; label: string; value: string; type?: string; max?: string }

/** One field of one of several forms on the page, so its id carries the milestone's. */
const Own = ({ one, name, label, ...rest }: OwnProps) => (
  <div class="field">
    <label for={`m-${one.id}-${name}`}>{label}</label>
    <input id={`m-${one.id}-${name}`} name={name} {...rest} required={name !== 'actualOn'} />
  </div>
)

const NewMilestone = ({ at, typed }: { at: string; typed: Typed }) => (
  <details class="more" open={Object.keys(typed.errors).length > 0}>
    <summary>Add a milestone</summary>
    <form class="form" method="post" action={at}>
      <Mistakes errors={typed.errors} />
      <div class="row2">
        <Input name="name" label="Milestone" typed={typed} maxlength={120} required />
        <Input name="plannedOn" label="Planned for" type="date" typed={typed} required />
      </div>
      <p class="acts">
        <button class="btn" type="submit">
          Add it
        </button>
      </p>
    </form>
  </details>
)
