import type { NamedPerson } from '../../db/people.ts'
import type { DecisionType } from '../../db/rights.ts'
import type { TypeFigures } from '../../src/domain/rights/figures.ts'
import { choicesOf, Input, Mistakes, Select, TextArea, Tick, type Typed } from '../parts/form.tsx'
import { counted, executiveRoleNames, wholeNumber } from '../words.ts'
import { Delegation } from './page.tsx'

type Props = {
  type: DecisionType
  figures: TypeFigures
  holders: NamedPerson[]
  weeks: number
  canEdit: boolean
  currency: string
}

export const TypePage = ({ type, figures, holders, weeks, canEdit, currency }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/rights">Rights</a> · <b>{type.name}</b> · last {weeks} weeks
      </p>
      <h1>
        {executiveRoleNames[type.owner]} decides {type.name.toLowerCase()} within{' '}
        {counted(type.slaDays, 'business day')}.
      </h1>
      {canEdit && (
        <p class="acts">
          <a class="btn" href={`/rights/types/${type.key}/edit`} data-key="e">
            Edit
          </a>
        </p>
      )}
    </div>
    <div class="cols">
      <section class="sec" aria-labelledby="h-goes">
        <header>
          <h2 id="h-goes">How it goes</h2>
        </header>
        <dl class="facts wide-facts">
          <dt>Raised</dt>
          <dd>
            <a href={`/decisions?type=${type.key}`}>{wholeNumber(figures.raised)}</a>
          </dd>
          <dt>Decided by</dt>
          <dd>{figures.deciders.map(({ name, count }) => `${name} ${count}`).join(', ') || '–'}</dd>
          <dt>Median time</dt>
          <dd>
            {figures.latency.median === null ? 'not known yet' : counted(figures.latency.median, 'business day')}
            <small>
              from raised to decided, Kaplan–Meier over {figures.latency.count} of which {figures.latency.open} still
              open
            </small>
          </dd>
          <dt>Open</dt>
          <dd>
            <a href={`/decisions?type=${type.key}&view=open`}>{wholeNumber(figures.open)}</a>
            <small>{wholeNumber(figures.pastSla)} for longer than allowed</small>
          </dd>
          <dt>With the CPTO</dt>
          <dd>
            {type.delegable ? (
              <a href={`/decisions?type=${type.key}&view=leaks`}>{wholeNumber(figures.leaks.length)}</a>
            ) : (
              'all, as it is reserved'
            )}
          </dd>
        </dl>
        {canEdit && (type.delegable ? figures.leaks.length > 0 : true) && (
          <>
            <h3>{type.delegable ? 'Bring it where it belongs' : 'Let somebody else decide it'}</h3>
            <Delegation type={type} holders={holders} />
          </>
        )}
      </section>
      <section class="sec" aria-labelledby="h-right">
        <header>
          <h2 id="h-right">The right</h2>
        </header>
        <dl class="facts">
          <dt>Decides</dt>
          <dd>
            {executiveRoleNames[type.owner]}
            <small>{holders.map(({ name }) => name).join(', ') || 'nobody holds this seat'}</small>
          </dd>
          <dt>Kind</dt>
          <dd>{type.delegable ? 'delegated' : 'reserved for the CPTO'}</dd>
          <dt>Within</dt>
          <dd>{type.guardrail || 'no guardrail written down'}</dd>
          <dt>Comes up</dt>
          <dd>{escalations(type, currency)}</dd>
        </dl>
      </section>
    </div>
  </>
)

function escalations(type: DecisionType, currency: string) {
  if (!type.delegable) return 'always'
  const rules = [
    type.escalateCrossTeam && 'when it cuts across teams',
    type.escalateSecurity && 'when it asks for a security exception',
    type.escalateSpendAbove !== null &&
      `when it costs more than ${currency} ${wholeNumber(type.escalateSpendAbove)} a year`,
  ].filter(Boolean)
  return rules.length === 0 ? 'never' : rules.join(', ')
}

export const TypeForm = ({ typed, type, action }: { typed: Typed; type?: DecisionType; action: string }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/rights">Rights</a> · <b>{type ? type.name : 'New type'}</b>
      </p>
      <h1>
        {type
          ? `Who decides ${type.name.toLowerCase()}, and within what?`
          : 'Which type of decision, and who decides it?'}
      </h1>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      {type && <input type="hidden" name="version" value={type.version} />}
      <Input name="name" label="Name" typed={typed} value={type?.name} required />
      <div class="row2">
        <Select
          name="owner"
          label="Who decides"
          typed={typed}
          value={type?.owner ?? 'vp_engineering'}
          choices={choicesOf(executiveRoleNames)}
        />
        <Input
          name="slaDays"
          label="Within, business days"
          typed={typed}
          value={type?.slaDays ?? 5}
          inputmode="numeric"
        />
      </div>
      <Tick name="delegable" label="Delegated: it need not go to the CPTO" typed={typed} on={type?.delegable ?? true} />
      <TextArea
        name="guardrail"
        label="Guardrail"
        typed={typed}
        value={type?.guardrail}
        rows={2}
        hint="Within what they decide freely, in one sentence."
        optional
      />
      <section class="sec" aria-labelledby="h-up">
        <header>
          <h2 id="h-up">When it comes up all the same</h2>
        </header>
        <div class="form">
          <Tick
            name="escalateCrossTeam"
            label="It cuts across teams"
            typed={typed}
            on={type?.escalateCrossTeam ?? true}
          />
          <Tick
            name="escalateSecurity"
            label="It asks for a security exception"
            typed={typed}
            on={type?.escalateSecurity ?? true}
          />
          <Input
            name="escalateSpendAbove"
            label="It costs a year more than"
            typed={typed}
            value={type ? type.escalateSpendAbove : 50000}
            inputmode="numeric"
            hint="Empty: spend alone never brings it up."
            optional
          />
        </div>
      </section>
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        {type && (
          <button class="btn" type="submit" name="retire" value="1">
            Offer it no more
          </button>
        )}
        <a href="/rights">Leave it as it is</a>
      </p>
    </form>
  </>
)
