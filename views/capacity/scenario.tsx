import { inBucket } from '../../src/domain/capacity/split.ts'
import { Input, Mistakes } from '../parts/form.tsx'
import { joined } from '../parts/text.ts'
import { counted } from '../words.ts'
import { orderTable, type TablesProps, teamTable } from './scenario-tables.ts'
import { type WhatIfProps, WhatIfTable } from './what-if.tsx'
import { quarterTitle } from './words.ts'

type Props = TablesProps & {
  whatIf: WhatIfProps | null
  canChange: boolean
  canCommit: boolean
  committedOn: string | null
}

export const ScenarioPage = (props: Props) => {
  const { scenario, canChange, canCommit } = props
  const path = `/capacity/${scenario.quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={path}>Capacity {quarterTitle(scenario.quarter)}</a> ·{' '}
          <a href={`${path}/compare?s=${scenario.id}`}>What if</a> · <b>{scenario.name}</b>
        </p>
        <h1>{heading(props)}</h1>
        <p class="acts">
          {canChange && (
            <a class="btn" href={`${path}/scenarios/new?copy=${scenario.id}`}>
              Copy it
            </a>
          )}
          {canCommit && (
            <a class="btn pri" href={`/capacity/scenarios/${scenario.id}/commitment`}>
              Commit it
            </a>
          )}
        </p>
      </div>
      {scenario.committedAt && (
        <p class="remark">
          It became the plan on {props.committedOn}
          {scenario.decision !== null && (
            <>
              {' '}
              by <a href={`/decisions/${scenario.decision}`}>D-{scenario.decision}</a>
            </>
          )}
          , and stays as it was.
        </p>
      )}
      {canChange && !scenario.committedAt ? (
        <Change {...props} />
      ) : (
        <>
          <Comes {...props} />
          <Order {...props} />
        </>
      )}
    </>
  )
}

function heading({ scenario, teams, items, whatIf }: Props) {
  if (scenario.committedAt) return `${scenario.name}: committed.`
  const outcome = whatIf?.comparison.whatIfs[0]?.outcome
  const moved = teams.filter(({ people, planned }) => people !== planned.people).length
  const split = teams.filter(({ split, planned }) => differs(split, planned.split)).length
  const ranked = items.some(({ before }, at) => before !== at + 1)
  if (moved + split === 0 && !ranked) return 'It is still the plan: change people, splits or the order below.'
  const late = outcome?.newlyLate.length ?? 0
  const held = outcome?.floors.every(({ heldFrom }) => heldFrom !== null) ?? true
  return `${held ? 'Every floor holds' : 'A floor stays broken'}, and ${late === 0 ? 'nothing becomes' : counted(late, 'initiative becomes', 'initiatives become')} late.`
}

const differs = (a: Record<string, number>, b: Record<string, number>) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].some((key) => inBucket(a, key) !== inBucket(b, key))

const Comes = ({ whatIf }: Props) =>
  whatIf && (
    <section class="sec" aria-labelledby="h-comes">
      <header>
        <h2 id="h-comes">What it would come to</h2>
        <p>held against the plan as it stands</p>
      </header>
      <WhatIfTable {...whatIf} />
    </section>
  )

const Change = (props: Props) => {
  const { scenario, typed, items } = props
  return (
    <form method="post" action={`/capacity/scenarios/${scenario.id}`} novalidate>
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={scenario.version} />
      <Comes {...props} />
      <section class="sec" aria-labelledby="h-teams">
        <header>
          <h2 id="h-teams">People and splits</h2>
          <p>from now on; what the plan has stands beside it</p>
        </header>
        <section class="wide" aria-label="Teams of the scenario" tabindex={0}>
          {joined([teamTable(props)])}
        </section>
      </section>
      {items.length > 0 && (
        <section class="sec" aria-labelledby="h-order">
          <header>
            <h2 id="h-order">Order</h2>
            <p>a new number moves an initiative to that place</p>
          </header>
          <section class="wide" aria-label="Initiatives and their places" tabindex={0}>
            {joined([orderTable(props, true)])}
          </section>
        </section>
      )}
      <section class="sec" aria-labelledby="h-name">
        <header>
          <h2 id="h-name">Name</h2>
        </header>
        <div class="form">
          <Input
            name="name"
            label="As one says it in the meeting"
            typed={typed}
            value={scenario.name}
            maxlength={120}
            required
          />
          <p class="acts">
            <button class="btn pri" type="submit">
              See what comes of it
            </button>
          </p>
        </div>
      </section>
    </form>
  )
}

const Order = (props: Props) =>
  props.items.length === 0 ? null : (
    <section class="sec" aria-labelledby="h-order">
      <header>
        <h2 id="h-order">Order</h2>
      </header>
      {joined([orderTable(props, false)])}
    </section>
  )
