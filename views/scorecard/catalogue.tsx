import type { Known } from '../../db/scorecard/metrics.ts'
import { type CatalogueMetric, type Category, categories } from '../../src/domain/scorecard/catalogue.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { categoryNames, goodNames, guardrailText, rhythmNames, targetText, unitName } from './words.ts'

type Props = {
  catalogue: readonly CatalogueMetric[]
  known: readonly Known[]
  /** The starter metrics that are not there yet. */
  missing: readonly CatalogueMetric[]
  typed: Typed
  currency: string
}

export const CataloguePage = (props: Props) => {
  const { catalogue, known, missing, typed } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/scorecard">Scorecard</a> · <b>Catalogue</b>
        </p>
        <h1>{finding(catalogue, known)}</h1>
        <p class="acts">
          <a class="btn" href="/scorecard/new">
            Define one of your own
          </a>
        </p>
      </div>
      {missing.length > 0 && <TheTen missing={missing} />}
      <form class="form wide-form" method="post" action="/scorecard/catalogue">
        <Mistakes errors={typed.errors} />
        <p class="hint">
          Own baseline: no number from outside can be defended. After twelve entries your own is proposed, for a person
          to confirm.
        </p>
        {categories.map((category) => (
          <InCategory category={category} {...props} />
        ))}
        <p class="acts">
          <button class={missing.length > 0 ? 'btn' : 'btn pri'} type="submit">
            Add the ticked ones
          </button>
          <a href="/scorecard">Leave it as it is</a>
        </p>
      </form>
    </>
  )
}

function finding(catalogue: Props['catalogue'], known: Props['known']) {
  const taken = catalogue.filter(({ key }) => isOn(known, key)).length
  return taken === 0
    ? 'Nothing of the catalogue is measured yet: ten metrics are enough to begin.'
    : `${capitalised(counted(taken, 'metric'))} of the ${catalogue.length} in the catalogue ${taken === 1 ? 'is' : 'are'} on the scorecard.`
}

const isOn = (known: Props['known'], key: string) =>
  known.some(({ catalogue, retiredAt }) => catalogue === key && retiredAt === null)

/** Enough to hold a first review with; each has the one person as its owner who holds the seat it belongs to. */
const TheTen = ({ missing }: { missing: Props['missing'] }) => (
  <section class="sec" aria-labelledby="h-ten">
    <header>
      <h2 id="h-ten">Start with the ten</h2>
      <p>two or three of each side, enough for a first review</p>
    </header>
    <p class="lede">
      {missing.length < 10 && 'Not there yet: '}
      {missing.map(({ name }) => name).join(' · ')}
    </p>
    <form class="filter" method="post" action="/scorecard/catalogue">
      {missing.some(({ key }) => key === 'slo_attainment') && (
        <>
          <label for="start-journey">
            Critical journey of the SLO <span class="mute">optional</span>
          </label>
          <input id="start-journey" name="journey-slo_attainment" maxlength={200} placeholder="checkout" />
        </>
      )}
      <button class="btn pri" type="submit" name="start" value="ten">
        {missing.length < 10 ? 'Add the rest of the ten' : 'Start with the ten'}
      </button>
    </form>
  </section>
)

const InCategory = ({ category, catalogue, ...rest }: Props & { category: Category }) => (
  <section class="sec" aria-labelledby={`h-${category}`}>
    <header>
      <h2 id={`h-${category}`}>{categoryNames[category]}</h2>
    </header>
    <table role="table" class="tbl stack t-rights t-catalogue">
      <caption class="vh">{categoryNames[category]}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Metric and formula
          </th>
          <th scope="col" role="columnheader">
            Unit
          </th>
          <th scope="col" role="columnheader">
            Entered
          </th>
          <th scope="col" role="columnheader" class="num">
            Target
          </th>
          <th scope="col" role="columnheader" class="num">
            Guardrail
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {catalogue
          .filter((metric) => metric.category === category)
          .map((metric) => (
            <Row metric={metric} {...rest} />
          ))}
      </tbody>
    </table>
  </section>
)

const Row = ({ metric, known, typed, currency }: Omit<Props, 'catalogue'> & { metric: CatalogueMetric }) => {
  const { key, formula, unit, good, rhythm, target, guardrail, source } = metric
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Taking metric={metric} known={known} typed={typed} />
        <small>{formula}</small>
        {key === 'slo_attainment' && (
          <Input
            name="journey-slo_attainment"
            label="Critical journey, or several with commas between"
            typed={typed}
            maxlength={200}
            placeholder="checkout, login"
          />
        )}
      </th>
      <td role="cell" data-l="unit">
        {unitName(unit, currency)}
        <small>{goodNames[good].toLowerCase()}</small>
      </td>
      <td role="cell" data-l="entered">
        {rhythmNames[rhythm].toLowerCase()}
      </td>
      <td role="cell" class="num" data-l="target">
        {target === null ? <span class="mute">own baseline</span> : targetText(target, good)}
        {target !== null && source && <small>{source}</small>}
      </td>
      <td role="cell" class="num" data-l="guardrail">
        {guardrail === null ? (
          <span class="mute">{target === null ? 'own baseline' : '–'}</span>
        ) : (
          guardrailText(guardrail, good)
        )}
      </td>
    </tr>
  )
}

/** Its tick; where it is on the scorecard already, the way there. Of an SLO there can be one more. */
const Taking = ({
  metric: { key, name, starter },
  known,
  typed,
}: Pick<Props, 'known' | 'typed'> & { metric: CatalogueMetric }) => {
  const here = known.filter(({ catalogue }) => catalogue === key)
  const ticked = [typed.values.metric ?? []].flat().includes(key)
  const offered = here.length === 0 || key === 'slo_attainment'
  return (
    <>
      {offered ? (
        <label class="tick">
          <input type="checkbox" name="metric" value={key} checked={ticked} /> {name}
        </label>
      ) : (
        name
      )}
      {starter && <span class="mute"> one of the ten</span>}
      {here.map((one) => (
        <small>
          {one.retiredAt ? 'Taken off the scorecard: ' : 'On the scorecard'}
          {one.retiredAt ? (
            <a href={`/scorecard/${one.key}/edit`}>put it back</a>
          ) : (
            <>
              {': '}
              <a href={`/scorecard/${one.key}`}>{one.journey || 'look at it'}</a>
            </>
          )}
        </small>
      ))}
    </>
  )
}
