import type { OptionDocument } from '../decisions/document.ts'
import { isReadable, trimmed, verbatim } from './sections.ts'

type Told = Pick<OptionDocument, 'description' | 'good' | 'neutral' | 'bad'>

const senses = new Map<string, 'good' | 'neutral' | 'bad'>([
  ['good', 'good'],
  ['positive', 'good'],
  ['pro', 'good'],
  ['pros', 'good'],
  ['advantages', 'good'],
  ['neutral', 'neutral'],
  ['bad', 'bad'],
  ['negative', 'bad'],
  ['con', 'bad'],
  ['cons', 'bad'],
  ['disadvantages', 'bad'],
])

const argument =
  /^\s*[-*+]\s+\**(good|positive|pro|neutral|bad|negative|con)\**(?:,\s*because\b|,|\s+because\b|:)\**\s*(.*)$/i
const label = /^\s*(?:#+\s*|[-*+]\s+)?\**(pros|advantages|cons|disadvantages)\**:?\**:?\s*$/i

/** `Good, because …` bullets and `Pros:` lists become arguments, everything else is the description. */
export function readArguments(lines: readonly string[]): Told {
  const told = { good: [] as string[], neutral: [] as string[], bad: [] as string[] }
  const description: string[] = []
  const asItStands = verbatim(lines)
  /** The list that the last line went into, and the one that bullets below a label go into. */
  let list: string[] | undefined
  let labelled: string[] | undefined
  for (const [at, line] of lines.entries()) {
    const means = !asItStands[at] && isReadable(line)
    const [, word, text] = (means && argument.exec(line)) || []
    const [, heading] = (means && label.exec(line)) || []
    const bullet = means && labelled ? /^\s*[-*+]\s+(.*)$/.exec(line)?.[1] : undefined
    if (word) {
      list = told[senses.get(word.toLowerCase()) ?? 'neutral']
      list.push(text ?? '')
    } else if (heading) {
      labelled = told[senses.get(heading.toLowerCase()) ?? 'neutral']
      list = undefined
    } else if (labelled && bullet !== undefined) {
      list = labelled
      list.push(bullet)
    } else if (list && means && /^\s+\S/.test(line)) {
      list[list.length - 1] += ` ${line.trim()}`
    } else {
      list = undefined
      if (line.trim() !== '') labelled = undefined
      description.push(line)
    }
  }
  const tidy = (texts: string[]) => texts.map((text) => text.trim())
  return { description: trimmed(description), good: tidy(told.good), neutral: tidy(told.neutral), bad: tidy(told.bad) }
}
