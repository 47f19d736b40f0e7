import { choicesOf } from '../parts/form.tsx'
import { escaped, joined } from '../parts/text.ts'
import { sideNames, statusNames } from '../words.ts'

export type FilterChoices = {
  types: { key: string; name: string }[]
  deciders: { id: number; name: string }[]
  /** `2026Q4` and its name, newest first. */
  quarters: { value: string; label: string }[]
}

/** The state of the log is its address: every filter is in the query string. */
export const Filters = ({ query, choices }: { query: URLSearchParams; choices: FilterChoices }) => (
  <search>
    <form class="filter" action="/decisions">
      {query.get('view') && <input type="hidden" name="view" value={query.get('view') ?? ''} />}
      <label class="vh" for="q">
        Search the log
      </label>
      <input
        id="q"
        type="search"
        name="q"
        value={query.get('q') ?? ''}
        placeholder="Search titles, reasons, outcomes"
      />
      <Pick name="status" label="Status" any="Any status" query={query} options={choicesOf(statusNames)} />
      <Pick
        name="type"
        label="Type"
        any="Any type"
        query={query}
        options={choices.types.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Pick
        name="decider"
        label="Decider"
        any="Anyone decides"
        query={query}
        options={choices.deciders.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Pick name="side" label="Side" any="Either side" query={query} options={choicesOf(sideNames)} />
      <Pick name="quarter" label="Quarter" any="Any quarter" query={query} options={choices.quarters} />
      <label class="vh" for="f-tag">
        Tag
      </label>
      <input id="f-tag" class="tag" name="tag" value={query.get('tag') ?? ''} placeholder="Tag" />
      <button class="btn" type="submit">
        Apply
      </button>
    </form>
  </search>
)

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
  options: { value: string; label: string }[]
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
const optionOf = ({ value, label }: { value: string; label: string }, chosen: string | null) =>
  `<option value="${escaped(value)}"${chosen === value ? ' selected' : ''}>${escaped(label)}</option>`
