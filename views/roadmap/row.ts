import type { Outline, OutlinedInitiative } from '../../db/roadmap/outline.ts'
import { shortDay } from '../dates.ts'
import { escaped } from '../parts/text.ts'
import { effortText, quarterText, stageNames } from './initiative-words.ts'
import { blockerText } from './words.ts'

export type Reading = {
  outline: Outline
  /** `2026Q4`; the one that is asked for, or the current one. */
  quarter: string
  today: string
  currency: string
  /** Without an account: no names of people, and nothing that leads inside. */
  isPublic: boolean
  /** Where a move is posted to; null: who reads may not re-rank. */
  ranks: string | null
}

/**
 * The table of some initiatives, in the order of rank. As text, not as components: a hundred rows are most of the page,
 * and components would be most of its time.
 */
export function initiativeTable(
  caption: string,
  all: readonly OutlinedInitiative[],
  reading: Reading,
  tie?: { head: string; of: (one: OutlinedInitiative) => string },
): string {
  const rows = all.map((one, at) => row(one, reading, { above: all[at - 1], below: all[at + 1] }, tie))
  return `<table role="table" class="tbl stack keys t-rec t-road"><caption class="vh">${escaped(caption)}</caption><thead role="rowgroup"><tr role="row">${column('Initiative')}${tie ? column(tie.head, 'h') : ''}${column('Rank', 'num')}${column('Effort', 'num')}${column('Stage')}${column('Quarter')}${column('Held up', 'h')}${reading.ranks ? column('Move') : ''}</tr></thead><tbody role="rowgroup">${rows.join('')}</tbody></table>`
}

const column = (name: string, kind = '') =>
  `<th scope="col" role="columnheader"${kind && ` class="${kind}"`}>${name}</th>`

type Neighbours = { above: OutlinedInitiative | undefined; below: OutlinedInitiative | undefined }

function row(
  one: OutlinedInitiative,
  reading: Reading,
  neighbours: Neighbours,
  tie?: { head: string; of: (one: OutlinedInitiative) => string },
) {
  const { id, stage, quarter, effort, place } = one
  const moves = reading.ranks !== null && place !== null
  const mark = moves ? ` data-rank="${id}"` : ''
  return `<tr role="row" id="i-${id}"${mark}><th scope="row" role="rowheader">${nameOf(one, reading)}<small>${escaped(aboutOf(one, reading))}</small></th>${tie ? cell(tie.of(one)) : ''}${cell(place === null ? '–' : String(place), 'num', 'rank')}${cell(effortText(effort), 'num')}${cell(stageNames[stage])}${cell(quarter === null ? 'Not planned' : quarterText(quarter))}${cell(heldUp(one, reading))}${reading.ranks === null ? '' : cell(moves ? moveForm(one, reading.ranks, neighbours) : '')}</tr>`
}

const cell = (content: string, kind = '', label = '') =>
  `<td role="cell"${kind && ` class="${kind}"`}${label && ` data-l="${label}"`}>${content}</td>`

export const nameOf = ({ id, title }: { id: number; title: string }, { isPublic }: Pick<Reading, 'isPublic'>) =>
  isPublic ? escaped(title) : `<a href="/initiatives/${id}">${escaped(title)}</a>`

export const aboutOf = ({ id, bucketName, team, owner }: OutlinedInitiative, { isPublic }: Pick<Reading, 'isPublic'>) =>
  [`I-${id}`, bucketName, team, isPublic ? null : owner].filter(Boolean).join(' · ')

/** In words, what it waits for. */
export function heldUp({ id }: OutlinedInitiative, { outline, today, isPublic }: Reading) {
  const by = (outline.blocked.get(id) ?? []).map(({ id, because }) => {
    const title = `I-${id} ${outline.titles.get(id) ?? ''}`.trim()
    const name = isPublic ? escaped(title) : `<a href="/initiatives/${id}">${escaped(title)}</a>`
    return `<small>waits for ${name}, ${blockerText(because)}</small>`
  })
  const teams = (outline.waits.get(id) ?? []).map(({ team, neededOn }) => {
    const when =
      neededOn === null
        ? ''
        : neededOn < today
          ? `, needed since ${shortDay(neededOn, today)}`
          : ` by ${shortDay(neededOn, today)}`
    return `<small>waits for the team ${escaped(team)}${when}</small>`
  })
  return `${by.length > 0 ? '<span class="st" data-s="bad">Blocked</span>' : ''}${by.join('')}${teams.join('')}`
}

const moveForm = ({ id }: OutlinedInitiative, action: string, { above, below }: Neighbours) =>
  `<form method="post" action="${escaped(action)}" class="acts"><input type="hidden" name="id" value="${id}">${button('before', 'Up', above, `Up with I-${id}`)}${button('after', 'Down', below, `Down with I-${id}`)}</form>`

/** At the end of the list it cannot be pressed, and is only there for a row that is dragged. */
const button = (side: string, word: string, other: OutlinedInitiative | undefined, label: string) =>
  `<button class="btn quiet small${other ? '' : ' vh'}" name="${side}" value="${other?.id ?? ''}" aria-label="${label}"${other ? '' : ' disabled'}>${word}</button>`
