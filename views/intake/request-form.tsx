import type { Child } from 'hono/jsx'
import { choicesOf, Input, Mistakes, Select, TextArea, Ticks, type Typed } from '../parts/form.tsx'
import { sourceNames, urgencyNames } from './words.ts'

export const NewRequest = ({
  typed,
  requester,
  productLines,
}: {
  typed: Typed
  requester: string
  productLines: string[]
}) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/intake">Intake</a> · <b>New request</b>
      </p>
      <h1>What is wanted, and why?</h1>
    </div>
    <form class="form" method="post" action="/intake/new">
      <Mistakes errors={typed.errors} />
      <RequestFields
        typed={typed}
        requester={requester}
        productLines={productLines}
        emailHint="Where you can tell them what came of it."
      />
      <p class="acts">
        <button class="btn pri" type="submit">
          File it
        </button>
        <a href="/intake">Leave it</a>
      </p>
    </form>
  </>
)

/** The one form, for people with and without an account. */
export const RequestFields = ({
  typed,
  requester,
  productLines = [],
  emailHint,
}: {
  typed: Typed
  requester?: string
  productLines?: string[]
  emailHint: Child
}) => (
  <>
    <Input
      name="title"
      label="What is wanted, in one line"
      typed={typed}
      maxlength={200}
      required
      autofocus={Object.keys(typed.errors).length === 0}
    />
    <div class="row2">
      <Input name="requester" label="Who asks" typed={typed} value={requester} maxlength={200} required />
      <Input
        name="requesterEmail"
        label="E-mail"
        type="email"
        typed={typed}
        maxlength={200}
        hint={emailHint}
        optional
      />
    </div>
    <Select
      name="source"
      label="Where it comes from"
      typed={typed}
      none="Please choose"
      choices={choicesOf(sourceNames)}
    />
    <Ticks
      name="urgency"
      legend="Urgency"
      type="radio"
      typed={typed}
      chosen={['normal']}
      choices={choicesOf(urgencyNames)}
      hint="Something urgent is accepted only together with what it pushes out of the plan."
    />
    <TextArea
      name="value"
      label="What it is worth"
      typed={typed}
      hint="To the customer and to the business: revenue, risk, time."
      optional
    />
    <TextArea
      name="evidence"
      label="How we know"
      typed={typed}
      hint="Who said it, how often it comes up, links."
      optional
    />
    <div class="row2">
      <Input
        name="productLine"
        label="Product line"
        typed={typed}
        maxlength={120}
        {...(productLines.length > 0 && { list: 'product-lines' })}
        optional
      />
      <Input name="customer" label="Customer" typed={typed} maxlength={200} optional />
    </div>
    <div class="row2">
      <Input name="segment" label="Segment" typed={typed} maxlength={120} optional />
      <Input name="competitor" label="Competitor" typed={typed} maxlength={120} optional />
    </div>
    {productLines.length > 0 && (
      <datalist id="product-lines">
        {productLines.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    )}
  </>
)
