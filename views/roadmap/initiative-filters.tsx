import type { InitiativeOffers } from '../../db/roadmap/offers.ts'
import { choicesOf } from '../parts/form.tsx'
import { escaped, joined } from '../parts/text.ts'
import { stageNames } from './initiative-words.ts'

type Option = { value: string; label: string }

export type InitiativeFilterChoices = Omit<InitiativeOffers, 'metrics'> & {
  /** `2026Q4` and its name. */
  quarters: Option[]
}

/** The state of the list is its address. */
export const InitiativeFilters = ({ query, choices }: { query: URLSearchParams; choices: InitiativeFilterChoices }) => (
  <search>
    <form class="filter" action="/initiatives">
      <Pick name="stage" label="Stage" any="Going on" query={query} options={[...stages, everyStage]} />
      <Pick name="bucket" label="Bucket" any="Any bucket" query={query} options={choices.buckets.map(keyed)} />
      <Pick name="theme" label="Theme" any="Any theme" query={query} options={choices.themes.map(named)} />
      <Pick name="team" label="Team" any="Any team" query={query} options={choices.teams.map(named)} />
      <Pick name="owner" label="Owner" any="Anyone owns" query={query} options={choices.people.map(named)} />
      <Pick
        name="quarter"
        label="Quarter"
        any="Any quarter"
        query={query}
        options={[...choices.quarters, { value: 'none', label: 'No quarter yet' }]}
      />
      <button class="btn" type="submit">
        Apply
      </button>
    </form>
  </search>
)

const stages = choicesOf(stageNames)
const everyStage = { value: 'any', label: 'Every stage' }

const named = ({ id, name }: { id: number; name: string }): Option => ({ value: String(id), label: name })
const keyed = ({ key, name }: { key: string; name: string }): Option => ({ value: key, label: name })

const Pick = ({
  name,
  label,
  any,
  query,
  options,
}: {
  name: string
  label: string
  any: string
  query: URLSearchParams
  options: Option[]
}) => (
  <>
    <label class="vh" for={`f-${name}`}>
      {label}
    </label>
    <select id={`f-${name}`} name={name}>
      <option value="">{any}</option>
      {joined(options.map((option) => optionOf(option, query.get(name))))}
    </select>
  </>
)

/** As text: the people of an organisation make a long list. */
const optionOf = ({ value, label }: Option, chosen: string | null) =>
  `<option value="${escaped(value)}"${chosen === value ? ' selected' : ''}>${escaped(label)}</option>`
