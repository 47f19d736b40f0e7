import type { OutlinedInitiative, OutlinedMilestone } from '../../db/roadmap/outline.ts'
import { daysBetween } from '../../src/domain/time/days.ts'
import { quarterBounds, readQuarter } from '../../src/domain/time/quarter.ts'
import { shortDay } from '../dates.ts'
import { escaped, joined } from '../parts/text.ts'
import { isIn, isLate } from './finding.ts'
import { quarterText } from './initiative-words.ts'
import { aboutOf, heldUp, nameOf, type Reading } from './row.ts'
import { outcomeText } from './words.ts'

/** Of the quarter, and whatever else has a milestone in it. */
export const deliveredIn = ({ outline, quarter }: Pick<Reading, 'outline' | 'quarter'>) =>
  outline.initiatives.filter(
    (one) =>
      one.quarter === quarter ||
      (outline.milestones.get(one.id) ?? []).some((day) => isIn(quarter, day.plannedOn) || isIn(quarter, day.actualOn)),
  )

/**
 * Outcomes with the delivery milestones of a quarter: a strip of time in each row, one scale for all, and the same in
 * words beside it. On a phone the words alone are left.
 */
export const TimeLine = (reading: Reading) => {
  const all = deliveredIn(reading)
  if (all.length === 0) {
    return (
      <p class="empty">
        Initiatives of {quarterText(reading.quarter)} stand here with their milestones, under the outcome they are for.
      </p>
    )
  }
  const { themes } = reading.outline
  const groups = [...themes, undefined].flatMap((theme) => {
    const own = all.filter((one) => one.theme === (theme?.id ?? null))
    return own.length === 0 ? [] : [{ theme, own }]
  })
  return (
    <section class="wide" aria-label={`Time line of ${quarterText(reading.quarter)}`} tabindex={0}>
      {joined([
        head(reading),
        ...groups.map(({ theme, own }) => {
          const outcome = theme ? [theme.metric, outcomeText(theme, reading.currency)].filter(Boolean).join(': ') : ''
          const name = escaped(theme?.name ?? 'For no theme')
          const link = theme && !reading.isPublic ? `<a href="/themes/${theme.id}">${name}</a>` : name
          return `<tbody role="rowgroup"><tr role="row"><th scope="rowgroup" role="rowheader" colspan="3"><b>${link}</b><small>${escaped(outcome)}</small></th></tr>${own.map((one) => row(one, reading)).join('')}</tbody>`
        }),
        '</table>',
      ])}
      <p class="cap">A diamond is planned, a dot was met, a triangle is late; the dashed line is today.</p>
    </section>
  )
}

const head = (reading: Reading) =>
  `<table role="table" class="tbl stack mid t-rec t-line"><caption class="vh">Milestones of ${quarterText(reading.quarter)} by outcome</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Initiative</th><th scope="col" role="columnheader" class="cap"><span class="vh">Time line</span>${axis(reading)}</th><th scope="col" role="columnheader">Milestones</th></tr></thead>`

function row(one: OutlinedInitiative, reading: Reading) {
  const milestones = reading.outline.milestones.get(one.id) ?? []
  return `<tr role="row"><th scope="row" role="rowheader">${nameOf(one, reading)}<small>${escaped(aboutOf(one, reading))}</small>${heldUp(one, reading)}</th><td role="cell" class="cap">${strip(milestones, reading)}</td><td role="cell">${inWords(milestones, reading.today)}</td></tr>`
}

function inWords(milestones: readonly OutlinedMilestone[], today: string) {
  if (milestones.length === 0) return '<span class="mute">No milestone yet</span>'
  const items = milestones.map((one) => {
    const { name, plannedOn, actualOn } = one
    const day = shortDay(actualOn ?? plannedOn, today)
    if (isLate(one, today)) return `<li><span class="st" data-s="bad">${escaped(name)} was due ${day}</span></li>`
    return `<li>${escaped(name)} ${actualOn === null ? '' : 'met '}${day}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

const width = 380
const height = 26
const margin = 8

/** Where a day lies on the scale; null: in another quarter. */
function xOf(day: string, quarter: string): number | null {
  const of = readQuarter(quarter)
  if (!of || !isIn(quarter, day)) return null
  const { from, until } = quarterBounds(of)
  const share = daysBetween(from, day) / daysBetween(from, until)
  return Math.round((margin + share * (width - 2 * margin)) * 10) / 10
}

const svg = (tall: number, content: string) =>
  `<svg class="sp" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}" aria-hidden="true">${content}</svg>`

function axis({ quarter, today }: Reading) {
  const months = monthsOf(quarter).map(
    (day) => `<text x="${xOf(day, quarter) ?? 0}" y="14">${shortDay(day, day).replace(/^\d+ /, '')}</text>`,
  )
  const now = xOf(today, quarter)
  const here = now === null ? '' : `<path class="t" d="M${now - 4} 20H${now + 4}L${now} 26z"/>`
  return svg(26, months.join('') + here)
}

/** Months as thin lines, today dashed; a diamond is planned, a full dot met, a red triangle late. */
function strip(milestones: readonly OutlinedMilestone[], { quarter, today }: Reading) {
  const months = monthsOf(quarter).map((day) => `M${xOf(day, quarter) ?? 0} 0V${height}`)
  const now = xOf(today, quarter)
  const marks = milestones.flatMap((one) => {
    const x = xOf(one.actualOn ?? one.plannedOn, quarter)
    return x === null ? [] : [{ x, shape: shapeOf(one, x, today) }]
  })
  const [first, last] = [marks[0]?.x, marks.at(-1)?.x]
  const span = marks.length < 2 ? '' : `<path d="M${first} ${height / 2}H${last}"/>`
  const line = now === null ? '' : `<path class="t" stroke-dasharray="3 2" d="M${now} 0V${height}"/>`
  return svg(
    height,
    `<path class="t" d="${months.join('')}"/>${line}${span}${marks.map(({ shape }) => shape).join('')}`,
  )
}

function shapeOf(one: OutlinedMilestone, x: number, today: string) {
  const y = height / 2
  if (one.actualOn !== null) return `<circle cx="${x}" cy="${y}" r="5"/>`
  if (isLate(one, today)) return `<path class="bad" d="M${x - 6} ${y - 5}h12l-6 11z"/>`
  return `<path fill="Canvas" d="M${x} ${y - 6}l6 6-6 6-6-6z"/>`
}

function monthsOf(quarter: string) {
  const { year, quarter: number } = readQuarter(quarter) ?? { year: 0, quarter: 1 }
  return [2, 1, 0].map((back) => `${year}-${String(number * 3 - back).padStart(2, '0')}-01`)
}
