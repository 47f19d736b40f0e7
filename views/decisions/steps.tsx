import type { Child } from 'hono/jsx'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { choicesOf, Input, Mistakes, Select, TextArea, Ticks, type Typed, typedText } from '../parts/form.tsx'
import { causeNames, forumNames, linkNames } from '../words.ts'
import type { Offers } from './fields.tsx'
import type { Watch } from './watch.tsx'

export type StepProps = {
  document: DecisionDocument & { number: number; typeId: number | null; deciderId: number | null }
  version: number
  typed: Typed
  offers: Offers
  today: string
  /** Where the form asks for it. */
  watch?: Watch
  /** Of the page's address. */
  query: URLSearchParams
}

/** One page for each step of a decision: what it will do, what it needs, one button. */
const Step = ({
  of: { document, version, typed },
  step,
  at,
  heading,
  button,
  children,
}: {
  of: StepProps
  step: string
  at: string
  heading: Child
  button: string
  children?: Child
}) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/decisions/${document.number}`}>
          D-{document.number} {document.title}
        </a>{' '}
        · <b>{step}</b>
      </p>
      <h1>{heading}</h1>
    </div>
    <form class="form" method="post" action={`/decisions/${document.number}/${at}`}>
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={version} />
      {children}
      <p class="acts">
        <button class="btn pri" type="submit">
          {button}
        </button>
        <a href={`/decisions/${document.number}`}>Leave it as it is</a>
      </p>
    </form>
  </>
)

export const RulingForm = (props: StepProps) => {
  const { document, typed, offers, today } = props
  return (
    <Step of={props} step="Decide" at="ruling" heading="What was decided?" button="Record the decision">
      {document.options.length > 0 && (
        <Ticks
          name="chosen"
          legend="Option chosen"
          type="radio"
          typed={typed}
          choices={document.options.map(({ title }, position) => ({ value: String(position), label: title }))}
        />
      )}
      <TextArea name="rationale" label="Why" typed={typed} value={document.rationale} rows={4} optional />
      <div class="row2">
        <Select
          name="by"
          label="Decided by"
          typed={typed}
          value={document.deciderId}
          choices={offers.people.map(({ id, name }) => ({ value: String(id), label: name }))}
          none="Me"
        />
        <Input name="on" label="On" type="date" typed={typed} value={today} />
        <Select
          name="forum"
          label="In"
          typed={typed}
          value={document.forum ?? 'asynchronous'}
          choices={choicesOf(forumNames)}
        />
      </div>
      <Input
        name="expected"
        label="Expected result"
        typed={typed}
        value={document.expected}
        hint="So that on its date anybody can say yes or no."
        optional
      />
      <div class="row2">
        <Input name="expectedOn" label="by" type="date" typed={typed} value={document.expectedOn} optional />
        <Input
          name="confidence"
          label="Confidence, %"
          typed={typed}
          value={document.confidence}
          inputmode="numeric"
          optional
        />
        <Input name="revisitOn" label="Revisit on" type="date" typed={typed} value={document.revisitOn} optional />
      </div>
    </Step>
  )
}

export const SupersessionForm = (props: StepProps) => (
  <Step of={props} step="Supersede" at="supersession" heading="Which decision replaces it?" button="Supersede">
    <Input
      name="title"
      label="The new decision, in one line"
      typed={props.typed}
      maxlength={300}
      hint="It is logged as decided today, with the same type, side and tags."
      optional
    />
    <Input name="replacement" label="Or one that is already logged" typed={props.typed} placeholder="D-42" optional />
    <TextArea name="because" label="Why is it replaced?" typed={props.typed} required rows={3} />
  </Step>
)

export const ReversalForm = (props: StepProps) => (
  <Step of={props} step="Reverse" at="reversal" heading="Why does it no longer hold?" button="Reverse the decision">
    <Ticks name="cause" legend="What changed?" type="radio" typed={props.typed} choices={choicesOf(causeNames)} />
    <TextArea name="because" label="In your words" typed={props.typed} required rows={3} />
  </Step>
)

export const WithdrawalForm = (props: StepProps) => (
  <Step of={props} step="Withdraw" at="withdrawal" heading="Why is it no longer to be decided?" button="Withdraw it">
    <TextArea name="because" label="Why" typed={props.typed} required rows={3} />
  </Step>
)

export const HandoverForm = (props: StepProps) => (
  <Step of={props} step="Hand over" at="handover" heading="Who decides it instead?" button="Hand it over">
    <Select
      name="decider"
      label="Who decides"
      typed={props.typed}
      choices={props.offers.people.map(({ id, name }) => ({ value: String(id), label: name }))}
      none="Choose somebody"
    />
  </Step>
)

const amendableNames = {
  title: 'The title',
  outcome: 'Outcome',
  constraintNote: 'The constraint in words',
  smallestBet: 'Smallest bet',
  rationale: 'Why',
  business: 'For the business',
  expected: 'Expected result',
}

/** What to correct is chosen by a link, so that its text stands in the form. */
export const AmendmentForm = (props: StepProps) => {
  const { document, typed, query } = props
  const asked = typedText(typed, 'field', query.get('field'))
  const field = asked in amendableNames ? (asked as keyof typeof amendableNames) : 'title'
  return (
    <Step of={props} step="Amend" at="amendments" heading="What is to be corrected?" button="Amend">
      <input type="hidden" name="field" value={field} />
      <p class="tabs">
        {Object.entries(amendableNames).map(([name, label]) => (
          <a
            href={`/decisions/${document.number}/amendments?field=${name}`}
            aria-current={name === field ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </p>
      <TextArea
        name="text"
        label={amendableNames[field]}
        typed={typed}
        value={document[field]}
        rows={field === 'rationale' ? 10 : 3}
      />
      <Input
        name="because"
        label="What was wrong with it?"
        typed={typed}
        placeholder="typo"
        required
        hint="The old text stays readable. To decide differently, supersede the decision."
      />
    </Step>
  )
}

export const NoteForm = (props: StepProps) => (
  <Step of={props} step="Note" at="notes" heading="What should the next reader know?" button="Add the note">
    <TextArea name="text" label="Note" typed={props.typed} required rows={4} hint="Markdown." autofocus />
  </Step>
)

export const LinkForm = (props: StepProps) => (
  <Step of={props} step="Link" at="links" heading="Which other decision belongs to it?" button="Link it">
    <Select name="kind" label="This decision" typed={props.typed} choices={choicesOf(linkNames)} />
    <Input name="to" label="Decision" typed={props.typed} placeholder="D-42" required />
  </Step>
)

export const ReadersForm = (props: StepProps) => (
  <Step of={props} step="Readers" at="readers" heading="Who may know of it?" button="Save">
    <Ticks
      name="readers"
      legend="Only these people"
      typed={props.typed}
      chosen={(props.document.restrictedTo ?? []).map((name) =>
        String(props.offers.people.find((person) => person.name === name)?.id),
      )}
      choices={props.offers.people.map(({ id, name }) => ({ value: String(id), label: name }))}
      hint="Nobody ticked opens it to everybody. You, whoever decides and whoever raised it are always among them."
    />
  </Step>
)
