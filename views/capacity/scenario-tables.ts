import type { ForecastItem } from '../../db/capacity/base.ts'
import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { SavedScenario } from '../../db/capacity/scenarios.ts'
import { inBucket } from '../../src/domain/capacity/split.ts'
import { type Typed, typedText } from '../parts/form.tsx'
import { escaped } from '../parts/text.ts'
import { pw } from './words.ts'

export type ScenarioTeam = {
  team: number
  name: string
  /** What the plan gives it. */
  planned: { people: number; split: Record<string, number> }
  people: number
  split: Record<string, number>
}

/** An initiative in the scenario's order, with where the plan has it. */
type PlacedItem = ForecastItem & { before: number; finish: string; late: boolean; below: boolean }

export type TablesProps = {
  scenario: SavedScenario
  buckets: readonly NamedBucket[]
  teams: ScenarioTeam[]
  items: PlacedItem[]
  typed: Typed
}

export function teamTable({ teams, buckets, typed }: TablesProps): string {
  const heads = buckets.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join('')
  const cell = (name: string, value: number, label: string, planned: number) => {
    const wrong = typed.errors[name] ? ' aria-invalid="true"' : ''
    const text = escaped(typedText(typed, name, value))
    return `<td><input class="cell" id="f-${name}" name="${name}" value="${text}" size="4" inputmode="decimal" autocomplete="off" aria-label="${escaped(label)}"${wrong}>${planned === value ? '' : ` <span class="mute n">was ${planned}</span>`}</td>`
  }
  const rows = teams.map(
    ({ team, name, people, split, planned }) =>
      `<tr><th scope="row">${escaped(name)}</th>${cell(`people-${team}`, people, `${name}, people`, planned.people)}${buckets
        .map((bucket) =>
          cell(
            `p-${team}-${bucket.key}`,
            inBucket(split, bucket.key),
            `${name}, ${bucket.name}, percent`,
            inBucket(planned.split, bucket.key),
          ),
        )
        .join('')}</tr>`,
  )
  return `<table class="tbl mid"><caption class="vh">People and splits of the scenario</caption><thead><tr><th scope="col">Team</th><th scope="col">People</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** With the places to be typed into, or as they were. */
export function orderTable({ scenario, items, buckets, typed }: TablesProps, canChange: boolean): string {
  const nameOf = (bucket: string) => escaped(buckets.find(({ key }) => key === bucket)?.name ?? bucket)
  const moved = new Set(scenario.body.ranks.map(({ item }) => item))
  const rows = items.map(({ id, title, teamName, bucket, effort, before, finish, late, below }, at) => {
    const place = canChange
      ? `<input class="cell" id="f-place-${id}" name="place-${id}" value="${escaped(typedText(typed, `place-${id}`, at + 1))}" size="3" inputmode="numeric" autocomplete="off" aria-label="Place of I-${id}">`
      : String(at + 1)
    const state = below
      ? '<span class="st" data-s="off">Below the line</span>'
      : late
        ? '<span class="st" data-s="off">Late</span>'
        : ''
    return `<tr role="row"><th scope="row" role="rowheader"><a href="/initiatives/${id}">I-${id} ${escaped(title)}</a></th><td role="cell" class="n" data-l="place">${place}${!moved.has(id) || before === at + 1 ? '' : ` <span class="mute">was ${before}</span>`}</td><td role="cell">${escaped(teamName)}, ${nameOf(bucket).toLowerCase()}</td><td role="cell" class="n" data-l="left to do">${pw(effort)}</td><td role="cell" class="nw" data-l="done by">${finish}</td><td role="cell">${state}</td></tr>`
  })
  const heads = [
    'Initiative',
    'Place',
    'Waits for',
    '<span class="num">Left to do</span>',
    'Done by',
    '<span class="vh">Status</span>',
  ]
  return `<table role="table" class="tbl stack"><caption class="vh">Initiatives in order</caption><thead role="rowgroup"><tr role="row">${heads.map((head) => `<th scope="col" role="columnheader">${head}</th>`).join('')}</tr></thead><tbody role="rowgroup">${rows.join('')}</tbody></table>`
}
