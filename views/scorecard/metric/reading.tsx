import type { Metric } from '../../../db/scorecard/metrics.ts'
import type { PeriodNote, Told } from '../../../db/scorecard/readings.ts'
import type { NoteKind } from '../../../src/domain/scorecard/readings/catalogue.ts'
import { localDate, localTime } from '../../../src/domain/time/zone.ts'
import { longDay } from '../../dates.ts'
import { Conflict } from '../../parts/conflict.tsx'
import { Input, Mistakes, Ticks, type Typed } from '../../parts/form.tsx'
import { counted } from '../../words.ts'
import { entryHint, guardrailText, periodInFull, periodName, targetText, typedAs, withUnit } from '../words.ts'
import { amount, computed, origin } from './computed.ts'

export type ReadingProps = {
  metric: Metric
  period: string
  /** Newest first; the one that holds is the first. */
  told: Told[]
  notes: PeriodNote[]
  target: number | null
  guardrail: number | null
  canEnter: boolean
  currency: string
  timeZone: string
  correction: Typed
  remark: Typed
  /** Somebody corrected it while this was being typed: what they made of it. */
  theirs?: Told
}

export const ReadingPage = (props: ReadingProps) => {
  const { metric, period, theirs, correction } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <a href={`/scorecard/${metric.key}`}>{metric.name}</a> ·{' '}
          <b>{periodInFull(period, metric.rhythm)}</b>
        </p>
        <h1>{finding(props)}</h1>
      </div>
      {theirs && (
        <Conflict
          fields={[
            { label: 'Value', mine: String(correction.values.entry), theirs: typedAs(theirs) || 'taken back' },
            { label: 'Note', mine: String(correction.values.note ?? ''), theirs: theirs.note },
          ]}
        />
      )}
      <div class="cols">
        <div>
          <Holding {...props} />
          <Correction {...props} />
        </div>
        <div>
          <Entries {...props} />
          <Notes {...props} />
        </div>
      </div>
    </>
  )
}

function finding({ metric, period, told, currency }: ReadingProps) {
  const [held] = told
  const when = periodName(period, metric.rhythm)
  if (!held) return `Nothing was entered for ${when}.`
  const value =
    held.value === null
      ? `${metric.name} has no value for ${when}`
      : `${metric.name} was ${withUnit(held.value, metric.unit, currency)} in ${when}`
  return told.length === 1 ? `${value}.` : `${value}; it was corrected ${times(told.length - 1)}.`
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : counted(count, 'time'))

const Holding = ({ metric, period, told, target, guardrail, currency }: ReadingProps) => {
  const [held] = told
  return (
    <section class="sec" aria-labelledby="h-held">
      <header>
        <h2 id="h-held">What holds, and how it was computed</h2>
      </header>
      <dl class="facts wide-facts">
        <dt>Value</dt>
        <dd>
          <b>{withUnit(held?.value ?? null, metric.unit, currency)}</b>
        </dd>
        <dt>Formula</dt>
        <dd>{metric.formula}</dd>
        {held && (
          <>
            <dt>Computed</dt>
            <dd>{computed(held, metric, currency)}</dd>
            <dt>From</dt>
            <dd>
              {origin(held)}, under version {held.definitionNumber} of the definition
              {metric.derived && (
                <>
                  {' '}
                  · <a href={`/scorecard/${metric.key}/rows/${period}`}>the rows it was computed from</a>
                </>
              )}
            </dd>
          </>
        )}
        <dt>Target then</dt>
        <dd>
          {target === null ? 'none' : targetText(target, metric.good)}
          {guardrail !== null && `, guardrail ${guardrailText(guardrail, metric.good)}`}
        </dd>
      </dl>
    </section>
  )
}

const Correction = ({ metric, period, told, canEnter, currency, correction }: ReadingProps) => {
  const [held] = told
  if (metric.derived) {
    return (
      <p class="remark">
        This metric is computed from records, so its readings are not corrected by hand: put the record right, and the
        reading follows. What you know about the period goes into a note.
      </p>
    )
  }
  if (!canEnter) return null
  return (
    <section class="sec" aria-labelledby="h-correct">
      <header>
        <h2 id="h-correct">{held ? 'Correct it' : 'Enter it'}</h2>
        <p>what is corrected stays in the record</p>
      </header>
      <form class="form" method="post" action={`/scorecard/${metric.key}/readings/${period}`}>
        <Mistakes errors={correction.errors} />
        <input type="hidden" name="seen" value={held?.id ?? 0} />
        <Input
          name="entry"
          label="Value"
          typed={correction}
          value={held && typedAs(held)}
          hint={`${entryHint(metric, currency)}${metric.ratio ? ', such as 1214/2911; or the value alone' : ', such as 41.7'}. Empty takes the reading back.`}
          maxlength={60}
        />
        <Input
          name="note"
          label="Note"
          typed={correction}
          hint="Why it is put right, for those who saw the old value."
          maxlength={500}
          optional
        />
        <p class="acts">
          <button class="btn pri" type="submit">
            Save
          </button>
          <a href={`/scorecard/${metric.key}`}>Leave it as it is</a>
        </p>
      </form>
    </section>
  )
}

const Entries = ({ metric, told, currency, timeZone }: ReadingProps) =>
  told.length === 0 ? null : (
    <section class="sec" aria-labelledby="h-history">
      <header>
        <h2 id="h-history">History of this reading</h2>
      </header>
      <ol class="log wide-log">
        {told.map((one) => (
          <li>
            <time datetime={one.at}>
              {longDay(localDate(one.at, timeZone))}
              <small>{localTime(one.at, timeZone)}</small>
            </time>
            <p>
              {one.replaced === 1 ? <del>{asEntered(one, metric, currency)}</del> : asEntered(one, metric, currency)}
              <small>
                {origin(one)}, definition {one.definitionNumber}
              </small>
              {one.note && <small>“{one.note}”</small>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )

const asEntered = ({ value, numerator, denominator }: Told, { unit }: Metric, currency: string) =>
  `${value === null ? 'no value' : withUnit(value, unit, currency)}${
    numerator !== null && denominator !== null ? ` (${amount(numerator)} / ${amount(denominator)})` : ''
  }`

const noteNames: Record<NoteKind, string> = { reason: 'Reason', note: 'Note' }

const Notes = ({ metric, period, notes, canEnter, remark, timeZone }: ReadingProps) => (
  <section class="sec" aria-labelledby="h-notes">
    <header>
      <h2 id="h-notes">Notes and reasons</h2>
    </header>
    <ol class="log wide-log">
      {notes.map(({ kind, body, byName, at }) => (
        <li>
          <time datetime={at}>{longDay(localDate(at, timeZone))}</time>
          <p>
            {body}
            <small>
              {noteNames[kind]}
              {byName && ` · ${byName}`}
            </small>
          </p>
        </li>
      ))}
    </ol>
    {canEnter && (
      <form class="form" method="post" action={`/scorecard/${metric.key}/readings/${period}/notes`}>
        <Mistakes errors={remark.errors} />
        <Input name="body" label="What is worth knowing of this period?" typed={remark} maxlength={500} required />
        <Ticks
          name="kind"
          legend="It is"
          type="radio"
          typed={remark}
          chosen={['note']}
          choices={[
            { value: 'note', label: 'a note' },
            { value: 'reason', label: 'the reason why it is past its guardrail' },
          ]}
        />
        <p class="acts">
          <button class="btn" type="submit">
            Add it
          </button>
        </p>
      </form>
    )}
  </section>
)
