import type { InitiativeCounts, ListedInitiative, RankCursor } from '../../db/roadmap/list.ts'
import { isOpen } from '../../src/domain/roadmap/catalogue.ts'
import { escaped, joined } from '../parts/text.ts'
import { capitalised, counted, wholeNumber } from '../words.ts'
import { type InitiativeFilterChoices, InitiativeFilters } from './initiative-filters.tsx'
import { effortText, quarterText, stageNames } from './initiative-words.ts'

export type InitiativeListProps = {
  rows: ListedInitiative[]
  next: RankCursor | null
  counts: InitiativeCounts
  /** Some are left out by what was chosen. */
  narrowed: boolean
  /** Not the first page. */
  further: boolean
  query: URLSearchParams
  choices: InitiativeFilterChoices
  canAdd: boolean
}

export const InitiativeList = (list: InitiativeListProps) => (
  <>
    <div class="head">
      <p class="kick">
        <b>Initiatives</b>
      </p>
      <h1>{finding(list)}</h1>
      <p class="acts">
        <a class="btn" href="/themes">
          Themes
        </a>
        {list.canAdd && list.counts.any === 1 && (
          <a class="btn pri" href="/initiatives/new">
            Add an initiative
          </a>
        )}
      </p>
    </div>
    {list.counts.any === 0 ? <Empty canAdd={list.canAdd} /> : <Rows {...list} />}
  </>
)

function finding({ counts: { found, withoutGuardrail, bypassed, any }, narrowed }: InitiativeListProps) {
  if (any === 0) return 'No initiative is written down yet.'
  if (found === 0) return narrowed ? 'No initiative is like this.' : 'No initiative is going on.'
  const many = capitalised(counted(found, 'initiative is', 'initiatives are'))
  const what = `${many} ${narrowed ? 'like this' : 'going on'}`
  const faults = [
    ...(withoutGuardrail > 0 ? [`${counted(withoutGuardrail, 'has', 'have')} no guardrail metric`] : []),
    ...(bypassed > 0 ? [`${counted(bypassed, 'bypassed', 'bypassed')} intake`] : []),
  ]
  if (faults.length === 0) return `${what}.`
  return `${what}; ${faults.join(', and ')}.`
}

const Empty = ({ canAdd }: { canAdd: boolean }) => (
  <div class="empty">
    <p>
      Bets belong here: each says what it is to move, what it must not harm, who owns it and how many person-weeks it
      takes. From them come the roadmap, the capacity plan and, after a launch, a verdict.
    </p>
    {canAdd && (
      <p class="acts">
        <a class="btn pri big" href="/initiatives/new">
          Add the first initiative
        </a>
      </p>
    )}
  </div>
)

const Rows = (list: InitiativeListProps) => (
  <>
    <InitiativeFilters query={list.query} choices={list.choices} />
    {list.rows.length === 0 ? (
      <p class="empty">Nothing here matches. Try another stage, or fewer filters.</p>
    ) : (
      <InitiativeTable rows={list.rows} />
    )}
    <Pager {...list} />
  </>
)

/** As text, not as components: fifty rows are most of the page, and components would be most of its time. */
export const InitiativeTable = ({ rows }: { rows: ListedInitiative[] }) =>
  joined([tableHead, ...rows.map(rowOf), '</tbody></table>'])

const columns = ['No.', 'Initiative', 'Stage', 'Bucket', 'Team, owner', 'Quarter', 'Effort']
const tableHead = `<table role="table" class="tbl keys stack t-dec"><caption class="vh">Initiatives, in their order</caption><thead role="rowgroup"><tr role="row">${columns
  .map((name, at) => `<th scope="col" role="columnheader"${at > 4 ? ' class="num"' : ''}>${name}</th>`)
  .join('')}</tr></thead><tbody role="rowgroup">`

const rowOf = (row: ListedInitiative) => {
  const { id, title, stage, bucket, team, owner, quarter, effort } = row
  const below = remarks(row)
  return `<tr role="row"><td role="cell" class="id n">I-${id}</td><th scope="row" role="rowheader"><a href="/initiatives/${id}">${escaped(
    title,
  )}</a>${below && `<small>${escaped(below)}</small>`}</th><td role="cell" class="s">${stageNames[stage]}</td><td role="cell" class="ty">${escaped(
    bucket,
  )}</td><td role="cell" class="who">${escaped(team ?? owner ?? '')}${team && owner ? `<small>${escaped(owner)}</small>` : ''}</td><td role="cell" class="num age">${
    quarter ? quarterText(quarter) : ''
  }</td><td role="cell" class="num rev" data-l="effort">${effortText(effort)}</td></tr>`
}

const remarks = ({ theme, stage, primaryMetric, guardrailMetric, origin }: ListedInitiative) =>
  [
    ...(theme ? [theme] : []),
    ...(isOpen(stage) && primaryMetric === null ? ['no primary metric'] : []),
    ...(isOpen(stage) && guardrailMetric === null ? ['no guardrail metric'] : []),
    ...(origin === 'direct' ? ['bypassed intake'] : []),
  ].join(' · ')

const Pager = ({ rows, next, counts, query, further }: InitiativeListProps) => (
  <nav class="pager" aria-label="Pages">
    <p>{rows.length > 0 && `${wholeNumber(rows.length)} of ${wholeNumber(counts.found)} shown, in their order`}</p>
    <p class="acts">
      {further && (
        <a class="btn" href={`/initiatives?${query}`}>
          From the top
        </a>
      )}
      {next && (
        <a class="btn" rel="next" href={`/initiatives?${withCursor(query, next)}`}>
          Further down
        </a>
      )}
    </p>
  </nav>
)

function withCursor(query: URLSearchParams, { rank, id }: RankCursor) {
  const further = new URLSearchParams(query)
  further.set('after', `${rank}~${id}`)
  return further
}
