import type { SavedScenario } from '../../db/capacity/scenarios.ts'
import { Input, Mistakes, Select, type Typed } from '../parts/form.tsx'
import { quarterTitle } from './words.ts'

export const NewScenario = ({
  quarter,
  scenarios,
  typed,
}: {
  quarter: string
  scenarios: SavedScenario[]
  typed: Typed
}) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/capacity/${quarter}`}>Capacity {quarterTitle(quarter)}</a> · <b>New what-if</b>
      </p>
      <h1>What if the quarter went another way?</h1>
    </div>
    <form class="form" method="post" action={`/capacity/${quarter}/scenarios/new`}>
      <Mistakes errors={typed.errors} />
      <Input
        name="name"
        label="Name"
        typed={typed}
        maxlength={120}
        required
        autofocus
        autocomplete="off"
        placeholder="Move two people to platform"
        hint="What it changes, as one would say it in the meeting."
      />
      <Select
        name="copy"
        label="Begins as a copy of"
        typed={typed}
        none="the plan"
        choices={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          Make it
        </button>
        <a href={`/capacity/${quarter}`}>Leave it</a>
      </p>
    </form>
  </>
)
