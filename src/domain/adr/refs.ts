/** How one record points at another: by number, by file name, or by both. */
export type Ref = { number: number | null; file: string | null }

const links = /\[([^[\]]{0,300})\]\(([^()\s]{1,500})(?:\s[^()]{0,300})?\)/g
const named = /\b(?:ADR|D)[-\s#]{0,3}0*(\d{1,6})\b/gi
const listed = /^[\s:#]*0*(\d{1,5})(?![\d/-]|\.\d)/

/** Markdown links to files beside it; else numbers such as ADR-0005, or one that stands first. */
export function refsIn(text: string): Ref[] {
  const targets = linkTargets(text)
  if (targets.length > 0) return targets
  const numbers = [...text.matchAll(named)].map(([, number]) => Number(number))
  const first = listed.exec(text)?.[1]
  if (numbers.length === 0 && first) numbers.push(Number(first))
  return numbers.map((number) => ({ number, file: null }))
}

/** Pages elsewhere are no records of this collection. */
export const linkTargets = (text: string): Ref[] =>
  [...text.matchAll(links)]
    .filter(([, , target = '']) => !/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(target))
    .map(([, label = '', target = '']) => {
      const file = target.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
      return { number: numberIn(file) ?? numberIn(label), file: /\.(md|markdown)$/i.test(file) ? file : null }
    })

export const withoutRefs = (text: string) => text.replaceAll(links, '').replaceAll(named, '').replace(listed, '')

/** A year in front of a month is a date, not a number. */
function numberIn(text: string) {
  const digits = /^(?:adr[-_\s]*)?0*(\d{1,6})(?!\d|-\d\d-\d\d)/i.exec(text)?.[1]
  return digits ? Number(digits) : null
}
