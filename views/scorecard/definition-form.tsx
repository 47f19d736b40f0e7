import type { NamedPerson } from '../../db/people.ts'
import type { Metric, Versioned } from '../../db/scorecard/metrics.ts'
import type { Definition } from '../../src/domain/scorecard/catalogue.ts'
import { choicesOf, Input, Mistakes, Select, TextArea, Ticks, type Typed } from '../parts/form.tsx'
import { counted } from '../words.ts'
import { ChangeHead, SaveOrLeave } from './change-head.tsx'
import { categoryNames, goodNames, rhythmNames, scaleNames, unitName } from './words.ts'

type FieldsProps = { typed: Typed; definition?: Definition; currency: string }

const DefinitionFields = ({ typed, definition, currency }: FieldsProps) => (
  <>
    <div class="row2">
      <Input name="name" label="Name" typed={typed} value={definition?.name} required maxlength={120} />
      <Input
        name="unit"
        label="Unit"
        typed={typed}
        value={definition?.unit}
        hint={`Such as %, days, per release; “money” stands for ${currency}, “count” for none.`}
        required
        maxlength={40}
      />
    </div>
    <Input
      name="formula"
      label="Formula"
      typed={typed}
      value={definition?.formula}
      hint="In one line, so that two people would come to the same number."
      required
      maxlength={500}
    />
    <Ticks
      name="good"
      legend="Which way is good"
      type="radio"
      typed={typed}
      chosen={[definition?.good ?? 'up']}
      choices={choicesOf(goodNames)}
    />
    <Ticks
      name="rhythm"
      legend="Entered"
      type="radio"
      typed={typed}
      chosen={[definition?.rhythm ?? 'weekly']}
      choices={choicesOf(rhythmNames)}
    />
    <section class="sec" aria-labelledby="h-ratio">
      <header>
        <h2 id="h-ratio">Of two counts</h2>
        <p>where it is a ratio: the counts are kept, the value is computed</p>
      </header>
      <div class="row2">
        <Input
          name="numerator"
          label="Above the line"
          typed={typed}
          value={definition?.ratio?.numerator}
          maxlength={80}
          placeholder="failed deployments"
          optional
        />
        <Input
          name="denominator"
          label="Below the line"
          typed={typed}
          value={definition?.ratio?.denominator}
          maxlength={80}
          placeholder="deployments"
          optional
        />
        <Input
          name="factor"
          label="Times"
          typed={typed}
          value={definition?.ratio?.factor}
          hint="100 for percent; empty is 1."
          inputmode="decimal"
          optional
        />
      </div>
    </section>
    <section class="sec" aria-labelledby="h-limits">
      <header>
        <h2 id="h-limits">How it is judged</h2>
      </header>
      <div class="form">
        <Ticks
          name="scale"
          legend="Scale"
          type="radio"
          typed={typed}
          chosen={[definition?.scale ?? 'linear']}
          choices={choicesOf(scaleNames)}
          hint="Logarithmic for durations and money, where twice as much is one step; such a value is above 0."
        />
        <div class="row2">
          <Input
            name="least"
            label="Never below"
            typed={typed}
            value={definition?.least}
            inputmode="decimal"
            optional
          />
          <Input name="most" label="Never above" typed={typed} value={definition?.most} inputmode="decimal" optional />
          <Input
            name="source"
            label="Who says so"
            typed={typed}
            value={definition?.source}
            hint="A published source with its year."
            maxlength={200}
            optional
          />
        </div>
      </div>
    </section>
  </>
)

type NewProps = { typed: Typed; people: NamedPerson[]; currency: string }

export const NewMetricForm = ({ typed, people, currency }: NewProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>A metric of your own</b>
      </p>
      <h1>What is measured, and which way is good?</h1>
    </div>
    <form class="form" method="post" action="/scorecard/new">
      <Mistakes errors={typed.errors} />
      <div class="row2">
        <Select name="category" label="Category" typed={typed} choices={choicesOf(categoryNames)} />
        <Select
          name="owner"
          label="Owner"
          typed={typed}
          none="Nobody yet"
          choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          optional
        />
      </div>
      <DefinitionFields typed={typed} currency={currency} />
      <section class="sec" aria-labelledby="h-first">
        <header>
          <h2 id="h-first">First target and guardrail</h2>
          <p>can wait until twelve entries say what is normal</p>
        </header>
        <div class="row2">
          <Input name="target" label="Target" typed={typed} inputmode="decimal" hint="What it should reach." optional />
          <Input
            name="guardrail"
            label="Guardrail"
            typed={typed}
            inputmode="decimal"
            hint="What it must not pass, whatever else it costs."
            optional
          />
        </div>
      </section>
      <p class="acts">
        <button class="btn pri" type="submit">
          Put it on the scorecard
        </button>
        <a href="/scorecard">Leave it</a>
      </p>
    </form>
  </>
)

type RedefinitionProps = {
  typed: Typed
  metric: Metric
  /** Newest first. */
  versions: (Versioned & { when: string })[]
  /** In words, the period a new baseline would begin with; null: nothing was entered yet. */
  next: string | null
  currency: string
}

export const RedefinitionForm = ({ typed, metric, versions, next, currency }: RedefinitionProps) => (
  <>
    <ChangeHead metric={metric} part="definition">
      {metric.name} has {counted(versions.length, 'definition')} so far; every reading keeps the one it was entered
      under.
    </ChangeHead>
    <div class="cols">
      <form class="form" method="post" action={`/scorecard/${metric.key}/definition`}>
        <Mistakes errors={typed.errors} />
        <input type="hidden" name="version" value={metric.version} />
        <p class="remark">
          This becomes definition {metric.definitionNumber + 1}. Where formula, unit, counts, rhythm or scale change,
          {next ? ` a new baseline begins with ${next}` : ' a new baseline begins with the first entry'}: what is
          entered then cannot be held against limits of another measure. Target and guardrail stay as they are until you
          change them.
        </p>
        <TextArea
          name="reason"
          label="Why it changes"
          typed={typed}
          rows={2}
          hint="One sentence for those who will read the chart in a year."
          required
          maxlength={400}
        />
        <DefinitionFields typed={typed} definition={metric} currency={currency} />
        <SaveOrLeave metric={metric} save={`Save as definition ${metric.definitionNumber + 1}`} />
      </form>
      <section class="sec" aria-labelledby="h-versions">
        <header>
          <h2 id="h-versions">Definitions so far</h2>
        </header>
        <ol class="list">
          {versions.map(({ number, when, name, formula, unit, rhythm, byName, reason }) => (
            <li>
              <h3>
                {number}. {name}, {unitName(unit, currency)}
              </h3>
              <p class="small">
                {rhythmNames[rhythm].toLowerCase()}: {formula}
              </p>
              <p class="why">
                {reason || 'As it was put on the scorecard'}
                <small>
                  {byName ?? 'Fulcrum'}, {when}
                </small>
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  </>
)
