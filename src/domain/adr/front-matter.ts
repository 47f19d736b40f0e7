import { isNode, LineCounter, parseDocument } from 'yaml'

export type FrontMatter = {
  fields: Record<string, unknown>
  body: string
  /** Lines before the body. */
  lines: number
  /** The line of the file, from 1, on which the field at a path stands, or the nearest around it. */
  lineOf: (path: readonly (string | number)[]) => number
}

/** The YAML between two `---` lines at the very top; none is no mistake. */
export function splitFrontMatter(text: string): FrontMatter | { mistakeAt: number } {
  const none = { fields: {}, body: text, lines: 0, lineOf: () => 1 }
  const lines = text.split('\n')
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return none
  const end = lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)[ \t]*$/.test(line))
  if (end < 0) return none

  const counter = new LineCounter()
  const yaml = lines.slice(1, end).join('\n')
  // The package's own wording of each mistake quotes the line: with many on a long one that takes minutes.
  const document = parseDocument(yaml, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    lineCounter: counter,
  })
  const mistake = document.errors[0]
  if (mistake) return { mistakeAt: 1 + counter.linePos(mistake.pos[0]).line }
  const fields = fieldsOf(document)
  if (fields === 'endless') return { mistakeAt: 2 }
  if (fields === 'none') return none
  const lineOf = (path: readonly (string | number)[]): number => {
    const node = document.getIn(path, true)
    if (isNode(node) && node.range) return 1 + counter.linePos(node.range[0]).line
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1))
  }
  return { fields, body: lines.slice(end + 1).join('\n'), lines: end + 1, lineOf }
}

/** Two rules around a paragraph look like front matter and hold no fields. */
function fieldsOf(document: ReturnType<typeof parseDocument>): Record<string, unknown> | 'none' | 'endless' {
  try {
    // Aliases that expand without end are refused by the package at this count.
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (value === null) return {}
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : 'none'
  } catch {
    return 'endless'
  }
}
