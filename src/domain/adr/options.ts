import type { OptionDocument } from '../decisions/document.ts'
import { headingsOf, type Section, sectionsAt, trimmed } from './sections.ts'

const blankOption = (title: string): OptionDocument => ({
  title,
  description: '',
  chosen: false,
  good: [],
  neutral: [],
  bad: [],
  scores: [],
})

/** The bullets of "Considered Options". */
export const listedOptions = (lines: readonly string[]): OptionDocument[] =>
  bulletsOf(lines)
    .map((text) => blankOption(plain(text)))
    .filter(({ title }) => title !== '')

/** The subsections of "Pros and Cons of the Options", each laid over the listed option it speaks of. */
export function weighed(options: readonly OptionDocument[], section: Section): OptionDocument[] {
  const level = headingsOf(section.lines)[0]?.level
  if (level === undefined) return [...options]
  const result = [...options]
  for (const { heading, lines } of sectionsAt(section.lines, level).sections) {
    const title = plain(heading.text.replace(/^\[?option \d+\]?:?\s+/i, ''))
    const at = positionOf(result, title)
    const option = { ...(result[at] ?? blankOption(title)), ...readArguments(lines) }
    if (at < 0) result.push(option)
    else result[at] = option
  }
  return result
}

/** `Good, because …` bullets and `Pros:` lists become arguments, everything else is the description. */
function readArguments(lines: readonly string[]): Pick<OptionDocument, 'description' | 'good' | 'neutral' | 'bad'> {
  const found = { good: [] as string[], neutral: [] as string[], bad: [] as string[] }
  const description: string[] = []
  let list: string[] | undefined
  let labelled: string[] | undefined
  for (const line of lines) {
    const argument = /^\s*[-*+]\s+\**(good|neutral|bad)\**,?\s+(?:because\s+)?(.*)$/i.exec(line)
    const label = /^\s*(?:#+\s*|\**)(pros|advantages|cons|disadvantages)\**:?\**:?\s*$/i.exec(line)
    const bullet = /^\s*[-*+]\s+(.*)$/.exec(line)
    if (argument) {
      list = found[argument[1]?.toLowerCase() as keyof typeof found]
      list.push(argument[2]?.trim() ?? '')
    } else if (label) {
      labelled = /^(pros|adv)/i.test(label[1] ?? '') ? found.good : found.bad
      list = undefined
    } else if (labelled && bullet) {
      list = labelled
      list.push(bullet[1]?.trim() ?? '')
    } else if (list && /^\s+\S/.test(line)) {
      list[list.length - 1] = `${list.at(-1)} ${line.trim()}`
    } else {
      list = undefined
      if (line.trim() !== '') labelled = undefined
      description.push(line)
    }
  }
  return { description: trimmed(description), ...found }
}

/** Marks the option named in `Chosen option: "…"`. */
export function choose(options: readonly OptionDocument[], outcome: string): OptionDocument[] {
  const said = /chosen options?\**:\**\s*(.+)/i.exec(outcome)?.[1] ?? ''
  const quoted = /^\**(["“'`])(.+?)["”'`]\**(?=,?\s+because|[.,;]?\s*$|[.,;]\s)/.exec(said)?.[2]
  const named = quoted ?? said.split(/,?\s+because\b|\.\s*$/)[0] ?? ''
  const at = positionOf(options, plain(named))
  return options.map((option, index) => (index === at ? { ...option, chosen: true } : option))
}

/** Of the option called so, or of the only one whose name begins so: lists say more than headings do. */
function positionOf(options: readonly OptionDocument[], title: string) {
  const exact = options.findIndex((option) => key(option.title) === key(title))
  if (exact >= 0 || key(title) === '') return exact
  const beginning = options.flatMap((option, at) =>
    key(option.title).startsWith(key(title)) || key(title).startsWith(key(option.title)) ? [at] : [],
  )
  return beginning.length === 1 ? (beginning[0] ?? -1) : -1
}

/** Subsections with lists of pros and cons, wherever they stand, are options too; the rest of the section stays. */
export function discussed(section: Section): { options: OptionDocument[]; rest: Section } {
  const level = headingsOf(section.lines)[0]?.level
  if (level === undefined) return { options: [], rest: section }
  const { lead, sections } = sectionsAt(section.lines, level)
  const options: OptionDocument[] = []
  const rest = [...lead]
  for (const { heading, lines } of sections) {
    const read = readArguments(lines)
    if (read.good.length + read.bad.length > 0 && !/consequences|confirmation|validation/i.test(heading.text)) {
      options.push({ ...blankOption(plain(heading.text.replace(/^(option )?\d+[.:)]\s+/i, ''))), ...read })
    } else rest.push(`${'#'.repeat(heading.level)} ${heading.text}`, ...lines)
  }
  return { options, rest: { ...section, lines: rest } }
}

/** Top-level bullets, each with the lines that continue it; numbered lists count too. */
function bulletsOf(lines: readonly string[]) {
  const bullets: string[] = []
  for (const line of lines) {
    const bullet = /^ {0,2}(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)
    if (bullet) bullets.push(bullet[1] ?? '')
    else if (bullets.length > 0 && /^\s+[^\s\-*+]/.test(line)) bullets.push(`${bullets.pop()} ${line.trim()}`)
  }
  return bullets
}

/** Without link targets and emphasis. */
const plain = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\[([^\]]*)\]$/, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\s*<!--.*?-->/g, '')
    .trim()

const key = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
