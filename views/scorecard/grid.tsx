import { type Category, categories } from '../../src/domain/scorecard/catalogue.ts'
import type { GridFilter, GridView, Judged } from '../../src/domain/scorecard/grid.ts'
import { lastComplete } from '../../src/domain/scorecard/periods.ts'
import { reviewed } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { escaped, joined } from '../parts/text.ts'
import { capitalised, counted } from '../words.ts'
import { columns, familyName, metricRow, type RowProps } from './row.ts'
import { categoryNames, periodName } from './words.ts'

/** What the address asks for; `whole`: every period can be entered, not only the newest. */
export type GridAsked = GridFilter & { view: GridView; whole: boolean }

export type GridPage = Omit<RowProps, 'line'> & {
  /** On the scorecard altogether, and those that filter and view let through. */
  all: Judged[]
  shown: Judged[]
  counts: Record<GridView, number>
  filter: GridAsked
  query: URLSearchParams
  owners: Map<Category, { id: number; name: string }>
  /** Adverse signals a week that mean nothing. */
  falseSignals: number
  canEdit: boolean
}

export const ScorecardPage = (grid: GridPage) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Scorecard</b>
        {grid.all.length > 0 && ` · ${reach(grid.today)}`} · <a href="/findings">Findings</a> ·{' '}
        <a href="/incidents">Incidents</a> · <a href="/deployments">Deployments</a>
      </p>
      <Finding lines={grid.all} />
      <p class="acts">
        {grid.canEdit && (
          <>
            <a class="btn" href="/scorecard/import">
              Import
            </a>
            <a class="btn" href="/scorecard/catalogue">
              Add metrics
            </a>
          </>
        )}
        {grid.all.length > 0 && (
          <a class="btn pri" href="/reviews">
            Review
          </a>
        )}
      </p>
    </div>
    {grid.all.length === 0 ? <Empty canEdit={grid.canEdit} /> : <Grid {...grid} />}
  </>
)

/** "to week 46, and October 2026 for monthly metrics" */
const reach = (today: string) =>
  `to ${periodName(lastComplete(today, 'weekly'), 'weekly')}, and ${periodName(lastComplete(today, 'monthly'), 'monthly')} for monthly metrics`

/** Sent along when a single cell was saved, so that the heading stays true. */
export const Finding = ({ lines, swapped }: { lines: Judged[]; swapped?: boolean }) => (
  <h1 id="finding" {...(swapped && { 'hx-swap-oob': 'true' })}>
    {finding(lines)}
  </h1>
)

function finding(lines: readonly Judged[]) {
  if (lines.length === 0) return 'Nothing is measured here yet.'
  const count = (status: Judged['statuses'][0]) => lines.filter(({ statuses }) => statuses[0] === status).length
  const [breached, onTarget, empty] = [count('breached'), count('on_target'), count('no_data')]
  if (empty === lines.length) return `${capitalised(counted(empty, 'metric'))}, and nothing entered yet.`
  const inOrder = `${onTarget === 0 ? 'none' : counted(onTarget, '', '').trim()} of ${lines.length} metrics ${onTarget < 2 ? 'is' : 'are'} on target.`
  return breached === 0
    ? `No guardrail is breached; ${inOrder}`
    : `${capitalised(counted(breached, 'guardrail is', 'guardrails are'))} breached; ${inOrder}`
}

const Empty = ({ canEdit }: { canEdit: boolean }) => (
  <div class="empty">
    <p>
      A small set of numbers across product, delivery, reliability, security and cost, each with an owner, a target and
      a guardrail: enough to see what to talk about. Ten of them are a good beginning.
    </p>
    {canEdit ? (
      <form method="post" action="/scorecard/catalogue" class="acts">
        <button type="submit" class="btn pri big" name="start" value="ten">
          Start with the ten
        </button>
        <a class="btn big" href="/scorecard/catalogue">
          Choose from the catalogue
        </a>
        <a class="btn big" href="/scorecard/import">
          Import readings
        </a>
      </form>
    ) : (
      <p>An editor can put metrics on it.</p>
    )}
  </div>
)

const viewNames: Record<GridView, string> = { all: 'All', attention: 'Need a word', mine: 'Mine to enter' }

const Grid = (grid: GridPage) => (
  <>
    <div class="bar">
      <nav class="tabs" aria-label="Metrics shown">
        {(Object.keys(viewNames) as GridView[]).map((view) => (
          <a
            href={addressOf(grid.query, 'view', view === 'all' ? '' : view)}
            aria-current={grid.filter.view === view ? 'page' : undefined}
          >
            {viewNames[view]} <span class="n">{grid.counts[view]}</span>
          </a>
        ))}
      </nav>
      <p class="hint">{expectation(grid.all.length, grid.falseSignals)}</p>
    </div>
    <Filters {...grid} />
    {grid.shown.length === 0 ? <p class="empty">No metric is in this view.</p> : <Table {...grid} />}
  </>
)

