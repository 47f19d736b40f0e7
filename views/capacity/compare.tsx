import type { SavedScenario } from '../../db/capacity/scenarios.ts'
import { escaped, joined } from '../parts/text.ts'
import { capitalised, counted } from '../words.ts'
import { finishOf } from './finish.ts'
import { type WhatIfProps, WhatIfTable } from './what-if.tsx'
import { quarterTitle } from './words.ts'

type Props = {
  quarter: string
  /** All that could be compared. */
  offered: SavedScenario[]
  chosen: number[]
  whatIf: WhatIfProps | null
  /** Every initiative, not only those that differ. */
  all: boolean
  query: string
  canEnter: boolean
}

export const ComparePage = (props: Props) => {
  const path = `/capacity/${props.quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={path}>Capacity {quarterTitle(props.quarter)}</a> · <b>Compare</b>
        </p>
        <h1>{heading(props)}</h1>
        {props.canEnter && (
          <p class="acts">
            <a class="btn" href={`${path}/scenarios/new`} data-key="w">
              New what-if <kbd>w</kbd>
            </a>
          </p>
        )}
      </div>
      {props.offered.length > 0 && <Choice {...props} path={path} />}
      {props.whatIf && (
        <>
          <section class="sec" aria-labelledby="h-side">
            <header>
              <h2 id="h-side">Side by side</h2>
              <p>held against the plan: the triangle is what it gives</p>
            </header>
            <WhatIfTable {...props.whatIf} />
          </section>
          <Finishes {...props} whatIf={props.whatIf} />
        </>
      )}
    </>
  )
}

function heading({ offered, whatIf }: Props) {
  if (offered.length === 0) return 'There is no scenario to compare yet.'
  if (!whatIf) return `${capitalised(counted(offered.length, 'scenario'))}: choose up to three.`
  const { whatIfs } = whatIf.comparison
  const [best] = [...whatIfs].sort(
    (a, b) => brokenIn(a) - brokenIn(b) || a.outcome.displacedPersonWeeks - b.outcome.displacedPersonWeeks,
  )
  if (!best?.scenario || whatIfs.length === 1) {
    const late = whatIfs[0]?.outcome.newlyLate.length ?? 0
    return `${late === 0 ? 'Nothing becomes' : `${capitalised(counted(late, 'initiative becomes', 'initiatives become'))}`} late.`
  }
  const floors = brokenIn(best) === 0 ? 'holds every floor' : 'breaks the fewest floors'
  return `“${best.scenario.name}” ${floors} and displaces the least.`
}

const brokenIn = ({ outcome }: WhatIfProps['comparison']['whatIfs'][number]) =>
  outcome.floors.filter(({ heldFrom }) => heldFrom === null).length

const Choice = ({ offered, chosen, path }: Props & { path: string }) => (
  <form class="filter" action={`${path}/compare`}>
    {offered.map(({ id, name, committedAt }) => (
      <label class="tick">
        <input type="checkbox" name="s" value={id} checked={chosen.includes(id)} /> {name}
        {committedAt && <span class="mute"> committed</span>}
      </label>
    ))}
    <button class="btn" type="submit">
      Compare
    </button>
  </form>
)

const most = 60

/** When each initiative is done in each scenario. As text: there may be hundreds. */
const Finishes = ({ whatIf, all, query }: Props & { whatIf: WhatIfProps }) => {
  const { comparison, today } = whatIf
  const { whatIfs, base } = comparison
  const rows = base.items.map((item) => {
    const told = whatIfs.map((one) => finishOf(one, item.id, base.from, today))
    const planned = finishOf(
      { scenario: null, outcome: comparison.planned, odds: new Map() },
      item.id,
      base.from,
      today,
    )
    const states = whatIfs.map(({ outcome }) => outcome.items.find(({ id }) => id === item.id))
    const isWorth = new Set(told).size > 1 || states.some((state) => state?.late || state?.below)
    return { item, told, planned, states, isWorth }
  })
  if (rows.length === 0) return null
  const worth = rows.filter(({ isWorth }) => isWorth)
  const shown = all ? rows : worth.slice(0, most)
  const hasOdds = whatIfs.some(({ odds }) => odds.size > 0)
  return (
    <section class="sec" aria-labelledby="h-finish">
      <header>
        <h2 id="h-finish">When each is done</h2>
        <p>
          {hasOdds
            ? 'with even odds, and 85 % sure, from a thousand draws of past weeks'
            : 'by the plan alone: odds need eight weeks of actuals'}
        </p>
        {shown.length < rows.length && (
          <a class="small" href={`?${query}&all=1#h-finish`}>
            All {rows.length}
          </a>
        )}
      </header>
      {shown.length === 0 ? (
        <p class="hint">No initiative is late, and none differs.</p>
      ) : (
        <section class="wide" aria-label="Finish of each initiative" tabindex={0}>
          {joined([
            `<table role="table" class="tbl stack"><caption class="vh">Finish of each initiative</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Initiative</th><th scope="col" role="columnheader">The plan</th>${whatIfs.map(({ scenario }) => `<th scope="col" role="columnheader">${escaped(scenario?.name ?? 'The plan')}</th>`).join('')}</tr></thead><tbody role="rowgroup">`,
            ...shown.map(
              ({ item, told, planned, states }) =>
                `<tr role="row"><th scope="row" role="rowheader"><a href="/initiatives/${item.id}">I-${item.id} ${escaped(item.title)}</a></th><td role="cell" class="n mute" data-l="the plan">${planned}</td>${told
                  .map(
                    (text, at) =>
                      `<td role="cell" class="n" data-l="${escaped(whatIfs[at]?.scenario?.name ?? '')}">${text}${mark(states[at])}</td>`,
                  )
                  .join('')}</tr>`,
            ),
            '</tbody></table>',
          ])}
        </section>
      )}
    </section>
  )
}

const mark = (state: { late: boolean; below: boolean } | undefined) =>
  state?.below
    ? ' <span class="st" data-s="off">below the line</span>'
    : state?.late
      ? ' <span class="st" data-s="off">late</span>'
      : ''
