import type { Child } from 'hono/jsx'
import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { Breach } from '../../src/domain/capacity/floors.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import { escaped, joined } from '../parts/text.ts'
import { amount, quarterTitle } from './words.ts'

/** A row as it is typed: texts, so that nothing that was refused is lost. */
export type PlanRow = {
  team: number
  name: string
  people: string
  /** Percent. */
  availability: string
  cells: { bucket: string; text: string }[]
  error: { at: 'people' | 'availability' | 'split'; sentence: string } | undefined
}

export type PlanFormProps = {
  quarter: string
  version: number
  rows: PlanRow[]
  buckets: readonly NamedBucket[]
  buffer: number
  typed: Typed
  /** What the plan gives all together, percent by bucket. */
  planned: Record<string, number>
  breaches: readonly Breach[]
  exceptions: readonly { bucket: string; decision: number; until: string }[]
  last: string | null
  committedBy: number | null
}

export const PlanForm = (props: PlanFormProps) => {
  const path = `/capacity/${props.quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={path}>Capacity {quarterTitle(props.quarter)}</a> · <b>Plan</b>
        </p>
        <h1>{heading(props)}</h1>
      </div>
      {props.committedBy !== null && (
        <p class="remark">
          This plan was committed by <a href={`/decisions/${props.committedBy}`}>D-{props.committedBy}</a>. What is
          changed here is in no decision; a <a href={`${path}/scenarios/new`}>what-if</a> would be.
        </p>
      )}
      {props.last && (
        <form method="post" action={`${path}/plan`} class="acts">
          <button type="submit" class="btn" name="start" value="last">
            Start from {quarterTitle(props.last)}
          </button>
        </form>
      )}
      <form class="form wide-form" method="post" action={`${path}/plan`} novalidate>
        <Mistakes errors={props.typed.errors} />
        <input type="hidden" name="version" value={props.version} />
        <section class="wide" aria-label="Teams and their split" tabindex={0}>
          {joined([table(props)])}
        </section>
        <p class="hint">
          Percent of each team's weeks; a row adds up to 100. Change one, and the others make room for it; = takes what
          is left. A team without people is not in the plan.
        </p>
        <div class="form">
          <Input
            name="buffer"
            label="Buffer, in person-weeks"
            typed={props.typed}
            value={amount(props.buffer)}
            inputmode="decimal"
            hint="Kept free for what nobody can plan; urgent requests may draw on it."
          />
        </div>
        <ExceptionFields {...props} />
        <p class="acts">
          <button class="btn pri" type="submit">
            Save the plan
          </button>
          <a href={path}>Leave it as it is</a>
        </p>
      </form>
    </>
  )
}

function heading({ rows, buckets, planned, quarter }: PlanFormProps) {
  const people = rows.reduce((sum, row) => sum + (Number(row.people) || 0), 0)
  if (people === 0 || Object.keys(planned).length === 0) return `Who works in ${quarterTitle(quarter)}, and on what?`
  const shares = buckets.map(({ key, name }) => `${Math.round(planned[key] ?? 0)}\u00a0% ${name.toLowerCase()}`)
  return `${amount(people)} people: ${shares.join(', ')}.`
}

function table({ quarter, rows, buckets }: PlanFormProps) {
  const heads = buckets.map(
    ({ name, floor }) =>
      `<th scope="col">${escaped(name)}${floor === null ? '' : `<small>floor ${floor} %</small>`}</th>`,
  )
  return `<table class="tbl mid"><caption class="vh">Plan of ${quarterTitle(quarter)}</caption><thead><tr><th scope="col">Team</th><th scope="col">People</th><th scope="col">Available<small>percent</small></th>${heads.join('')}<th scope="col" class="num">Total</th></tr></thead><tbody>${rows.map((row) => planRow(quarter, row, buckets)).join('')}</tbody></table>`
}

/** Of the fields that every page with splits has. */
const input = (name: string, value: string, label: string, more = '') =>
  `<input class="cell" id="f-${name}" name="${name}" value="${escaped(value)}" size="4" inputmode="decimal" autocomplete="off" aria-label="${escaped(label)}"${more}>`

/** When one cell changes the server works out the others, and the row comes back. */
export function planRow(quarter: string, row: PlanRow, buckets: readonly NamedBucket[]): string {
  const { team, name, cells, error } = row
  const wrong = (at: string) => (error?.at === at ? ` aria-invalid="true" aria-describedby="e-${team}"` : '')
  const percents = cells.map(({ bucket, text }) => {
    const named = buckets.find(({ key }) => key === bucket)?.name ?? bucket
    const post = `hx-post="/capacity/${quarter}/plan/row" hx-trigger="change" hx-target="closest tr" hx-swap="outerMorph" hx-vals='{"team":"${team}","changed":"${bucket}"}'`
    return `<td>${input(`p-${team}-${bucket}`, text, `${name}, ${named}, percent`, ` ${post}${wrong('split')}`)}</td>`
  })
  const sum = cells.reduce((all, { text }) => all + (Number(text) || 0), 0)
  const total = cells.every(({ text }) => text.trim() === '') ? '' : String(sum)
  const why = error ? `<small class="error" id="e-${team}">${escaped(error.sentence)}</small>` : ''
  return `<tr id="row-${team}"><th scope="row">${escaped(name)}${why}</th><td>${input(`people-${team}`, row.people, `${name}, people`, wrong('people'))}</td><td>${input(`availability-${team}`, row.availability, `${name}, available, percent`, wrong('availability'))}</td>${percents.join('')}<td class="num">${total}</td></tr>`
}

type ExceptionProps = Pick<PlanFormProps, 'typed' | 'buckets' | 'breaches' | 'exceptions'> & {
  /** What stands for "this decision" where one is about to be logged. */
  own?: Child
}

/** Only where a floor is planned to be broken: which decision says so, and until when. */
export const ExceptionFields = ({ typed, buckets, breaches, exceptions, own }: ExceptionProps) => (
  <>
    {breaches.map(({ bucket, percent, floor }) => {
      const there = exceptions.findLast((one) => one.bucket === bucket)
      const name = buckets.find(({ key }) => key === bucket)?.name ?? bucket
      return (
        <fieldset class="field">
          <legend class="lab">
            {name} is planned at {Math.round(percent * 10) / 10} %, below its floor of {floor} %
          </legend>
          <div class="row2">
            <Input
              name={`exception-${bucket}`}
              label="Excepted by decision"
              typed={typed}
              value={there ? `D-${there.decision}` : ''}
              placeholder="D-42"
              hint={own}
              optional={own !== undefined}
            />
            <Input name={`until-${bucket}`} label="Until" type="date" typed={typed} value={there?.until} />
          </div>
        </fieldset>
      )
    })}
  </>
)
