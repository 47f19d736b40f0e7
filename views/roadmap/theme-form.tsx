import type { InitiativeOffers } from '../../db/roadmap/offers.ts'
import type { Theme } from '../../db/roadmap/themes.ts'
import { type Choice, Input, Mistakes, Select, TextArea, Tick, type Typed } from '../parts/form.tsx'
import { unitName } from '../scorecard/words.ts'

export type ThemeFormProps = {
  typed: Typed
  theme?: Theme
  offers: Pick<InitiativeOffers, 'metrics' | 'people'>
  quarters: Choice[]
  me: number
  currency: string
}

export const ThemeForm = ({ typed, theme, offers, quarters, me, currency }: ThemeFormProps) => {
  const at = theme ? `/themes/${theme.id}` : '/themes'
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/themes">Themes</a> · <b>{theme ? theme.name : 'New theme'}</b>
        </p>
        <h1>{theme ? `Edit ${theme.name}` : 'What is to become better?'}</h1>
      </div>
      <form class="form" method="post" action={theme ? `${at}/edit` : `${at}/new`}>
        <Mistakes errors={typed.errors} />
        {theme && <input type="hidden" name="version" value={theme.version} />}
        <Input
          {...{ name: 'name', label: 'Name', typed, maxlength: 120 }}
          value={theme?.name}
          required
          autofocus={!theme}
          hint="As it is called on the roadmap"
        />
        <TextArea
          {...{ name: 'outcome', label: 'Outcome', typed, maxlength: 2000, rows: 2, optional: true }}
          value={theme?.outcome}
          hint="For whom what is different then"
        />
        <div class="row2">
          <Select
            {...{ name: 'metric', label: 'Metric', typed, none: 'Not yet' }}
            value={theme?.metric}
            choices={offers.metrics.map(({ id, name, unit }) => ({
              value: String(id),
              label: `${name} (${unitName(unit, currency)})`,
            }))}
          />
          <Input
            {...{ name: 'baseline', label: 'From', typed, inputmode: 'decimal', optional: true }}
            value={theme?.baseline}
            hint="Where the metric was when it began"
          />
          <Input
            {...{ name: 'target', label: 'To', typed, inputmode: 'decimal', optional: true }}
            value={theme?.target}
            hint="Where it is to be"
          />
          <Select
            {...{ name: 'quarter', label: 'By the end of', typed, none: 'No quarter yet', optional: true }}
            value={theme?.quarter}
            choices={quarters}
          />
          <Select
            {...{ name: 'owner', label: 'Owner', typed, none: 'Nobody yet' }}
            value={theme ? theme.owner : me}
            choices={peopleWith(theme, offers)}
          />
        </div>
        {theme && (
          <Tick
            {...{ name: 'closed', label: 'It is no longer pursued', typed }}
            on={theme.closedAt !== null}
            hint="It stays with its initiatives, and is offered for no new one."
          />
        )}
        <p class="acts">
          <button class="btn pri" type="submit">
            Save
          </button>
          <a href={at}>Leave it as it is</a>
        </p>
      </form>
    </>
  )
}

/** Who owns it now stays a choice, also after leaving. */
function peopleWith(theme: Theme | undefined, { people }: ThemeFormProps['offers']): Choice[] {
  const choices = people.map(({ id, name }) => ({ value: String(id), label: name }))
  if (!theme?.owner || people.some(({ id }) => id === theme.owner)) return choices
  return [...choices, { value: String(theme.owner), label: theme.ownerName ?? '' }]
}
