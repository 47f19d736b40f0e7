import type { Watched } from '../../db/scorecard/watched.ts'
import { isNamed } from '../../src/domain/scorecard/naming.ts'
import { choicesOf, Input, Select, typedText } from '../parts/form.tsx'
import { directionNames } from '../words.ts'
import type { FieldsProps } from './fields.tsx'
import { nowText } from './watch.tsx'

/** By what, and when, the decision will be judged. Metrics of the scorecard are offered; any words are taken. */
export const JudgedFields = ({ typed, document, offers }: FieldsProps) => (
  <div
    class="form"
    id="judged"
    hx-get="/decisions/watched"
    hx-trigger="change"
    hx-include="#judged"
    hx-target="#watched"
  >
    <Input
      name="expected"
      label="Expected result"
      typed={typed}
      value={document?.expected}
      hint="So that on its date anybody can say yes or no."
      optional
    />
    <div class="row2">
      <Input
        name="expectedMetric"
        label="Metric"
        typed={typed}
        value={document?.expectedMetric}
        list="metrics"
        autocomplete="off"
        optional
      />
      <Input
        name="expectedValue"
        label="reaches"
        typed={typed}
        value={document?.expectedValue}
        inputmode="decimal"
        optional
      />
      <Input name="expectedOn" label="by" type="date" typed={typed} value={document?.expectedOn} optional />
      <Input
        name="confidence"
        label="Confidence, %"
        typed={typed}
        value={document?.confidence}
        inputmode="numeric"
        optional
      />
    </div>
    <div class="row2">
      <Input
        name="tripwireMetric"
        label="Tripwire: look again if"
        typed={typed}
        value={document?.tripwireMetric}
        placeholder="a metric"
        list="metrics"
        autocomplete="off"
        hint="Any words; a name on the scorecard is watched by itself."
        optional
      />
      <Select
        name="tripwireDirection"
        label="Direction"
        typed={typed}
        value={document?.tripwireDirection}
        none="–"
        choices={choicesOf(directionNames)}
        optional
      />
      <Input
        name="tripwireValue"
        label="Value"
        typed={typed}
        value={document?.tripwireValue}
        inputmode="decimal"
        optional
      />
      <Input name="revisitOn" label="Revisit on" type="date" typed={typed} value={document?.revisitOn} optional />
    </div>
    <div id="watched" aria-live="polite">
      <Watching
        written={[
          typedText(typed, 'expectedMetric', document?.expectedMetric),
          typedText(typed, 'tripwireMetric', document?.tripwireMetric),
        ]}
        {...offers}
      />
    </div>
    <datalist id="metrics">
      {offers.metrics.map(({ name }) => (
        <option value={name} />
      ))}
    </datalist>
  </div>
)

/** What the metrics that were written are now, where they are on the scorecard: a part of the form, also asked for alone. */
export const Watching = ({
  written,
  metrics,
  currency,
}: {
  written: string[]
  metrics: Watched[]
  currency: string
}) => (
  <>
    {metrics
      .filter((metric) => written.some((one) => isNamed(metric, one)))
      .map((metric) => (
        <p class="hint">
          <a href={`/scorecard/${metric.key}`}>{metric.name}</a> is on the scorecard, {nowText(metric, currency)}.
        </p>
      ))}
  </>
)
