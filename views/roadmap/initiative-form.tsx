import type { FoundInitiative } from '../../db/roadmap/find.ts'
import type { InitiativeOffers } from '../../db/roadmap/offers.ts'
import { type Choice, Input, Mistakes, Select, TextArea, Ticks, type Typed } from '../parts/form.tsx'
import { unitName } from '../scorecard/words.ts'

export type InitiativeFormProps = {
  typed: Typed
  /** The one that is edited. */
  initiative?: FoundInitiative
  offers: InitiativeOffers
  /** `2026Q4` and its name. */
  quarters: Choice[]
  /** Who is asked: the owner, unless another is chosen. */
  me: number
  currency: string
}

export const InitiativeForm = (form: InitiativeFormProps) => {
  const { initiative, typed } = form
  const at = initiative ? `/initiatives/${initiative.id}` : '/initiatives'
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={at}>{initiative ? `I-${initiative.id}` : 'Initiatives'}</a> · <b>{initiative ? 'Edit' : 'New'}</b>
        </p>
        <h1>{initiative ? initiative.title : 'What do you bet on?'}</h1>
      </div>
      <form class="form" method="post" action={initiative ? `${at}/edit` : `${at}/new`}>
        <Mistakes errors={typed.errors} />
        {initiative && <input type="hidden" name="version" value={initiative.version} />}
        <Input
          {...{ name: 'title', label: 'In one line', typed, maxlength: 200 }}
          value={initiative?.title}
          required
          autofocus={!initiative}
          autocomplete="off"
        />
        {!initiative && <Origin typed={typed} />}
        <Placing {...form} />
        <Betting {...form} />
        <Planning {...form} />
        <p class="acts">
          <button class="btn pri" type="submit">
            {initiative ? 'Save' : 'Add it'}
          </button>
          <a href={at}>{initiative ? 'Leave it as it is' : 'Add nothing'}</a>
        </p>
      </form>
    </>
  )
}

const Origin = ({ typed }: { typed: Typed }) => (
  <Ticks
    {...{ name: 'origin', legend: 'Where does it come from?', type: 'radio', typed }}
    choices={[
      { value: 'planning', label: 'Planning' },
      { value: 'direct', label: 'Neither planning nor a request' },
    ]}
    hint="The second is shown as “bypassed intake”. A request becomes an initiative where it is accepted, in the intake."
  />
)

const Placing = ({ typed, initiative, offers, me }: InitiativeFormProps) => (
  <div class="row2">
    <Select
      {...{ name: 'bucket', label: 'Bucket', typed }}
      value={initiative?.bucket}
      choices={withNow(
        offers.buckets.map(({ key, name }) => ({ value: key, label: name })),
        initiative && { value: initiative.bucket, label: initiative.bucketName },
      )}
      hint="What part of the capacity it takes"
    />
    <Select
      {...{ name: 'owner', label: 'Owner', typed, none: 'Nobody yet' }}
      value={initiative ? initiative.owner : me}
      choices={withNow(offers.people.map(choice), nowIn(initiative?.owner, initiative?.ownerName))}
    />
    <Select
      {...{ name: 'team', label: 'Team', typed, none: 'No team yet', optional: true }}
      value={initiative?.team}
      choices={withNow(offers.teams.map(choice), nowIn(initiative?.team, initiative?.teamName))}
    />
    <Select
      {...{ name: 'theme', label: 'Theme', typed, none: 'No theme', optional: true }}
      value={initiative?.theme}
      choices={withNow(offers.themes.map(choice), nowIn(initiative?.theme, initiative?.themeName))}
      hint="The outcome it is to help with"
    />
    <Input
      {...{ name: 'productLine', label: 'Product line', typed, maxlength: 120, optional: true }}
      value={initiative?.productLine}
    />
  </div>
)

const Betting = ({ typed, initiative, offers, currency }: InitiativeFormProps) => {
  const metrics = offers.metrics.map(({ id, name, unit }) => ({
    value: String(id),
    label: `${name} (${unitName(unit, currency)})`,
  }))
  return (
    <>
      <TextArea
        {...{ name: 'hypothesis', label: 'Hypothesis', typed, maxlength: 5000, optional: true }}
        value={initiative?.hypothesis}
        hint="We believe that … because …; we shall know when …"
      />
      <div class="row2">
        <Select
          {...{ name: 'primaryMetric', label: 'Primary metric', typed, none: 'Not yet' }}
          value={initiative?.primaryMetric}
          choices={metrics}
          hint="The one it is to move"
        />
        <Select
          {...{ name: 'guardrailMetric', label: 'Guardrail metric', typed, none: 'Not yet' }}
          value={initiative?.guardrailMetric}
          choices={metrics}
          hint="The one it must not harm"
        />
        <Input
          {...{ name: 'leastEffect', label: 'Least effect that counts', typed, inputmode: 'decimal', optional: true }}
          value={initiative?.leastEffect}
          hint="A change of the primary metric, in its unit. Said before the launch, or it is worth nothing."
        />
      </div>
    </>
  )
}

const Planning = ({ typed, initiative, quarters }: InitiativeFormProps) => (
  <>
    <div class="row2">
      <Input
        {...{ name: 'effort', label: 'Effort, person-weeks', typed, inputmode: 'decimal', optional: true }}
        value={initiative?.effort}
      />
      <Select
        {...{ name: 'quarter', label: 'Quarter', typed, none: 'No quarter yet', optional: true }}
        value={initiative?.quarter}
        choices={quarters}
      />
      <Input
        {...{ name: 'reviewOn', label: 'Review on', type: 'date', typed, optional: true }}
        value={initiative?.reviewOn}
        hint="When somebody looks at what came of it"
      />
    </div>
    {initiative && (
      <Input
        {...{ name: 'because', label: 'Why, where effort or quarter change', typed, maxlength: 500, optional: true }}
        hint="Both count as churn once a quarter is committed; the reason is kept with them."
      />
    )}
  </>
)

const choice = ({ id, name }: { id: number; name: string }): Choice => ({ value: String(id), label: name })

const nowIn = (id: number | null | undefined, name: string | null | undefined): Choice | undefined =>
  id ? { value: String(id), label: name ?? '' } : undefined

/** What stands there now stays a choice, also when it is offered to nobody else any more. */
const withNow = (choices: Choice[], now: Choice | undefined) =>
  !now || choices.some(({ value }) => value === now.value) ? choices : [...choices, now]
