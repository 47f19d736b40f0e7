import type { NamedPerson } from '../../db/people.ts'
import type { Metric } from '../../db/scorecard/metrics.ts'
import { Input, Mistakes, Select, Tick, type Typed } from '../parts/form.tsx'
import { ChangeHead, SaveOrLeave } from './change-head.tsx'

type Props = {
  typed: Typed
  metric: Metric
  people: NamedPerson[]
  /** It can be computed from records. */
  derivable: boolean
}

/** Who owns a metric, for which journey it is measured, where its readings come from. */
export const PlaceForm = ({ typed, metric, people, derivable }: Props) => (
  <>
    <ChangeHead metric={metric} part="edit">
      {metric.retiredAt
        ? `${metric.name} is off the scorecard; its readings stay.`
        : metric.owner
          ? `${metric.owner} answers for ${metric.name}.`
          : `Nobody answers for ${metric.name} yet.`}
    </ChangeHead>
    <div class="cols">
      <form class="form" method="post" action={`/scorecard/${metric.key}/edit`}>
        <Mistakes errors={typed.errors} />
        <input type="hidden" name="version" value={metric.version} />
        <Select
          name="owner"
          label="Owner"
          typed={typed}
          value={metric.ownerId}
          none="Nobody yet"
          choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          hint="One person, who enters it or sees to it, and speaks for it in the review."
          optional
        />
        <Input
          name="journey"
          label="Critical journey"
          typed={typed}
          value={metric.journey}
          hint="Of which path through the product it is measured, such as checkout; empty for the whole."
          maxlength={80}
          optional
        />
        {derivable && (
          <Tick
            name="derived"
            label="Computed"
            typed={typed}
            on={metric.derived}
            hint="From deployments, incidents and findings, and no longer entered. What was entered stays."
          />
        )}
        <SaveOrLeave metric={metric} />
      </form>
      <section class="sec" aria-labelledby="h-off">
        <header>
          <h2 id="h-off">{metric.retiredAt ? 'Back on the scorecard' : 'Off the scorecard'}</h2>
          <p>{metric.retiredAt ? 'with all that was entered' : 'nothing that was entered is lost'}</p>
        </header>
        <form class="acts" method="post" action={`/scorecard/${metric.key}/retirement`}>
          <input type="hidden" name="version" value={metric.version} />
          <input type="hidden" name="retired" value={metric.retiredAt ? '' : '1'} />
          <button class="btn" type="submit">
            {metric.retiredAt ? 'Put it back' : 'Take it off'}
          </button>
        </form>
      </section>
    </div>
  </>
)
