import type { RequestRecord } from '../../db/intake/record.ts'
import { choicesOf, Input, Mistakes, Select, TextArea, Tick, Ticks, type Typed } from '../parts/form.tsx'
import { ChangedMeanwhile } from './answer-form.tsx'
import { RequestFacts } from './facts.tsx'
import { type Givable, GiveFields } from './give-fields.tsx'
import { Weighed, Weighing } from './weighing.tsx'

export type AcceptanceProps = {
  request: RequestRecord
  typed: Typed
  rows: number
  givable: Givable[]
  /** What it can join. */
  open: { id: number; title: string }[]
  buffer: number
  /** `2026 Q4`, and the next one. */
  quarters: { key: string; name: string }[]
  /** null: nothing to weigh yet. */
  balance: { takes: number; gives: number; short: number } | null
  offers: {
    buckets: { key: string; name: string }[]
    people: { id: number; name: string }[]
    teams: { id: number; name: string }[]
  }
  changed: boolean
  dayOf: (moment: string) => string
}

export const AcceptanceForm = (props: AcceptanceProps) => {
  const { request, typed, changed, dayOf } = props
  const path = `/intake/${request.id}/acceptance`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/intake">Intake</a> · <a href={`/intake/${request.id}`}>R-{request.id}</a> · <b>Accept</b>
        </p>
        <h1>
          {request.urgency === 'urgent'
            ? `“${request.title}” is accepted only with what it displaces.`
            : `“${request.title}”: how much does it take, and what does it become?`}
        </h1>
      </div>
      {changed && <ChangedMeanwhile request={request} />}
      <div class="cols">
        <div>
          {' '}
          <form class="form" method="post" action={path} id="acceptance">
            <Mistakes errors={typed.errors} />
            <input type="hidden" name="version" value={request.version} />
            <Weighing path={path} form="acceptance">
              <Input
                name="effort"
                label="Person-weeks it takes"
                inputmode="decimal"
                typed={typed}
                value={request.effort}
                required
                autofocus={Object.keys(typed.errors).length === 0}
              />
              <Displacing {...props} />
            </Weighing>
            <Becoming {...props} />
            <Saying request={request} typed={typed} />
            <p class="acts">
              <button class="btn pri" type="submit">
                Accept
              </button>
              <button class="btn" type="submit" name="weigh" value="1" formnovalidate>
                Weigh it
              </button>
              <a href={`/intake/${request.id}`}>Leave it as it is</a>
            </p>
          </form>
        </div>
        <aside class="sec" aria-label="The request">
          <RequestFacts request={request} dayOf={dayOf} />
        </aside>
      </div>
    </>
  )
}

const Displacing = (props: AcceptanceProps) => {
  const { request, typed, balance } = props
  const fields = <GiveFields {...props} quarter={props.quarters[0]?.name ?? ''} />
  if (request.urgency === 'normal') {
    return (
      <details class="more" open={Object.keys(typed.errors).some((name) => /^(item|weeks|buffer)/.test(name))}>
        <summary>
          What it displaces <span>not asked of what waits its turn</span>
        </summary>
        <div class="form">{fields}</div>
      </details>
    )
  }
  return (
    <>
      {fields}
      <Weighed balance={balance} />
    </>
  )
}

const Becoming = ({ request, typed, open, quarters, offers }: AcceptanceProps) => (
  <>
    <Ticks
      name="becomes"
      legend="It becomes"
      type="radio"
      typed={typed}
      chosen={['new']}
      choices={[
        { value: 'new', label: 'an initiative of its own' },
        ...(open.length > 0 ? [{ value: 'join', label: 'part of one that is there' }] : []),
      ]}
    />
    {open.length > 0 && (
      <Select
        name="join"
        label="The one it joins"
        typed={typed}
        none="None, it is a new one"
        choices={open.map(({ id, title }) => ({ value: String(id), label: `I-${id} ${title}` }))}
        optional
      />
    )}
    <details class="more" open={Object.keys(typed.values).length > 0}>
      <summary>
        The new initiative <span>name, bucket, quarter, owner, team</span>
      </summary>
      <div class="form">
        <Input name="title" label="Name" typed={typed} value={request.title} maxlength={200} />
        <div class="row2">
          <Select
            name="bucket"
            label="Bucket"
            typed={typed}
            choices={choicesOf(Object.fromEntries(offers.buckets.map(({ key, name }) => [key, name])))}
          />
          <Select
            name="quarter"
            label="Quarter"
            typed={typed}
            value={request.urgency === 'urgent' ? quarters[0]?.key : ''}
            none="Not planned yet"
            choices={quarters.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </div>
        <div class="row2">
          <Select name="owner" label="Owner" typed={typed} none="Nobody yet" choices={named(offers.people)} optional />
          <Select name="team" label="Team" typed={typed} none="None yet" choices={named(offers.teams)} optional />
        </div>
      </div>
    </details>
  </>
)

const named = (all: { id: number; name: string }[]) => all.map(({ id, name }) => ({ value: String(id), label: name }))

const Saying = ({ request, typed }: { request: RequestRecord; typed: Typed }) => (
  <>
    <TextArea
      name="because"
      label="Why"
      typed={typed}
      hint={
        request.followed
          ? 'The requester reads this; it stands in the ledger too.'
          : 'It stands with the request and in the ledger.'
      }
      optional
    />
    <Input
      name="decision"
      label="Decision that says so"
      typed={typed}
      placeholder="D-42"
      hint="The number of one that is in the log already."
      optional
    />
    <Tick name="log" label="Log the decision that says so" typed={typed} on={request.urgency === 'urgent'} />
  </>
)
