import type { Landed } from '../../db/capacity/actuals.ts'
import type { RowFault } from '../../src/domain/capacity/read-actuals.ts'
import { Field, Mistakes, type Typed } from '../parts/form.tsx'
import { capitalised, counted, wholeNumber } from '../words.ts'

type Props = { typed: Typed; faults: RowFault[]; landed: Landed | null }

const most = 50

export const ActualsImport = ({ typed, faults, landed }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/capacity">Capacity</a> · <b>Import actuals</b>
      </p>
      <h1>{heading(faults, landed)}</h1>
    </div>
    <form
      class="form"
      method="post"
      action="/capacity/import"
      enctype="multipart/form-data"
      hx-boost="false"
      novalidate
    >
      <Mistakes errors={typed.errors} />
      {faults.length > 0 && <Unread faults={faults} />}
      <Field
        name="file"
        label="File"
        hint="CSV, separated by comma, semicolon or tab."
        error={typed.errors.file}
        optional
      >
        {(attributes) => <input {...attributes} type="file" accept=".csv,.tsv,.txt,text/csv" />}
      </Field>
      <Field
        name="text"
        label="Or its rows"
        error={typed.errors.text}
        hint="The first row names the columns: team, week, bucket, person_weeks, and cause (planned, incident or ask) where it was not planned. A week is 2026-W45 or one of its days. All rows come in or none; the same team, week, bucket and cause again is a correction, and importing twice changes nothing."
        optional
      >
        {(attributes) => (
          <textarea {...attributes} rows={8} spellcheck={false}>
            {typed.values.text ? `\n${typed.values.text}` : ''}
          </textarea>
        )}
      </Field>
      <p class="acts">
        <button class="btn pri" type="submit">
          Import them
        </button>
        <a href="/capacity">{landed ? 'To the quarter' : 'Leave it'}</a>
      </p>
    </form>
  </>
)

function heading(faults: RowFault[], landed: Landed | null) {
  if (faults.length > 0)
    return `${capitalised(counted(faults.length, 'thing cannot', 'things cannot'))} be read; nothing was imported.`
  if (!landed) return 'Bring what teams worked on from a file or a spreadsheet.'
  return `${capitalised(landedText(landed))}.`
}

const landedText = ({ added, corrected, unchanged }: Landed) =>
  `${counted(added, 'entry is', 'entries are')} new, ${counted(corrected, 'is', 'are')} corrected, ${counted(unchanged, 'was', 'were')} there already`

const Unread = ({ faults }: { faults: RowFault[] }) => (
  <div class="alert mistakes" role="alert" tabindex={-1}>
    <span class="st" data-s="bad">
      Not read
    </span>
    <ul>
      {faults.slice(0, most).map(({ row, message }) => (
        <li>
          Row {wholeNumber(row)}: {message}
        </li>
      ))}
      {faults.length > most && <li>And {counted(faults.length - most, 'more', 'more')}.</li>}
    </ul>
  </div>
)
