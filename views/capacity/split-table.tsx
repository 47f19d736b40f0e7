import type { NamedBucket } from '../../db/capacity/buckets.ts'
import { inBucket } from '../../src/domain/capacity/split.ts'
import type { Standing } from '../../src/domain/capacity/standing.ts'
import { escaped, joined } from '../parts/text.ts'
import { bar } from './bar.ts'
import { amount, breachText, driftFigure, driftNames, driftShapes } from './words.ts'

export type SplitRow = Standing & { name: string; id: number | null }

type Props = { rows: SplitRow[]; all: SplitRow; buckets: readonly NamedBucket[]; title: string }

/** Planned and actual of every team. As text: components would be most of the page's time. */
export const SplitTable = (props: Props) => joined([splitTable(props)])

function splitTable({ rows, all, buckets, title }: Props): string {
  const head = buckets.map(({ name }) => `<th scope="col" role="columnheader">${escaped(name)}</th>`).join('')
  return `<table role="table" class="tbl mid bars stack t-cap"><caption class="vh">Planned and actual capacity split by team, ${title}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Team</th><th scope="col" role="columnheader" class="num">People</th>${head}<th scope="col" role="columnheader">Drift</th><th scope="col" role="columnheader">Floors</th></tr></thead><tbody role="rowgroup">${rows
    .map((row) => rowText(row, buckets))
    .join('')}</tbody><tfoot role="rowgroup">${rowText(all, buckets)}</tfoot></table>`
}

function rowText(row: SplitRow, buckets: readonly NamedBucket[]): string {
  const name = escaped(row.name)
  const named = row.id === null ? name : `<a href="/teams/${row.id}">${name}</a>`
  const cells = buckets.map((bucket) => bucketCell(row, bucket, widthFor(buckets.length))).join('')
  return `<tr role="row"><th scope="row" role="rowheader">${named}</th><td role="cell" class="num pe" data-l="people">${row.people === null ? '–' : amount(row.people)}</td>${cells}<td role="cell" class="dr">${driftCell(row)}</td><td role="cell" class="fl" data-l="floors">${floorsCell(row, buckets)}</td></tr>`
}

function bucketCell(row: SplitRow, { key, name, floor }: NamedBucket, width: number): string {
  const actual = row.actual && inBucket(row.actual, key)
  const plan = row.planned && inBucket(row.planned, key)
  const said = [
    actual === null ? '' : `actual ${Math.round(actual)} percent`,
    plan === null ? '' : `plan ${Math.round(plan)} percent`,
    floor === null ? '' : `floor ${floor} percent`,
  ].filter(Boolean)
  const label = escaped(`${row.name}, ${name.toLowerCase()}: ${said.join(', ')}`)
  const figures =
    actual === null
      ? `<span class="mute">${plan === null ? '–' : `plan ${Math.round(plan)}`}</span>`
      : `<b>${Math.round(actual)}</b>${plan === null ? '' : ` <span class="mute">of ${Math.round(plan)}</span>`}`
  return `<td role="cell" class="b" data-l="${escaped(name.toLowerCase())}">${bar({ actual, plan, floor, label, width })}<span class="fg">${figures}</span></td>`
}

/** Four buckets still fit a page of 1280 pixels. */
const widthFor = (buckets: number) => (buckets <= 3 ? 148 : buckets === 4 ? 96 : 56)

const driftCell = ({ drift, level }: SplitRow) =>
  drift === null || level === null
    ? '<span class="mute">–</span>'
    : `<span class="st" data-s="${driftShapes[level]}">${driftNames[level]}</span> <span class="n mute">${driftFigure(drift)}</span>`

/** Solid red where it has lasted for two windows, or goes for everybody. */
function floorsCell(row: SplitRow, buckets: readonly NamedBucket[]): string {
  if (row.actual === null) return '<span class="mute">–</span>'
  if (row.breaches.length === 0) return '<span class="st" data-s="good">Held</span>'
  const nameOf = (key: string) => shortName(buckets.find((bucket) => bucket.key === key)?.name ?? key)
  const isHard = row.id === null || row.breaches.some(({ hard }) => hard)
  return `<span class="st" data-s="${isHard ? 'bad' : 'off'}">${escaped(breachText(row.breaches, nameOf))}</span>`
}

/** "Risk" of "Risk reduction": a column has no room for more. */
const shortName = (name: string) => name.split(' ')[0] ?? name
