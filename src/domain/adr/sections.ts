export type Heading = { level: number; text: string; line: number; length: number }

export type Section = {
  heading: Heading /** The lines below it, down to the next heading of its level or higher. */
  lines: string[]
}

/** Headings outside of code fences and comments, in either of Markdown's two forms. */
export function headingsOf(lines: readonly string[]): Heading[] {
  const asItStands = verbatim(lines)
  return lines.flatMap((text, line) => {
    if (asItStands[line]) return []
    const heading = hashed(text)
    if (heading) return [{ ...heading, line, length: 1 }]
    if (!isUnderlined(lines, line) || asItStands[line + 1]) return []
    return [{ level: /^ {0,3}=/.test(lines[line + 1] ?? '') ? 1 : 2, text: text.trim(), line, length: 2 }]
  })
}

/** For each line, whether it stands in a code fence or a comment and so means nothing. */
export function verbatim(lines: readonly string[]): boolean[] {
  let fence: string | undefined
  let comment = false
  return lines.map((line) => {
    if (fence) {
      if (closes(line.trim(), fence)) fence = undefined
      return true
    }
    if (comment) {
      comment = !line.includes('-->')
      return true
    }
    // Backticks further on make it code within a line.
    fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
    comment = /^ {0,3}<!--/.test(line) && !line.includes('-->')
    return fence !== undefined || comment
  })
}

const closes = (line: string, fence: string) => line.startsWith(fence) && line.replaceAll(fence.charAt(0), '') === ''

/** `## Text`, also `## Text ##`; the sign at the end of "C#" is part of the name. */
function hashed(line: string): { level: number; text: string } | undefined {
  const [, signs, rest] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/s.exec(line) ?? []
  if (!signs || !rest) return undefined
  const text = rest.trimEnd()
  const end = lengthWithout(text, '#')
  const closed = end < text.length && (end === 0 || /\s/.test(text.charAt(end - 1)))
  const words = closed ? text.slice(0, end).trimEnd() : text
  return words === '' ? undefined : { level: signs.length, text: words }
}

function lengthWithout(text: string, ending: string) {
  let length = text.length
  while (text.charAt(length - 1) === ending) length -= 1
  return length
}

/** A line of its own with `===` or `---` below it; a list, a quote, a table row or a comment is none. */
function isUnderlined(lines: readonly string[], line: number) {
  const text = lines[line] ?? ''
  const above = lines[line - 1] ?? ''
  const below = lines[line + 1] ?? ''
  return (
    text.trim() !== '' &&
    above.trim() === '' &&
    !/^\s*([-*+>|<]|\d+[.)])/.test(text) &&
    /^ {0,3}(={2,}|-{2,})[ \t]*$/.test(below)
  )
}

/** The sections at a level, each with everything beneath it; what stands before the first is the lead. */
export function sectionsAt(lines: readonly string[], level: number): { lead: string[]; sections: Section[] } {
  const headings = headingsOf(lines).filter((heading) => heading.level <= level)
  const first = headings[0]
  return {
    lead: lines.slice(0, first?.line ?? lines.length),
    sections: headings.map((heading, at) => ({
      heading,
      lines: lines.slice(heading.line + heading.length, headings[at + 1]?.line ?? lines.length),
    })),
  }
}

export const trimmed = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd()

export const isBlank = (lines: readonly string[]) => lines.every((line) => line.trim() === '')

/** Longer lines are prose: they are kept as they stand, and no search for patterns can take long in them. */
export const isReadable = (line: string) => line.length <= 2_000
