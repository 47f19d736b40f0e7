import { Field, Input, Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { landedSentence } from './import-words.ts'

const example = `metric,period_start,value,numerator,denominator,note
activation,2026-10-05,,1214,2911,
lead_time,2026-10-05,4.5,,,Release freeze`

export const ImportForm = ({ typed }: { typed: Typed }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>Import</b>
      </p>
      <h1>Bring the numbers you already have.</h1>
      <p class="lede">
        CSV, as any spreadsheet saves it: one reading in each row, or a column for each metric, or a column for each
        period. You see what would change before anything does. The <a href="/scorecard.csv">export</a> comes back in
        the same way.
      </p>
    </div>
    <form class="form" method="post" action="/scorecard/import" enctype="multipart/form-data" hx-boost="false">
      <Mistakes errors={typed.errors} />
      <Field name="file" label="File" error={typed.errors.file}>
        {(attributes) => <input {...attributes} type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />}
      </Field>
      <TextArea name="text" label="Or its rows, pasted" typed={typed} placeholder={example} optional />
      <JourneyField typed={typed} />
      <p class="acts">
        <button class="btn pri" type="submit">
          Look at it first
        </button>
        <a href="/scorecard">Leave it</a>
      </p>
    </form>
  </>
)

export const JourneyField = ({ typed, value }: { typed: Typed; value?: string }) => (
  <Input
    name="journey"
    label="These are of the journey or product"
    typed={typed}
    value={value}
    maxlength={60}
    hint="Joins the names of its metrics, so that two products can each have a lead time."
    optional
  />
)

type LandedProps = { fresh: number; corrected: number; unchanged: number; leftOut: number }

export const Landed = ({ leftOut, ...counts }: LandedProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>Import</b>
      </p>
      <h1>{landedSentence(counts)}</h1>
      <p class="acts">
        <a class="btn pri" href="/scorecard">
          Look at the scorecard
        </a>
        <a class="btn" href="/scorecard/import">
          Import another file
        </a>
      </p>
    </div>
    {leftOut > 0 && (
      <p>
        {capitalised(counted(leftOut, 'row was', 'rows were'))} left out. Correct them in the file and import it again:
        what is there already stays as it is.
      </p>
    )}
  </>
)
