import type { OptionDocument } from '../decisions/document.ts'
import { readArguments } from './arguments.ts'
import { headingsOf, isReadable, type Section, sectionsAt, trimmed, verbatim } from './sections.ts'

const longestTitle = 300
/** Among more than these, names are only compared whole. */
const fewOptions = 100

/** The bullets of "Considered Options"; `loose` when something else stands there, too. */
export function listedOptions({ lines }: Section): { options: OptionDocument[]; loose: boolean } {
  const { bullets, loose } = bulletsOf(lines)
  const options = bullets.map(({ text, beneath }) => optionOf(text, beneath))
  return {
    options: options.filter(({ title }) => title !== ''),
    loose: loose || options.some(({ title }) => title === ''),
  }
}

/** The subsections of "Pros and Cons of the Options"; `rest` is what stands before the first. */
export function weighedOptions(section: Section): { options: OptionDocument[]; rest: Section } {
  const level = headingsOf(section.lines)[0]?.level
  if (level === undefined) return { options: [], rest: section }
  const { lead, sections } = sectionsAt(section.lines, level)
  const options = sections.map(({ heading, lines }) => optionOf(heading.text, lines))
  return { options, rest: { ...section, lines: lead } }
}

/** Subsections with lists of pros and cons, wherever they stand, are options too; the rest of the section stays. */
export function discussedOptions(section: Section): { options: OptionDocument[]; rest: Section } {
  const level = headingsOf(section.lines)[0]?.level
  if (level === undefined || /consequences/i.test(section.heading.text)) return { options: [], rest: section }
  const { lead, sections } = sectionsAt(section.lines, level)
  const options: OptionDocument[] = []
  const rest = [lead]
  for (const { heading, lines } of sections) {
    const option = optionOf(heading.text, lines)
    const isWeighed = option.good.length + option.bad.length > 0
    if (isWeighed && !/consequences|confirmation|validation/i.test(heading.text)) {
      options.push(option)
    } else rest.push([`${'#'.repeat(heading.level)} ${heading.text}`], lines)
  }
  return { options, rest: { ...section, lines: rest.flat() } }
}

/** One of each: what is told of an option is laid over the listed one it speaks of. */
export function merged(listed: readonly OptionDocument[], told: readonly OptionDocument[]): OptionDocument[] {
  const result: OptionDocument[] = []
  const places = new Map<string, number>()
  const add = (option: OptionDocument, place?: number) => {
    const name = key(option.title)
    const at = places.get(name) ?? place ?? -1
    const before = result[at]
    if (before) result[at] = together(before, option)
    else result.push(option)
    if (name !== '' && !places.has(name)) places.set(name, before ? at : result.length - 1)
  }
  for (const option of listed) add(option)
  const comparable = result.slice(0, fewOptions)
  for (const option of told) add(option, beginningAt(comparable, option.title))
  return result
}

const together = (first: OptionDocument, second: OptionDocument): OptionDocument => ({
  ...first,
  title: second.title.length > first.title.length ? second.title : first.title,
  description: [first.description, second.description].filter(Boolean).join('\n\n'),
  good: [...first.good, ...second.good],
  neutral: [...first.neutral, ...second.neutral],
  bad: [...first.bad, ...second.bad],
})

/** Marks the option named in `Chosen option: "…"`. */
export function choose(options: readonly OptionDocument[], outcome: string): OptionDocument[] {
  const said = (/chosen options?\**:\**\s*(.+)/i.exec(outcome)?.[1] ?? '').slice(0, 1_000)
  const quoted = /^\**(["“'`])(.+?)["”'`]\**(?=,?\s+because|[.,;]?\s*$|[.,;]\s)/.exec(said)?.[2]
  const named = plain(quoted ?? said.split(/,?\s+because\b|\.\s*$/)[0] ?? '')
  const exact = options.findIndex((option) => key(named) !== '' && key(option.title) === key(named))
  const at = exact >= 0 ? exact : beginningAt(options.slice(0, fewOptions), named)
  return options.map((option, index) => (index === at ? { ...option, chosen: true } : option))
}

/** The only one whose name begins so, or which begins this name: lists say more than headings do. */
function beginningAt(options: readonly OptionDocument[], title: string) {
  const name = key(title)
  if (name === '') return -1
  const found = options.flatMap((option, at) => {
    const other = key(option.title)
    return other !== '' && (other.startsWith(name) || name.startsWith(other)) ? [at] : []
  })
  return found.length === 1 ? (found[0] ?? -1) : -1
}

/** A name that is too long, or loses a link to be plain, stands whole in the description. */
function optionOf(name: string, beneath: readonly string[]): OptionDocument {
  const told = readArguments(beneath)
  const text = name.replace(/^\[?option \d+[\].:)]+\s+|^\d+[.:)]\s+/i, '')
  const title = (isReadable(text) && plain(text)) || text
  const isWhole = title.length <= longestTitle && !/\]\(|<!--/.test(text)
  return {
    title: title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).toWellFormed()}…`,
    chosen: false,
    scores: [],
    ...told,
    description: isWhole ? told.description : `${text}\n\n${told.description}`.trim(),
  }
}

type Bullet = { text: string; beneath: string[] }

/** Top-level bullets, with the lines that continue them; numbered lists count too. */
function bulletsOf(lines: readonly string[]): { bullets: Bullet[]; loose: boolean } {
  const asItStands = verbatim(lines)
  const bullets: Bullet[] = []
  let base: number | undefined
  let loose = false
  let blank = false
  for (const [at, line] of lines.entries()) {
    const [, indent = '', text] = (!asItStands[at] && /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)) || []
    const last = bullets.at(-1)
    base ??= text === undefined ? undefined : indent.length
    if (text !== undefined && indent.length <= (base ?? 0) + 1) bullets.push({ text: text.trim(), beneath: [] })
    else if (!last) loose ||= line.trim() !== ''
    else if (
      line.trim() === '' ||
      asItStands[at] ||
      (/^\s/.test(line) && (blank || text !== undefined || last.beneath.length > 0))
    )
      last.beneath.push(line)
    else if (!blank && last.beneath.length === 0) last.text += ` ${line.trim()}`
    else loose = true
    blank = line.trim() === ''
  }
  return { bullets: bullets.map(({ text, beneath }) => ({ text, beneath: dedented(beneath) })), loose }
}

function dedented(lines: readonly string[]) {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const least = indents.reduce((one, other) => Math.min(one, other), 80)
  return trimmed(lines.map((line) => line.slice(least))).split('\n')
}

/** Without link targets and emphasis. */
const plain = (text: string) =>
  text
    .replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^\[([^\]]*)\]$/, '$1')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/<!--(?:[^-]|-(?!->))*-->/g, '')
    .trim()

const key = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
