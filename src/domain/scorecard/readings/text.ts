/**
 * The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which spreadsheets still write; tidied.
 */
export const textIn = (bytes: Uint8Array): string => tidied(decoded(bytes))

/** Line ends become `\n`; other control characters have no place in a record, nor has half a surrogate pair. */
export const tidied = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/g, '')
    .toWellFormed()

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
