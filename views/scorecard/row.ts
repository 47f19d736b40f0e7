import type { Judged } from '../../src/domain/scorecard/grid.ts'
import { lastComplete, periodsUntil } from '../../src/domain/scorecard/periods.ts'
import type { Recent } from '../../src/domain/scorecard/standing.ts'
import { escaped } from '../parts/text.ts'
import { capitalised } from '../words.ts'
import { sparkline } from './sparkline.tsx'
import {
  entryHint,
  figure,
  guardrailText,
  metricStatusNames,
  periodName,
  rhythmMarks,
  ruleNames,
  sharedDigits,
  statusShapes,
  targetText,
  typedAs,
  unitName,
  withUnit,
} from './words.ts'

export const columns = 13

export type RowProps = {
  line: Judged
  today: string
  currency: string
  /** Whether the person may enter, and every period or only the newest. */
  entry: 'none' | 'newest' | 'whole'
  /** What was typed and not taken, and why, by field. */
  typed: Record<string, string>
  errors: Record<string, string>
}

/**
 * One metric: its row, and under it what it asks for. One component, one id, one swap target. As text, not as
 * components: sixty rows of thirteen periods are most of the page, and components would be most of its time.
 */
export function metricRow(props: RowProps): string {
  const { line, today, currency, entry, typed, errors } = props
  if (Object.keys(typed).length + Object.keys(errors).length > 0) return rowText(props)
  const variant = `${today} ${entry} ${currency}`
  const kept = rows.get(line.standing)
  if (kept?.variant === variant) return kept.text
  const text = rowText(props)
  rows.set(line.standing, { variant, text })
  return text
}

/** Rows as they were last rendered. How a metric stands is read anew after every write, as another object. */
const rows = new WeakMap<object, { variant: string; text: string }>()

function rowText(props: RowProps): string {
  const { line, today, currency, entry } = props
  const { id, key, name, unit, rhythm, standing, statuses, owner, good } = line
  const periods = periodsUntil(lastComplete(today, rhythm), rhythm, columns)
  const held = new Map(standing.recent.map((one) => [one.period, one]))
  // Where every number is entered there is no looking at its course, and the page has enough to carry.
  const spark =
    entry === 'whole'
      ? ''
      : sparkline({
          values: periods.map((period) => held.get(period)?.value ?? null),
          ...{ target: standing.target, guardrail: standing.guardrail, status: statuses[0] },
        })
  const digits = sharedDigits(periods.flatMap((period) => held.get(period)?.value ?? []))
  const guardrail = escaped(guardrailText(standing.guardrail, good))
  const mayEnter = entry !== 'none' && !line.derived
  const cells = periods.map((period, at) => {
    const isNewest = at === columns - 1
    const place = isNewest ? 'now' : at < 6 ? 'p far' : 'p'
    return mayEnter && (isNewest || entry === 'whole')
      ? inputCell(props, period, held.get(period), place, digits)
      : textCell(held.get(period), place, digits)
  })
  return `<tbody role="rowgroup" id="m-${id}"><tr role="row"><th scope="row" role="rowheader"><a href="/scorecard/${key}">${escaped(
    name,
  )}</a><small>${escaped(unitName(unit, currency))} · ${rhythmMarks[rhythm]}${line.derived ? ' · computed' : ''}</small></th><td role="cell" class="tr">${spark}</td>${cells.join(
    '',
  )}<td role="cell" class="num tg">${targetText(standing.target, good)}${guardrail && `<small>${guardrail}</small>`}</td><td role="cell" class="s">${badges(line)}</td><td role="cell" class="who">${escaped(
    familyName(owner),
  )}</td></tr>${mistakes(props)}${asks(props)}</tbody>`
}

const textCell = (held: Recent | undefined, place: string, digits: number) =>
  `<td role="cell" class="num ${place}${held?.past ? ' bad' : ''}">${held ? figure(held.value, digits) : '–'}</td>`

