import type { Organisation } from '../db/organisation.ts'
import { choicesOf, Input, Mistakes, Select, type Typed } from './parts/form.tsx'
import { stageNames } from './words.ts'

export const Settings = ({
  organisation,
  typed,
  timeZones,
  saved,
}: {
  organisation: Organisation
  typed: Typed
  timeZones: string[]
  saved: boolean
}) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Settings</b>
      </p>
      <h1>{organisation.name}</h1>
    </div>
    {saved && (
      <p class="remark" role="status">
        Saved.
      </p>
    )}
    <form class="form" method="post" action="/settings">
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={organisation.version} />
      <Input name="name" label="Name" typed={typed} value={organisation.name} required />
      <div class="row2">
        <Select
          name="timeZone"
          label="Time zone"
          typed={typed}
          value={organisation.timeZone}
          choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <Select name="stage" label="Stage" typed={typed} value={organisation.stage} choices={choicesOf(stageNames)} />
        <Input name="currency" label="Currency" typed={typed} value={organisation.currency} maxlength={3} />
      </div>
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
      </p>
    </form>
  </>
)
