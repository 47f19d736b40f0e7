import type { ForecastItem } from '../../db/capacity/base.ts'
import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { SavedScenario } from '../../db/capacity/scenarios.ts'
import type { Breach } from '../../src/domain/capacity/floors.ts'
import { Input, Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { counted } from '../words.ts'
import { ExceptionFields } from './plan-form.tsx'
import { pw, quarterTitle } from './words.ts'

type Props = {
  scenario: SavedScenario
  buckets: readonly NamedBucket[]
  planned: Record<string, number>
  breaches: readonly Breach[]
  exceptions: readonly { bucket: string; decision: number; until: string }[]
  above: ForecastItem[]
  below: ForecastItem[]
  /** The quarter's list was frozen before: it stays as it was. */
  isFrozen: boolean
  typed: Typed
}

export const CommitmentForm = (props: Props) => {
  const { scenario, typed, above, below, isFrozen } = props
  const path = `/capacity/${scenario.quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={path}>Capacity {quarterTitle(scenario.quarter)}</a> ·{' '}
          <a href={`/capacity/scenarios/${scenario.id}`}>{scenario.name}</a> · <b>Commit</b>
        </p>
        <h1>{heading(props)}</h1>
      </div>
      <div class="cols">
        <div>
          <form class="form" method="post" action={`/capacity/scenarios/${scenario.id}/commitment`} novalidate>
            <Mistakes errors={typed.errors} />
            <input type="hidden" name="version" value={scenario.version} />
            <Input
              name="title"
              label="The decision, in one line"
              typed={typed}
              value={`${quarterTitle(scenario.quarter)}: ${scenario.name}`}
              maxlength={300}
              required
            />
            <TextArea
              name="rationale"
              label="Why this one"
              typed={typed}
              rows={4}
              required
              hint="What was weighed against what: in a year nobody will remember."
            />
            <ExceptionFields {...props} own="Empty: the decision you are logging is the exception." />
            <p class="acts">
              <button class="btn pri big" type="submit">
                Commit it and log the decision
              </button>
              <a href={`/capacity/scenarios/${scenario.id}`}>Not yet</a>
            </p>
          </form>
        </div>
        <div>
          <section class="sec" aria-labelledby="h-not">
            <header>
              <h2 id="h-not">Below the line</h2>
              <p>named in the decision as not done</p>
            </header>
            <Items items={below} none="Everything of the quarter fits." />
          </section>
          <section class="sec" aria-labelledby="h-yes">
            <header>
              <h2 id="h-yes">Committed</h2>
              <p>{isFrozen ? 'the list was frozen before, and stays' : 'this list is frozen'}</p>
            </header>
            <Items items={above} none="No initiative of the quarter has a team and an effort yet." />
          </section>
        </div>
      </div>
    </>
  )
}

function heading({ scenario, above, below, buckets, planned }: Props) {
  const shares = buckets
    .map(({ key, name }) => `${Math.round(planned[key] ?? 0)}\u00a0% ${name.toLowerCase()}`)
    .join(', ')
  const falls = below.length > 0 ? `; ${counted(below.length, 'falls', 'fall')} below the line` : ''
  return `${scenario.name} plans ${shares}, for ${counted(above.length, 'initiative')}${falls}.`
}

const most = 12

const Items = ({ items, none }: { items: ForecastItem[]; none: string }) =>
  items.length === 0 ? (
    <p class="hint">{none}</p>
  ) : (
    <ul class="list">
      {items.slice(0, most).map(({ id, title, effort }) => (
        <li>
          <a href={`/initiatives/${id}`}>
            I-{id} {title}
          </a>{' '}
          <span class="n nw">{pw(effort)}</span>
        </li>
      ))}
      {items.length > most && <li>and {counted(items.length - most, 'more', 'more')}</li>}
    </ul>
  )