function inputCell(
  { line, currency, typed, errors }: RowProps,
  period: string,
  held: Recent | undefined,
  place: string,
  digits: number,
) {
  const { id, name, rhythm } = line
  const field = `${id}-${period}`
  const error = errors[`v-${field}`]
  const text = escaped(typed[`v-${field}`] ?? (held ? typedAs(held) : ''))
  const was = held ? `<input type="hidden" name="was-${field}" value="${escaped(typedAs(held))}">` : ''
  const hint = escaped(entryHint(line, currency))
  const when = periodName(period, rhythm)
  const result = held?.value != null && held.numerator !== null ? `= ${withUnit(held.value, line.unit, currency)}` : ''
  const isNewest = place === 'now'
  // Beside every earlier cell too it would be half the weight of the page.
  const pop = isNewest
    ? `<span class="pop" aria-hidden="true"><b data-factor="${line.ratio?.factor ?? ''}">${escaped(result)}</b>${when} · ${hint} <kbd>Enter</kbd></span>`
    : ''
  // Only the newest cell is there when the table folds, and needs to say its role then.
  return `<td${isNewest ? ' role="cell"' : ''} class="num now${isNewest ? '' : ` ${place}`}${held?.past ? ' bad' : ''}"><input class="cell" id="v-${field}" name="v-${field}" value="${text}" placeholder=" " aria-label="${escaped(
    name,
  )}, ${when}${isNewest ? `, ${hint}` : ''}"${error ? ` aria-invalid="true" aria-describedby="e-${id}"` : ''} hx-post="/scorecard/entries" hx-target="closest tbody" hx-swap="outerHTML">${isNewest ? `<span class="shown" aria-hidden="true">${held ? figure(held.value, digits) : ''}</span>` : ''}${was}${pop}</td>`
}

/** As people are called in a meeting; the whole name is on the metric's page. */
export const familyName = (name: string | null) => name?.split(' ').at(-1) ?? '–'

/** The badge, and beside it all else that is true. */
function badges({ key, statuses: [first, ...rest], standing }: Judged) {
  const chips = [
    ...rest
      .filter((status) => status !== 'on_target' && status !== 'no_target')
      .map((status) => metricStatusNames[status].toLowerCase()),
    ...(standing.favourable ? ['favourable signal'] : []),
  ]
  const why = first === 'signal' ? ruleNames[standing.signals.find(({ adverse }) => adverse)?.rule ?? '1'] : ''
  const set = first === 'no_target' ? `<a href="/scorecard/${key}/target">set one</a>` : ''
  const small = [why, ...chips, set].filter(Boolean).join(' · ')
  return `<span class="st" data-s="${statusShapes[first]}">${metricStatusNames[first]}</span>${small && `<small>${small}</small>`}`
}

function mistakes({ line, errors }: RowProps) {
  const own = Object.entries(errors).filter(([field]) => field.startsWith(`v-${line.id}-`))
  if (own.length === 0) return ''
  const sentences = own.map(([field, sentence]) => `<a href="#${field}">${escaped(sentence)}</a>`).join(' ')
  return `<tr role="row" class="ask"><td role="cell" colspan="${columns + 5}"><p class="alert" role="alert" id="e-${line.id}"><span class="st" data-s="bad">Not saved</span><span>${escaped(line.name)}: ${sentences}</span></p></td></tr>`
}

/** A newest reading past its guardrail asks for its reason, and offers to make a decision of it. */
function asks({ line, currency, entry }: RowProps) {
  const { id, key, name, unit, rhythm, good, standing, reason } = line
  const newest = standing.recent.findLast(({ period }) => period === standing.period)
  if (!newest?.past || entry === 'none') return ''
  const log = `<a class="btn" href="/decisions/new?title=${encodeURIComponent(`${name}: what do we do?`)}&amp;metric=${key}">Log a decision</a>`
  const again = standing.excuses > 2 ? `Explained ${standing.excuses} times running: a decision may be missing. ` : ''
  const said = reason
    ? `<span>${escaped(again)}${escaped(`${capitalised(periodName(reason.period, rhythm))}: “${reason.body}” ${familyName(reason.by)}`)}</span>`
    : ''
  if (newest.explained) return ask(`<b>Reason</b>${again && log}${said}`)
  const past = `${withUnit(newest.value, unit, currency)}, guardrail ${guardrailText(standing.guardrail, good)}`
  return ask(
    `<label for="reason-${id}"><b>${escaped(`Why is it ${past}?`)}</b></label><input id="reason-${id}" name="reason-${id}" maxlength="500" placeholder="One line, read aloud in the review"><button class="btn">Save</button>${log}${said}`,
  )
}

const ask = (content: string) =>
  `<tr role="row" class="ask"><td role="cell" colspan="${columns + 5}"><div class="alert">${content}</div></td></tr>`
