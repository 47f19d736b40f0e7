import type { Dependency } from '../../db/roadmap/dependencies.ts'
import { shortDay } from '../dates.ts'
import { Input, Mistakes, Select, type Typed, untouched } from '../parts/form.tsx'
import type { InitiativeProps } from './initiative-props.ts'
import { blockerNames, stageNames } from './initiative-words.ts'

/** What it waits for, and what waits for it. */
export const Waiting = (props: InitiativeProps) => {
  const { initiative, needs, neededBy, canEdit, refused } = props
  const typed = refused?.part === 'dependencies' ? refused.typed : untouched
  if (needs.length + neededBy.length === 0 && !canEdit) return null
  return (
    <section class="sec" aria-labelledby="h-waits">
      <header>
        <h2 id="h-waits">Dependencies</h2>
      </header>
      {needs.length + neededBy.length === 0 && <p class="hint">It waits for nothing, and nothing waits for it.</p>}
      {needs.length > 0 && <h3>Waits for</h3>}
      <ul class="list">
        {needs.map((one) => (
          <Row one={one} by={blockers(props, initiative.id, one.other)} {...props} settle />
        ))}
      </ul>
      {neededBy.length > 0 && <h3>Is waited for by</h3>}
      <ul class="list">
        {neededBy.map((one) => (
          <Row one={one} by={one.other === null ? '' : blockers(props, one.other, initiative.id)} {...props} />
        ))}
      </ul>
      {canEdit && <NewDependency at={`/initiatives/${initiative.id}/dependencies`} typed={typed} {...props} />}
    </section>
  )
}

/** Why `waiting` is held up by `needed`. */
const blockers = ({ blocked }: InitiativeProps, waiting: number, needed: number | null) =>
  blocked
    .find(({ id }) => id === waiting)
    ?.by.find(({ id }) => id === needed)
    ?.because.map((one) => blockerNames[one])
    .join(', ') ?? ''

type RowProps = InitiativeProps & { one: Dependency; by: string; settle?: boolean }

const Row = ({ one, by, settle, initiative, canEdit, today }: RowProps) => {
  const { other, title, stage, team, note, neededOn, settled } = one
  const at = `/initiatives/${initiative.id}/dependencies/${one.id}`
  return (
    <li>
      <span>
        {other === null ? (
          team
        ) : (
          <a href={`/initiatives/${other}`}>
            I-{other} {title}
          </a>
        )}
        <small>
          {[
            stage ? stageNames[stage].toLowerCase() : 'a team',
            note,
            neededOn && `needed on ${shortDay(neededOn, today)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span>{settled === 1 && '✓ settled'}</span>
      {by && (
        <p class="why">
          <span class="st" data-s="bad">
            Blocked: {by}
          </span>
        </p>
      )}
      {settle && canEdit && (
        <form class="acts" method="post" action={at}>
          <input type="hidden" name="settled" value={settled === 1 ? '' : '1'} />
          <button
            class="btn quiet"
            type="submit"
            aria-label={`${settled ? 'Not settled' : 'Settled'}: ${title ?? team}`}
          >
            {settled === 1 ? 'Not settled after all' : 'Settled'}
          </button>
          <button class="btn quiet" type="submit" formaction={`${at}/removal`} aria-label={`Remove: ${title ?? team}`}>
            Remove
          </button>
        </form>
      )}
    </li>
  )
}

const NewDependency = ({ at, typed, teams }: InitiativeProps & { at: string; typed: Typed }) => (
  <details class="more" open={Object.keys(typed.errors).length > 0}>
    <summary>Add a dependency</summary>
    <form class="form" method="post" action={at}>
      <Mistakes errors={typed.errors} />
      <div class="row2">
        <Input
          name="on"
          label="It waits for"
          typed={typed}
          placeholder="I-14"
          maxlength={20}
          hint="Another initiative"
          optional
        />
        <Select
          {...{ name: 'onTeam', label: 'Or for a team', typed, none: 'No team', optional: true }}
          choices={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Input name="neededOn" label="Needed on" type="date" typed={typed} optional />
        <Input name="note" label="For what" typed={typed} maxlength={300} optional />
      </div>
      <p class="acts">
        <button class="btn" type="submit">
          Add it
        </button>
      </p>
    </form>
  </details>
)
