import type { NamedPerson } from '../../db/people.ts'
import { type Category, categories } from '../../src/domain/scorecard/catalogue.ts'
import { Mistakes, Select, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { categoryNames } from './words.ts'

type Props = { owners: ReadonlyMap<Category, { id: number; name: string }>; people: NamedPerson[]; typed: Typed }

export const OwnersForm = ({ owners, people, typed }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>Owners of the categories</b>
      </p>
      <h1>{finding(owners.size)}</h1>
    </div>
    <form class="form" method="post" action="/scorecard/owners">
      <Mistakes errors={typed.errors} />
      <p class="hint">
        Whoever owns a category speaks for it in the review. Each metric has an owner of its own, on its page.
      </p>
      {categories.map((category) => (
        <Select
          name={category}
          label={categoryNames[category]}
          typed={typed}
          value={owners.get(category)?.id}
          choices={choicesFor(people, owners.get(category))}
          {...(!owners.has(category) && { none: 'Nobody yet' })}
        />
      ))}
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        <a href="/scorecard">Leave it as it is</a>
      </p>
    </form>
  </>
)

const finding = (owned: number) =>
  owned === categories.length
    ? 'Every category has somebody who answers for it.'
    : `${capitalised(counted(categories.length - owned, 'category', 'categories'))} ${owned === categories.length - 1 ? 'has' : 'have'} nobody who answers for ${owned === categories.length - 1 ? 'it' : 'them'} yet.`

/** Who owns it now stays in the list, also after having left. */
const choicesFor = (people: NamedPerson[], owner: { id: number; name: string } | undefined) =>
  [...(owner && !people.some(({ id }) => id === owner.id) ? [owner] : []), ...people].map(({ id, name }) => ({
    value: String(id),
    label: name,
  }))
