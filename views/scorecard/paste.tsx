import type { GridLine } from '../../src/domain/scorecard/grid.ts'
import type { Placed, Strange, Unplaced } from '../../src/domain/scorecard/placing.ts'
import { Mistakes, Select, TextArea, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { misfitSentences, periodName, typedAs, withUnit } from './words.ts'

export const PasteForm = ({ typed, lines }: { typed: Typed; lines: readonly GridLine[] }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>Paste</b>
      </p>
      <h1>Copy a column or a block in a spreadsheet and paste it here.</h1>
    </div>
    <form method="post" action="/scorecard/paste" class="form">
      <Mistakes errors={typed.errors} />
      <TextArea
        name="text"
        label="Block"
        typed={typed}
        rows={12}
        hint="A row is a metric, a column is a period, the last column is the newest complete one. Names in the first column and days in the first row are understood."
        autofocus
      />
      <Select
        name="from"
        label="The first row is"
        typed={typed}
        choices={lines.map(({ id, name }) => ({ value: String(id), label: name }))}
        hint="Where the rows have no names: the others follow in the order of the scorecard."
      />
      <p class="acts">
        <button type="submit" class="btn pri">
          See what would change
        </button>
        <a class="btn quiet" href="/scorecard">
          Cancel
        </a>
      </p>
    </form>
  </>
)

type Preview = {
  placed: Placed<GridLine>[]
  strange: Strange[]
  /** What was posted, to be posted again. */
  again: Record<string, string>
  currency: string
}

export function PastePreview({ placed, strange, again, currency }: Preview) {
  const changes = placed.filter(isChange)
  const wrong = placed.filter(({ unplaced }) => unplaced !== null)
  const isClean = wrong.length + strange.length === 0
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <b>Paste</b>
        </p>
        <h1>{finding(placed.length, changes.length, wrong.length + strange.length)}</h1>
      </div>
      <form method="post" action="/scorecard/paste" class="acts">
        {Object.entries(again).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {isClean && changes.length > 0 && (
          <button type="submit" class="btn pri" name="confirmed" value="1" autofocus>
            Enter {counted(changes.length, 'value')}
          </button>
        )}
        <a class="btn" href="/scorecard">
          {isClean && changes.length > 0 ? 'Leave it' : 'Back to the scorecard'}
        </a>
      </form>
      {!isClean && <Wrong wrong={wrong} strange={strange} />}
      {changes.length > 0 && <Changes changes={changes} currency={currency} />}
    </>
  )
}

function finding(all: number, changes: number, wrong: number) {
  if (wrong > 0) return `${capitalised(counted(wrong, 'cell cannot', 'cells cannot'))} be entered; nothing was.`
  if (all === 0) return 'There is nothing in this block.'
  if (changes === 0) return 'All of this is on the scorecard already.'
  return `${capitalised(counted(changes, 'value'))} would be entered.`
}

const isChange = ({ line, period, reading }: Placed<GridLine>) => {
  const held = line.standing.recent.find((one) => one.period === period)
  return reading !== null && (!held || typedAs(held) !== typedAs(reading))
}

const unplacedSentence = (unplaced: Unplaced) => {
  if (unplaced === 'no_number') return 'is not a number.'
  if (unplaced === 'computed') return 'belongs to a metric that is computed and not entered.'
  if (unplaced === 'future') return 'lies in a period that is not over.'
  if (unplaced === 'no_column') return 'has no day above it.'
  return `cannot be: ${misfitSentences[unplaced].replace(/^\w/, (letter) => letter.toLowerCase())}`
}

const Wrong = ({ wrong, strange }: { wrong: Placed<GridLine>[]; strange: Strange[] }) => (
  <section class="sec" aria-labelledby="h-wrong">
    <header>
      <h2 id="h-wrong">To put right in the spreadsheet</h2>
    </header>
    <ul class="list">
      {strange.slice(0, 50).map(({ row, name }) => (
        <li>
          {name ? `Row ${row}: no metric is called “${name}”.` : `Row ${row}: there are fewer metrics than rows.`}
        </li>
      ))}
      {wrong.slice(0, 50).map(({ line, period, text, unplaced }) => (
        <li>
          {line.name}, {periodName(period, line.rhythm)}: “{text.slice(0, 40)}” {unplaced && unplacedSentence(unplaced)}
        </li>
      ))}
    </ul>
  </section>
)

const Changes = ({ changes, currency }: { changes: Placed<GridLine>[]; currency: string }) => (
  <section class="sec" aria-labelledby="h-changes">
    <header>
      <h2 id="h-changes">What would change</h2>
    </header>
    <table class="tbl">
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Period</th>
          <th scope="col" class="num">
            Now
          </th>
          <th scope="col" class="num">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ line, period, reading }) => (
          <tr>
            <th scope="row">{line.name}</th>
            <td>{periodName(period, line.rhythm)}</td>
            <td class="num">{heldText(line, period, currency)}</td>
            <td class="num">{withUnit(reading?.value ?? null, line.unit, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const heldText = ({ standing, unit }: GridLine, period: string, currency: string) => {
  const held = standing.recent.find((one) => one.period === period)
  return held ? withUnit(held.value, unit, currency) : '–'
}
