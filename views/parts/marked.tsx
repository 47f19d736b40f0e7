import { html, raw } from 'hono/html'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text in which full-text search put \u0001 and \u0002 around what it found. */
export const marked = (text: string) =>
  raw(
    text
      .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
      .replaceAll('\u0001', '<mark>')
      .replaceAll('\u0002', '</mark>'),
  )

export const nothing = html``
