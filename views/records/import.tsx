import type { Changes } from '../../db/records/store.ts'
import type { RowError } from '../../src/domain/scorecard/records/read-records.ts'
import { Field, Mistakes, Ticks, type Typed } from '../parts/form.tsx'
import { capitalised, counted, wholeNumber } from '../words.ts'

export type ImportWords = {
  path: string
  one: string
  several: string
  /** The headings of a file, and one row. */
  columns: string
  example: string
}

type Props = {
  words: ImportWords
  typed: Typed
  /** What was read; none before anything was sent. */
  preview?: { file: string; text: string; changes: Changes | null; errors: RowError[] } | undefined
}

export const RecordImport = ({ words, typed, preview }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <a href={words.path}>{capitalised(words.several)}</a> · <b>Import</b>
      </p>
      <h1>{preview ? finding(words, preview) : `Bring ${words.several} from a file or a spreadsheet.`}</h1>
    </div>
    <form
      class="form"
      method="post"
      action={`${words.path}/import`}
      enctype="multipart/form-data"
      hx-boost="false"
      novalidate
    >
      <Mistakes errors={typed.errors} />
      {preview && preview.errors.length > 0 && <Unread errors={preview.errors} />}
      {preview && <input type="hidden" name="name" value={preview.file} />}
      {preview?.changes && <Confirm changes={preview.changes} several={words.several} />}
      <Field
        name="file"
        label={preview ? 'Another file' : 'File'}
        hint="CSV, separated by comma, semicolon or tab."
        optional
      >
        {(attributes) => <input {...attributes} type="file" accept=".csv,.tsv,.txt,text/csv" />}
      </Field>
      <Rows words={words} typed={typed} text={preview?.text ?? ''} />
      {words.one === 'finding' && (
        <Ticks
          name="windows"
          legend="Where no due day is given, it follows"
          type="radio"
          typed={typed}
          chosen={['exposure']}
          choices={[
            { value: 'exposure', label: 'from how it can be attacked (CISA BOD 26-04)' },
            { value: 'severity', label: 'from its severity: critical 15 days, high 30' },
          ]}
        />
      )}
      <p class="acts">
        <button class={preview?.changes ? 'btn' : 'btn pri'} type="submit">
          {preview ? 'Read it again' : 'Read it'}
        </button>
        <a href={words.path}>Leave it</a>
      </p>
    </form>
  </>
)

function finding(words: ImportWords, { changes, errors }: NonNullable<Props['preview']>) {
  if (errors.length > 0) {
    return `${capitalised(counted(errors.length, 'thing cannot', 'things cannot'))} be read; nothing is imported yet.`
  }
  return `${capitalised(changesSentence(words, changes ?? { added: 0, corrected: 0, unchanged: 0 }))}.`
}

function changesSentence({ one, several }: ImportWords, { added, corrected, unchanged }: Changes) {
  const is = (count: number, what: string) => `${counted(count, one, several)} ${count === 1 ? 'is' : 'are'} ${what}`
  if (added + corrected === 0) return `${is(unchanged, 'here already')}; there is nothing to import`
  const fresh = added > 0 ? is(added, 'new') : is(corrected, 'corrected')
  return [
    fresh,
    ...(added > 0 && corrected > 0 ? [`${counted(corrected, 'is', 'are')} corrected`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, 'is', 'are')} here already`] : []),
  ].join('; ')
}

const most = 50

/** Rows as a spreadsheet counts them. */
const Unread = ({ errors }: { errors: RowError[] }) => (
  <div class="alert mistakes" role="alert" tabindex={-1}>
    <span class="st" data-s="bad">
      Not read
    </span>
    <ul>
      {errors.slice(0, most).map(({ row, message }) => (
        <li>
          Row {wholeNumber(row)}: {message}
        </li>
      ))}
      {errors.length > most && <li>And {counted(errors.length - most, 'more', 'more')}.</li>}
    </ul>
  </div>
)

const Confirm = ({ changes: { added, corrected }, several }: { changes: Changes; several: string }) =>
  added + corrected === 0 ? null : (
    <p class="acts">
      <button class="btn pri big" type="submit" name="confirm" value="yes">
        Import the {several}
      </button>
    </p>
  )

/** A long text is kept, out of sight: nobody mends a megabyte in a browser. */
const Rows = ({ words, typed, text }: { words: ImportWords; typed: Typed; text: string }) =>
  text.length > 100_000 ? (
    <textarea name="text" hidden>
      {`\n${text}`}
    </textarea>
  ) : (
    <Field
      name="text"
      label="Or its rows"
      error={typed.errors.text}
      hint={
        <>
          The first row names the columns: {words.columns}. For example {words.example}. The same key again is a
          correction; importing twice changes nothing.
        </>
      }
      optional
    >
      {(attributes) => (
        <textarea {...attributes} rows={6} spellcheck={false}>
          {text && `\n${text}`}
        </textarea>
      )}
    </Field>
  )
