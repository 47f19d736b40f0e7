import type { NamedBucket } from '../../db/capacity/buckets.ts'
import { type Origin, origins } from '../../src/domain/capacity/unplanned.ts'
import { addDays, isoWeek } from '../../src/domain/time/days.ts'
import { shortDay } from '../dates.ts'
import { Mistakes } from '../parts/form.tsx'
import { escaped, joined } from '../parts/text.ts'
import { counted } from '../words.ts'
import { amount, causeNames, quarterTitle, weekName } from './words.ts'

export type GridTeam = {
  id: number
  name: string
  /** Person-weeks the plan gives it in a week; null: it is not in the plan. */
  planned: number | null
  cells: Record<string, number>
}

export type ActualsProps = {
  quarter: string
  week: string
  today: string
  /** Mondays of the quarter that have begun, each with whether something was entered. */
  weeks: { week: string; entered: boolean }[]
  teams: GridTeam[]
  buckets: readonly NamedBucket[]
  canEnter: boolean
  canImport: boolean
  /** What was typed and not taken, and why, by field. */
  typed: Record<string, string>
  errors: Record<string, string>
}

export const fieldOf = (team: number, cause: Origin, bucket: string) => `${team}-${cause}-${bucket}`

export const ActualsPage = (props: ActualsProps) => {
  const { quarter, week, today, weeks, canEnter, canImport, errors, typed } = props
  const path = `/capacity/${quarter}`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={path}>Capacity {quarterTitle(quarter)}</a> · <b>Actuals</b> · {shortDay(week, today)} to{' '}
          {shortDay(addDays(week, 6), today)}
        </p>
        <h1>{heading(props)}</h1>
        {canImport && (
          <p class="acts">
            <a class="btn" href="/capacity/import">
              Import
            </a>
          </p>
        )}
      </div>
      <div class="bar">
        <nav class="tabs" aria-label="Weeks">
          {weeks.map((one) => (
            <a href={`${path}/actuals?week=${one.week}`} aria-current={one.week === week ? 'page' : undefined}>
              <span class="vh">Week </span>
              {isoWeek(one.week).week}
              {one.entered ? (
                ''
              ) : (
                <span class="n">
                  {' '}
                  –<span class="vh"> nothing entered</span>
                </span>
              )}
            </a>
          ))}
        </nav>
      </div>
      <form
        class="form wide-form"
        method="post"
        action={`${path}/actuals?week=${week}`}
        data-paste="save"
        hx-target:inherited="closest tbody"
        hx-swap:inherited="outerMorph"
      >
        {errors.block && <Mistakes errors={{ block: errors.block }} />}
        <section class="wide" aria-label="Person-weeks by team and bucket" tabindex={0}>
          {joined([grid(props)])}
        </section>
        {canEnter && (
          <>
            <p class="acts">
              <button class="btn pri" type="submit">
                Save what was entered
              </button>
            </p>
            <details class="more">
              <summary>
                Paste a block <span>from a spreadsheet: three rows for each team, a column for each bucket</span>
              </summary>
              <div class="form">
                <div class="field">
                  <label for="f-block">Rows as copied</label>
                  <textarea id="f-block" name="block" rows={6} aria-describedby="f-block-hint">
                    {typed.block ? `\n${typed.block}` : ''}
                  </textarea>
                  <p class="hint" id="f-block-hint">
                    In the order of the grid above. Names in front may be left out; a cell left empty changes nothing.
                  </p>
                </div>
                <p class="acts">
                  <button class="btn" type="submit">
                    Take them in
                  </button>
                </p>
              </div>
            </details>
          </>
        )}
      </form>
    </>
  )
}

function heading({ teams, week, today }: ActualsProps) {
  const entered = teams.filter(({ cells }) => Object.keys(cells).length > 0)
  const all = entered.flatMap(({ cells }) => Object.values(cells)).reduce((sum, value) => sum + value, 0)
  if (teams.length === 0) return 'There is no team whose weeks could be entered.'
  if (entered.length === 0)
    return `Where did ${weekName(week)} go?${addDays(week, 7) > today ? ' It is not over yet.' : ''}`
  const missing = teams.length - entered.length
  return `${amount(all)} person-weeks went into ${weekName(week)}${missing > 0 ? `; ${counted(missing, 'team')} ${missing === 1 ? 'is' : 'are'} missing` : ''}.`
}

function grid(props: ActualsProps): string {
  const heads = props.buckets.map(({ name }) => `<th scope="col" class="num">${escaped(name)}</th>`).join('')
  return `<table class="tbl mid"><caption class="vh">Person-weeks of ${weekName(props.week)}</caption><thead><tr><th scope="col">Team</th><th scope="col">Where from</th>${heads}<th scope="col" class="num">All</th></tr></thead>${props.teams.map((team) => teamRows(team, props)).join('')}</table>`
}

type RowsProps = Omit<ActualsProps, 'weeks' | 'teams' | 'canImport'>

/** A team's three rows: one body, one swap target. */
export function teamRows(team: GridTeam, props: RowsProps): string {
  const { buckets } = props
  const rows = origins.map((cause, at) => {
    const plan = team.planned === null ? '' : `<small>plan ${amount(team.planned)}</small>`
    const head =
      at === 0
        ? `<th scope="rowgroup" rowspan="${origins.length}">${escaped(team.name)}${plan}${faults(team, props)}</th>`
        : ''
    const own = buckets.flatMap(({ key }) => team.cells[`${cause}-${key}`] ?? [])
    const total = own.length === 0 ? '–' : amount(own.reduce((sum, value) => sum + value, 0))
    return `<tr>${head}<td class="mute">${causeNames[cause]}</td>${buckets.map((bucket) => cell(team, cause, bucket, props)).join('')}<td class="num">${total}</td></tr>`
  })
  return `<tbody id="t-${team.id}">${rows.join('')}</tbody>`
}

function cell(team: GridTeam, cause: Origin, bucket: NamedBucket, props: RowsProps): string {
  const field = fieldOf(team.id, cause, bucket.key)
  const held = team.cells[`${cause}-${bucket.key}`]
  const shown = held === undefined ? '' : String(held)
  if (!props.canEnter) return `<td class="num">${shown || '–'}</td>`
  const text = props.typed[`v-${field}`] ?? shown
  const wrong = props.errors[`v-${field}`] ? ` aria-invalid="true" aria-describedby="e-${team.id}"` : ''
  const label = escaped(`${team.name}, ${causeNames[cause].toLowerCase()}, ${bucket.name}, person-weeks`)
  return `<td class="num"><input class="cell" id="v-${field}" name="v-${field}" value="${escaped(text)}" size="5" inputmode="decimal" autocomplete="off" aria-label="${label}"${wrong} hx-post="/capacity/${props.quarter}/actuals?week=${props.week}" hx-trigger="change" hx-vals='{"only":"${team.id}"}'><input type="hidden" name="was-${field}" value="${escaped(shown)}"></td>`
}

function faults({ id }: GridTeam, { errors }: RowsProps): string {
  const own = Object.entries(errors).filter(([field]) => field.startsWith(`v-${id}-`))
  return own.length === 0
    ? ''
    : `<small class="error" role="alert" id="e-${id}">${own.map(([, sentence]) => escaped(sentence)).join(' ')}</small>`
}
