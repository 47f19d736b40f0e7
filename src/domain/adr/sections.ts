export type Heading = { level: number; text: string; line: number; length: number }

export type Section = {
  heading: Heading /** The lines below it, down to the next heading of its level or higher. */
  lines: string[]
}

/** Headings outside of code fences and comments, in either of Markdown's two forms. */
export function headingsOf(lines: readonly string[]): Heading[] {
  const headings: Heading[] = []
  let fence: string | undefined
  let comment = false
  for (const [line, text] of lines.entries()) {
    if (fence) {
      if (text.trim().startsWith(fence) && text.trim().replaceAll(fence.charAt(0), '') === '') fence = undefined
      continue
    }
    if (comment) {
      comment = !text.includes('-->')
      continue
    }
    fence = /^ {0,3}(```+|~~~+)/.exec(text)?.[1]
    if (fence) continue
    if (/^ {0,3}<!--/.test(text) && !text.includes('-->')) {
      comment = true
      continue
    }
    const found = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(text)
    if (found?.[1] && found[2]) headings.push({ level: found[1].length, text: found[2], line, length: 1 })
    else if (isUnderlined(lines, line)) {
      headings.push({ level: /^ {0,3}=/.test(lines[line + 1] ?? '') ? 1 : 2, text: text.trim(), line, length: 2 })
    }
  }
  return headings
}

/** A line of its own with `===` or `---` below it; a list, a quote or a table row is none. */
function isUnderlined(lines: readonly string[], line: number) {
  const text = lines[line] ?? ''
  const above = lines[line - 1] ?? ''
  const below = lines[line + 1] ?? ''
  return (
    text.trim() !== '' &&
    above.trim() === '' &&
    !/^\s*([-*+>|]|\d+[.)])/.test(text) &&
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
    .trim()
