import type { MetricStatus } from '../../../src/domain/scorecard/status.ts'
import { counted } from '../../words.ts'
import { ruleNames, withUnit } from '../words.ts'
import type { MetricProps } from './props.ts'
import { when } from './when.ts'

/** Why each status holds, and the favourable signal. */
export function whyStatuses(props: MetricProps): string[] {
  const favourable = props.standing.signals.filter(({ adverse }) => !adverse)
  return [
    ...props.statuses.map((status) => reasons[status](props)),
    ...(favourable.length > 0 ? [`Favourable signal: ${rulesOf(favourable)}.`] : []),
  ]
}

const reasons: Record<MetricStatus, (props: MetricProps) => string> = {
  no_data: () => 'No data: no reading holds a value.',
  breached: ({ standing, metric, currency, today }) =>
    `Guardrail breached: an entry went past ${withUnit(standing.guardrail, metric.unit, currency)} in ${when(standing.breachedSince ?? '', metric.rhythm, today)}, and two in a row inside it are needed to clear that.`,
  stale: ({ standing, metric, today }) =>
    `Stale: since ${when(standing.period ?? '', metric.rhythm, today)} more than one and a half periods went by without an entry.`,
  signal: ({ standing }) => `Signal for the worse: ${rulesOf(standing.signals.filter(({ adverse }) => adverse))}.`,
  off_target: (props) => `Off target: ${beside(props)}.`,
  on_target: (props) => `On target: ${beside(props)}.`,
  no_target: () => 'No target yet: nothing says what should be reached.',
}

const rulesOf = (signals: MetricProps['standing']['signals']) =>
  [...new Set(signals.map(({ rule }) => ruleNames[rule]))].join(', and ')

const beside = ({ standing, metric, currency }: MetricProps) =>
  `${withUnit(standing.value, metric.unit, currency)} against ${metric.good === 'up' ? 'at least' : 'at most'} ${withUnit(standing.target, metric.unit, currency)}`

/** Reasons given for one breach after another say that the guardrail, or the plan, is wrong. */
export const excusesSentence = ({ standing, metric }: MetricProps) =>
  standing.excuses < 3
    ? ''
    : `${metric.name} was past its guardrail for ${counted(standing.excuses, 'entry', 'entries')} in a row, with a reason each time: it needs a decision rather than another reason.`
