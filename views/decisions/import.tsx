import type { Imported } from '../../db/decisions/import.ts'
import type { Import } from '../../db/imports.ts'
import type { Reason } from '../../src/domain/adr/read.ts'
import { Field, Input, Mistakes, Select, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'

export const ImportForm = ({ typed, types }: { typed: Typed; types: { key: string; name: string }[] }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/decisions">Decisions</a> · <b>Import</b>
      </p>
      <h1>Bring the decisions you have already written down.</h1>
    </div>
    <p class="lede">
      Architecture decision records as Markdown: adr-tools, MADR 2 to 4, log4brains, date-named files, and Fulcrum’s own
      export. What cannot be understood is named with its line; importing twice changes nothing.
    </p>
    <form class="form" method="post" action="/decisions/import" enctype="multipart/form-data" hx-boost="false">
      <Mistakes errors={typed.errors} />
      <Field
        name="files"
        label="Files"
        error={typed.errors.files}
        hint="All of a folder at once: open it, then select everything."
      >
        {(attributes) => <input {...attributes} type="file" multiple accept=".md,.markdown,text/markdown" required />}
      </Field>
      <div class="row2">
        <Input
          name="collection"
          label="Collection"
          typed={typed}
          placeholder="platform"
          hint="Tells files of the same name apart, when you have several folders."
          optional
        />
        <Select
          name="type"
          label="Type of these decisions"
          typed={typed}
          value="technical"
          none="Not said"
          choices={types.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </div>
      <p class="acts">
        <button class="btn pri" type="submit">
          Import
        </button>
        <a href="/decisions">Leave it</a>
      </p>
    </form>
  </>
)

const reasons: Record<Reason, string> = {
  not_a_record: 'is not a decision record (an index, a template or a text of another kind)',
  no_title: 'has no title',
  title_too_long: 'has a title of more than 300 characters',
  front_matter_invalid: 'has front matter that is not valid YAML',
  fields_invalid: 'has a `fulcrum` block that does not fit',
  too_large: 'is larger than a megabyte',
  not_text: 'is not a text in UTF-8',
  same_name: 'has the name of another file of this import; give it a collection of its own',
}

/** Also what the terminal prints. */
export const sentenceOf = (result: Imported) => {
  if ('reason' in result) return `${result.file}, line ${result.line}: ${reasons[result.reason]}.`
  if (result.outcome === 'differs')
    return `${result.file} differs from what was imported as D-${result.number}; that was left as it is.`
  return `${result.file} ${result.outcome === 'added' ? 'is now' : 'was already'} D-${result.number}.`
}

export const ImportPage = ({ found }: { found: Import }) => {
  const done = found.finishedAt !== null
  return (
    <div
      id="import"
      {...(done
        ? {}
        : {
            'hx-get': `/decisions/imports/${found.id}`,
            'hx-trigger': 'every 700ms',
            'hx-select': '#import',
            'hx-swap': 'outerHTML',
          })}
    >
      <div class="head">
        <p class="kick">
          <a href="/decisions">Decisions</a> · <b>Import</b>
        </p>
        <h1>{heading(found)}</h1>
      </div>
      {!done && (
        <p>
          <progress max={found.files} value={found.done} aria-label="Files imported" /> {found.done} of {found.files}.{' '}
          <a href={`/decisions/imports/${found.id}`}>Look again</a>. You may leave this page; the import goes on.
        </p>
      )}
      {done && <Outcome results={found.results} />}
    </div>
  )
}

function heading({ finishedAt, failure, results, files }: Import) {
  if (failure === 'interrupted') return 'The import was interrupted. Send the files again: nothing comes in twice.'
  if (failure) return 'The import stopped on an error of ours. Send the files again: nothing comes in twice.'
  if (!finishedAt) return `${capitalised(counted(files, 'file is', 'files are'))} being read.`
  const added = results.filter((result) => 'outcome' in result && result.outcome === 'added').length
  const not = results.filter((result) => 'reason' in result).length
  return `${capitalised(counted(added, 'decision'))} came in${not > 0 ? `; ${counted(not, 'file is', 'files are')} not a record.` : '.'}`
}

const Outcome = ({ results }: { results: Imported[] }) => {
  const reported = results.filter((result) => 'reason' in result || result.outcome === 'differs')
  const kept = results.flatMap((result) => ('outcome' in result && result.outcome !== 'differs' ? [result] : []))
  return (
    <>
      {reported.length > 0 && (
        <section class="sec">
          <header>
            <h2>Not imported</h2>
          </header>
          <ul class="list">
            {reported.map((result) => (
              <li>{sentenceOf(result)}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="sec">
        <header>
          <h2>In the log</h2>
        </header>
        <ul class="list">
          {kept.map(({ file, number, title, outcome }) => (
            <li>
              <a href={`/decisions/${number}`}>
                D-{number} {title}
              </a>
              <span class="mute">{outcome === 'unchanged' ? `${file}, already there` : file}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
