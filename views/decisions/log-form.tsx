import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { CircleFields, FourFields, type Offers, ReasonFields, RightFields } from './fields.tsx'
import { JudgedFields } from './judged-fields.tsx'
import type { StepProps } from './steps.tsx'

/** One line is enough; everything else has a default or can follow. */
export const LogForm = ({ typed, offers }: { typed: Typed; offers: Offers }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/decisions">Decisions</a> · <b>New</b>
      </p>
      <h1>What is to be decided, or what was?</h1>
    </div>
    <form class="form" method="post" action="/decisions/new">
      <Mistakes errors={typed.errors} />
      <Input
        name="title"
        label="In one line"
        typed={typed}
        maxlength={300}
        required
        autofocus
        autocomplete="off"
        hint="This is all it takes. Enter logs it as proposed."
      />
      <p class="acts">
        <button class="btn pri big" type="submit" name="status" value="proposed">
          Log it
        </button>
        <button class="btn big" type="submit" name="status" value="decided">
          Log as decided
        </button>
      </p>
      <div
        class="form"
        id="matter"
        hx-get="/decisions/right"
        hx-trigger="change"
        hx-include="#matter"
        hx-target="#right"
      >
        <RightFields typed={typed} offers={offers} />
        <div id="right" aria-live="polite" />
      </div>
      <Sections typed={typed} offers={offers} />
      <p class="acts">
        <button class="btn pri" type="submit" name="status" value="proposed">
          Log it
        </button>
        <button class="btn" type="submit" name="status" value="decided">
          Log as decided
        </button>
      </p>
    </form>
  </>
)

export const EditForm = ({ typed, offers, document, version }: StepProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/decisions/${document.number}`}>D-{document.number}</a> · <b>Edit</b>
      </p>
      <h1>{document.title}</h1>
    </div>
    <form class="form" method="post" action={`/decisions/${document.number}/edit`}>
      <Mistakes errors={typed.errors} />
      <input type="hidden" name="version" value={version} />
      <Input name="title" label="In one line" typed={typed} value={document.title} maxlength={300} required />
      <RightFields typed={typed} offers={offers} document={document} />
      <Sections typed={typed} offers={offers} document={document} />
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        <a href={`/decisions/${document.number}`}>Leave it as it is</a>
      </p>
    </form>
  </>
)

const Sections = ({ typed, offers, document }: { typed: Typed; offers: Offers; document?: StepProps['document'] }) => {
  const open = document !== undefined || Object.keys(typed.errors).length > 0
  return (
    <div>
      <details class="more" open={open}>
        <summary>
          The four questions <span>outcome, constraint, smallest bet, not doing</span>
        </summary>
        <div class="form">
          <FourFields typed={typed} document={document} />
        </div>
      </details>
      <details class="more" open={open}>
        <summary>
          Why <span>the reasons, and one line for the business</span>
        </summary>
        <div class="form">
          <ReasonFields typed={typed} document={document} />
        </div>
      </details>
      <details class="more" open={open || 'expectedMetric' in typed.values}>
        <summary>
          Judged by <span>expected result, confidence, tripwire, revisit</span>
        </summary>
        <div class="form">
          <JudgedFields typed={typed} offers={offers} document={document} />
        </div>
      </details>
      <details class="more" open={open}>
        <summary>
          People and door <span>who was asked, who may read it, reversibility, tags</span>
        </summary>
        <div class="form">
          <CircleFields typed={typed} offers={offers} document={document} />
        </div>
      </details>
    </div>
  )
}
