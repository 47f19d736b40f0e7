import { Hono } from 'hono'
import { scorecardLines } from '../../db/scorecard/grid.ts'
import { ownersOfCategories } from '../../db/scorecard/metrics.ts'
import { enterReadings, noteReading } from '../../db/scorecard/readings.ts'
import { joined } from '../../views/parts/text.ts'
import { Finding, type GridAsked, ScorecardPage } from '../../views/scorecard/grid.tsx'
import { metricRow } from '../../views/scorecard/row.ts'
import { atLeast } from '../domain/people/catalogue.ts'
import { falseSignalsPerWeek } from '../domain/scorecard/attention.ts'
import { categories } from '../domain/scorecard/catalogue.ts'
import { gridViews, inView, judged, narrowed } from '../domain/scorecard/grid.ts'
import { reviewKinds } from '../domain/scorecard/reviews/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { one, type Values, valuesOf } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { enteredIn } from './scorecard/entries.ts'

export const scorecard = new Hono<Env>()

type Refused = { typed: Record<string, string>; errors: Record<string, string> }
const nothingTyped: Refused = { typed: {}, errors: {} }

scorecard.get('/', (c) => showGrid(c, nothingTyped))

async function showGrid(c: Ctx, refused: Refused) {
  const { id, role } = signedIn(c)
  const { today } = c.var
  const query = new URL(c.req.url).searchParams
  const filter = filterOf(query)
  const [lines, owners] = await Promise.all([scorecardLines(), ownersOfCategories()])
  const all = judged(lines, today)
  const narrow = narrowed(all, filter)
  const view = (name: 'all' | 'attention' | 'mine') => inView(narrow, name, id, today)
  return page(
    c,
    { title: 'Scorecard', keys: <EntryKeys />, exports: <a href="/scorecard.csv">CSV</a> },
    <ScorecardPage
      {...{ all, filter, query, owners, ...refused, ...common(c) }}
      shown={view(filter.view)}
      counts={{ all: view('all').length, attention: view('attention').length, mine: view('mine').length }}
      falseSignals={falseSignalsPerWeek(all)}
      entry={!atLeast(role, 'contributor') ? 'none' : filter.whole ? 'whole' : 'newest'}
      canEdit={atLeast(role, 'editor')}
    />,
  )
}

/** What the address asks of the grid; what it does not understand is as if it were not there. */
function filterOf(query: URLSearchParams): GridAsked {
  const among = <Word extends string>(words: readonly Word[], name: string) =>
    words.find((word) => word === query.get(name))
  return {
    view: among(gridViews, 'view') ?? 'all',
    category: among(categories, 'category'),
    owner: Number(query.get('owner')) || undefined,
    set: among(reviewKinds, 'set'),
    whole: query.get('enter') === 'all',
  }
}

const common = (c: Ctx) => ({ today: c.var.today, currency: c.var.organisation?.currency ?? '' })

const EntryKeys = () => (
  <>
    <kbd>Tab</kbd> next metric · <kbd>Enter</kbd> down · arrows move · paste a column or a block ·
  </>
)

/**
 * The whole grid, or the cells of one metric: each is saved as it is left. What cannot be is shown again as
 * it was typed, with why; everything else is saved.
 */
scorecard.post('/entries', async (c) => {
  const values = await valuesOf(c)
  const only = aimedAt(c)
  const lines = await scorecardLines()
  const { readings, reasons, errors, conflicts } = enteredIn(values, lines, only)
  if (readings.length > 0) await enterReadings(c.var.by, c.var.today, readings, { source: 'entered' })
  for (const { metric, period, body } of reasons) await noteReading(c.var.by, metric, period, 'reason', body)
  const refused = { typed: typedFor(values, Object.keys(errors)), errors }
  if (conflicts.length > 0) c.status(409)
  else if (Object.keys(errors).length > 0) c.status(422)
  if (only !== undefined) return showRow(c, only, refused)
  if (Object.keys(errors).length > 0) return showGrid(c, refused)
  const query = new URL(c.req.url).searchParams.toString()
  return seeOther(c, query ? `/scorecard?${query}` : '/scorecard')
})

/** The metric whose rows are to be swapped, where a cell was left and not the whole form sent. */
const aimedAt = (c: Ctx) => Number(/^tbody#m-(\d{1,9})$/.exec(c.req.header('hx-target') ?? '')?.[1]) || undefined

const typedFor = (values: Values, fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, one(values, field)]))

/** The metric's rows anew, and the heading, which may have changed with them. */
async function showRow(c: Ctx, id: number, refused: Refused) {
  const all = judged(await scorecardLines(), c.var.today)
  const line = all.find((one) => one.id === id)
  if (!line) return c.body(null, 204)
  const whole = new URL(c.req.header('hx-current-url') ?? c.req.url).searchParams.get('enter') === 'all'
  return c.html(
    <>
      {joined([metricRow({ line, ...common(c), ...refused, entry: whole ? 'whole' : 'newest' })])}
      <Finding lines={all} swapped />
    </>,
  )
}
