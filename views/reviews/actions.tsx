import type { NamedPerson } from '../../db/people.ts'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { ReviewAction } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { longDay } from '../dates.ts'
import { Input, Mistakes, Select, type Typed } from '../parts/form.tsx'

type Agreed = ReviewAction & { review?: number }

/** The review in which they can be ticked, each in its own, or null: they are only shown. */
type Place = number | 'own' | null

export const Actions = ({ actions, review }: { actions: Agreed[]; review: Place }) => (
  <ul class="list">
    {actions.map((action) => (
      <li>
        <span>
          {action.text}
          <small>
            {action.owner}
            {action.dueOn && `, by ${longDay(action.dueOn)}`}
          </small>
        </span>
        <DoneTick action={action} review={review === 'own' ? (action.review ?? null) : review} />
      </li>
    ))}
  </ul>
)

const DoneTick = ({ action: { id, text, doneAt }, review }: { action: Agreed; review: number | null }) => {
  if (review === null) return <span>{doneAt ? '✓ done' : <span class="mute">not done</span>}</span>
  return (
    <form method="post" action={`/reviews/${review}/actions/${id}/done`}>
      <input type="hidden" name="done" value={doneAt ? '0' : '1'} />
      {doneAt && '✓ done '}
      <button class="btn quiet" type="submit" aria-label={`${doneAt ? 'Not done' : 'Done'}: ${text}`}>
        {doneAt ? 'Not done' : 'Done'}
      </button>
    </form>
  )
}

type FormProps = { review: number; category: Category; typed: Typed; people: NamedPerson[] }

export const ActionForm = ({ review, category, typed, people }: FormProps) => (
  <form class="form" method="post" action={`/reviews/${review}/actions`}>
    <Mistakes errors={typed.errors} />
    <input type="hidden" name="category" value={category} />
    <Input name="text" label="New action" typed={typed} maxlength={500} required />
    <div class="row2">
      <Select
        name="owner"
        label="Who"
        typed={typed}
        none="Please choose"
        choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Input name="dueOn" label="By" type="date" typed={typed} optional />
    </div>
    <p class="acts">
      <button class="btn" type="submit">
        Add action
      </button>
    </p>
  </form>
)
