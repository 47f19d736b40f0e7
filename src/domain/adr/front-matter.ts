import { parseDocument } from 'yaml'

export type FrontMatter = { fields: Record<string, unknown>; body: string /** Lines before the body. */; lines: number }

/** The YAML between two `---` lines at the very top; none is no mistake. */
export function splitFrontMatter(text: string): FrontMatter | { mistakeAt: number } {
  const found = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text)
  if (found?.index !== 0) return { fields: {}, body: text, lines: 0 }
  const yaml = found[1] ?? ''
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' })
  const mistake = document.errors[0]
  if (mistake) return { mistakeAt: 1 + (mistake.linePos?.[0].line ?? 1) }
  const fields = fieldsOf(document)
  return { fields, body: text.slice(found[0].length), lines: found[0].split('\n').length - 1 }
}

function fieldsOf(document: ReturnType<typeof parseDocument>): Record<string, unknown> {
  try {
    // Aliases that expand without end are refused by the package at this count.
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
