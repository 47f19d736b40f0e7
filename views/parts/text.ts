import { raw } from 'hono/html'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Safe in an element and in a quoted attribute: for the few tables that are put together as text. */
export const escaped = (text: string) =>
  special.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text

const special = /[&<>"']/

/** Text in which full-text search put \u0001 and \u0002 around what it found. */
export const marked = (text: string) => escaped(text).replaceAll('\u0001', '<mark>').replaceAll('\u0002', '</mark>')

/** Text that was escaped piece by piece. */
export const joined = (pieces: string[]) => raw(pieces.join(''))