const expectation = (count: number, perWeek: number) => {
  const signals = 'Signals come from process behaviour limits.'
  if (perWeek < 0.01) return `${signals} They need twelve entries of a metric.`
  const weeks = 1 / perWeek
  const often =
    weeks < 1.5
      ? `${counted(Math.round(perWeek), 'false signal')} a week`
      : `one false signal every ${counted(Math.round(weeks), 'week')}`
  return `${signals} With ${counted(count, 'metric')} expect about ${often}.`
}

const Filters = ({ filter, query, all, entry }: GridPage) => {
  const owners = new Map(all.flatMap(({ ownerId, owner }) => (ownerId && owner ? [[ownerId, owner] as const] : [])))
  return (
    <form class="filter" action="/scorecard">
      {query.get('view') && <input type="hidden" name="view" value={filter.view} />}
      <select name="category" aria-label="Category">
        <option value="">Every category</option>
        {categories.map((category) => (
          <option value={category} selected={filter.category === category}>
            {categoryNames[category]}
          </option>
        ))}
      </select>
      <select name="owner" aria-label="Owner">
        <option value="">Every owner</option>
        {[...owners].map(([id, name]) => (
          <option value={id} selected={filter.owner === id}>
            {name}
          </option>
        ))}
      </select>
      <select name="set" aria-label="Review rhythm">
        <option value="">Both rhythms</option>
        <option value="weekly" selected={filter.set === 'weekly'}>
          Weekly set: {reviewed.weekly.map((category) => category).join(', ')}
        </option>
        <option value="monthly" selected={filter.set === 'monthly'}>
          Monthly set: security, cost
        </option>
      </select>
      <button type="submit" class="btn">
        Show
      </button>
      {entry !== 'none' && (
        <>
          <a class="small" href={addressOf(query, 'enter', filter.whole ? '' : 'all')}>
            {filter.whole ? 'Enter the newest only' : 'Enter earlier periods'}
          </a>
          <a class="small" href="/scorecard/paste">
            Paste a block
          </a>
        </>
      )}
    </form>
  )
}

function addressOf(query: URLSearchParams, name: string, value: string) {
  const changed = new URLSearchParams(query)
  if (value) changed.set(name, value)
  else changed.delete(name)
  const text = changed.toString()
  return text ? `/scorecard?${text}` : '/scorecard'
}

const Table = (grid: GridPage) => (
  <form method="post" action={`/scorecard/entries?${grid.query}`} id="grid" autocomplete="off">
    <section class="wide" aria-label="Scorecard grid" tabindex={0}>
      {joined([tableHead, ...categories.map((category) => categoryRows(category, grid)), '</table>'])}
    </section>
    {grid.entry !== 'none' && (
      <p class="acts">
        <button type="submit" class="btn">
          Save what was entered
        </button>
      </p>
    )}
  </form>
)

const tableHead = `<table role="table" class="tbl stack t-score"><caption class="vh">Scorecard, last ${columns} periods of each metric, newest on the right</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Metric</th><th scope="col" role="columnheader">Trend</th>${Array.from(
  { length: columns - 1 },
  (_, at) => {
    const ago = columns - 1 - at
    return `<th scope="col" role="columnheader" class="num p${at < 6 ? ' far' : ''}"><span class="vh">${ago} ${ago === 1 ? 'period' : 'periods'} ago</span><span aria-hidden="true">−${ago}</span></th>`
  },
).join(
  '',
)}<th scope="col" role="columnheader" class="num now">Latest</th><th scope="col" role="columnheader" class="num tg">Target<small>guardrail</small></th><th scope="col" role="columnheader">Status</th><th scope="col" role="columnheader">Owner</th></tr></thead>`

function categoryRows(category: Category, grid: GridPage): string {
  const lines = grid.shown.filter((line) => line.category === category)
  if (lines.length === 0) return ''
  const onTarget = lines.filter(({ statuses }) => statuses[0] === 'on_target').length
  const owner = grid.owners.get(category)
  const head = `<tbody role="rowgroup"><tr role="row" class="cat"><th scope="row" role="rowheader" colspan="2">${categoryNames[
    category
  ].replace(
    '&',
    '&amp;',
  )}</th><td role="cell" class="far" colspan="6"></td><td role="cell" class="fill" colspan="8"></td><td role="cell" class="sum">${onTarget} of ${lines.length} on target</td><td role="cell" class="who">${owner ? escaped(familyName(owner.name)) : ''}</td></tr></tbody>`
  return head + lines.map((line) => metricRow({ ...grid, line })).join('')
}
